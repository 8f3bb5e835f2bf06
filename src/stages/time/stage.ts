/**
 * Finds expressions of time sentence by sentence and puts them on the calendar.
 *
 *   word → items → matches (rules of the language) → values and ranges (resolve) → time
 */
import type { TimeAnnotation, Word } from '../../core/layers.ts'
import { bySpan } from '../../core/span.ts'
import type { Stage } from '../../core/stage.ts'
import type { TimeItem, TimeMatch, TimeSense, When } from '../../lang/common/time.ts'
import type { Knowledge } from '../knowledge.ts'
import { civil, daysOfEdtf, isoDay } from './calendar.ts'
import { timeItems } from './items.ts'
import { type Frame, type Resolved, resolve } from './resolve.ts'
import { tenseOfWords } from './tense.ts'

export const timeStage: Stage<'sentence' | 'word' | 'clause', 'time', Knowledge> = {
  name: 'time',
  version: 2,
  requires: ['sentence', 'word', 'clause'],
  provides: ['time'],
  run: ({ text, sentence: sentences, word: words, clause: clauses, publishedAt }, { locale }) => {
    const rules = locale.time
    const published = daysOfEdtf(publishedAt)
    /** „die im August ausgesetzten Lieferungen“: the lexicon knows the verb of an adjective. */
    const isPastParticiple = ({ feats, text: form }: Word): boolean => {
      if (feats.verbForm === 'part2') return true
      const stem = locale.syntax.grammar.uninflected(form)
      if (stem === form) return false
      return locale.lexicon.lookup(stem).some((one) => one.upos === 'VERB' && one.feats.verbForm === 'part2')
    }
    const tense = tenseOfWords(words, clauses, isPastParticiple, rules)
    const senses = new Map<string, TimeSense | null>()
    const time: TimeAnnotation[] = []
    /** Last day told, for times of day and „am Tag darauf“. */
    let day: number | null = null
    let block = -1
    for (const sentence of sentences) {
      const items = timeItems(words, sentence.from, sentence.to, rules, senses)
      // „Am Abend“ of a new paragraph is still of the day of the news, not of one of history.
      if (sentence.block !== block && day !== null && !isOfTheNews(day)) day = null
      block = sentence.block
      let year: number | null = null
      let sentenceDay: number | null = null
      const firstOfSentence = time.length
      for (let at = 0; at < items.length; ) {
        const found = matchAt(items, at)
        if (!found) {
          at++
          continue
        }
        for (const match of found.matches) {
          const { from, to } = match
          const expression = nowadays(items, match)
          const told = isBehindUs(items, from) ? 'past' : tense(items[from]!.word, items[to - 1]!.word)
          const frame: Frame = {
            published,
            tense: told,
            day: isClock(expression) ? sentenceDay : day,
            // „Das Abkommen, das 2015 geschlossen wurde, läuft im Mai aus“: not of 2015.
            year: told === 'future' && year !== null && isOver(year) ? null : year,
          }
          const start = resolve(expression, frame)
          // „von Mittwoch bis Montag“: the end comes behind the beginning.
          const isEnd: boolean =
            sentenceDay !== null && rules.until.has(items[from - 1]?.lower ?? '') && isWeekday(expression)
          const resolved: Resolved =
            isEnd && start.range !== null && start.range[0] < sentenceDay!
              ? resolve(expression, { ...frame, published: [sentenceDay!, sentenceDay!], tense: 'future' })
              : start
          if (resolved.day !== null && match.type === 'DATE') day = sentenceDay = resolved.day
          const isStated =
            resolved.basis === 'stated' && expression.kind === 'when' && expression.year !== undefined
          if (isStated) year = expression.year!
          time.push({
            start: items[from]!.start,
            end: items[to - 1]!.end,
            type: match.type,
            value: resolved.value,
            mod: match.mod ?? null,
            range: resolved.range === null ? null : [isoDay(resolved.range[0]), isoDay(resolved.range[1])],
            basis: resolved.basis,
            rule: found.name,
          })
        }
        at = Math.max(at + 1, found.matches.at(-1)!.to)
      }
      contrastToday(time, firstOfSentence, isToday, published === null ? null : yearOf(published[0]))
    }
    return { layers: { time: time.sort(bySpan) }, diagnostics: [] }

    function isOfTheNews(told: number): boolean {
      return published !== null && Math.abs(published[1] - told) <= newsDays
    }
    function isToday({ type, start, end }: TimeAnnotation): boolean {
      return type === 'DATE' && rules.today.has(text.slice(start, end).toLowerCase())
    }
    function isOver(told: number): boolean {
      return published !== null && told < yearOf(published[0])
    }
    /** „seit Montag“; „die Mitteilung vom Montag“: what bears a date has come out. */
    function isBehindUs(items: readonly TimeItem[], from: number): boolean {
      const before = items[from - 1]?.lower ?? ''
      if (rules.since.has(before)) return true
      const bearer = items[from - 2]
      return rules.dating.has(before) && bearer !== undefined && words[bearer.word]!.upos === 'NOUN'
    }

    function matchAt(
      items: readonly TimeItem[],
      at: number,
    ): { name: string; matches: readonly TimeMatch[] } | null {
      const item = items[at]!
      if (
        item.kind === 'mark' ||
        (item.kind === 'letters' && item.sense === null && !rules.opens.has(item.lower))
      )
        return null
      for (const rule of rules.rules) {
        const matches = rule.match(items, at)
        if (matches && matches.length > 0) return { name: rule.name, matches }
      }
      return null
    }
    function nowadays(
      items: readonly TimeItem[],
      { from, to, expression }: TimeMatch,
    ): TimeMatch['expression'] {
      return (expression as When).shift?.unit === 'D' && rules.isNowadays(items, from, to)
        ? { kind: 'reference', value: 'PRESENT_REF' }
        : expression
    }
  },
}

const yearOf = (day: number): number => civil(day).year

/** A week: what a weekday without more can mean. */
const newsDays = 7

const isWeekday = (expression: TimeMatch['expression']): boolean =>
  expression.kind === 'when' && expression.weekday !== undefined && expression.day === undefined

/** „20 Uhr“ belongs to the day of its sentence, „am Abend“ and „am Tag darauf“ to that of the paragraph. */
const isClock = (expression: TimeMatch['expression']): boolean =>
  expression.kind === 'when' && expression.hour !== undefined

/**
 * Set against another time in its sentence, „heute“ means these times.
 *
 *     Damals ein Dorf, ist die Stadt heute eine Metropole.
 *     ^^^^^^                         ^^^^^
 */
const contrastToday = (
  time: TimeAnnotation[],
  from: number,
  isToday: (one: TimeAnnotation) => boolean,
  publishedYear: number | null,
): void => {
  const isPast = ({ value }: TimeAnnotation): boolean =>
    value === 'PAST_REF' ||
    (publishedYear !== null && /^\d{3,4}$/u.test(value) && Number(value.padEnd(4, '0')) < publishedYear - 2)
  if (!time.slice(from).some(isPast)) return
  for (let i = from; i < time.length; i++) {
    if (isToday(time[i]!)) time[i] = { ...time[i]!, value: 'PRESENT_REF', range: null, basis: 'stated' }
  }
}
