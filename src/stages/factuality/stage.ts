/**
 * One judgement for each clause: what its own words say, then what the words that govern it say.
 *
 *   clause → own (modal verb, tense, mood, adverb, negation, time) → governed (dass, infinitive, ob) → factuality
 *
 * Who says so is no matter here: „soll geliefert haben“ and the Konjunktiv of reported speech stay actual.
 */
import type {
  Clause,
  Factuality,
  FactualityAnnotation,
  TimeAnnotation,
  VerbGroup,
} from '../../core/layers.ts'
import type { Span } from '../../core/span.ts'
import type { Annotated, Stage } from '../../core/stage.ts'
import type { FactualityRules, Governing } from '../../lang/common/factuality.ts'
import type { Knowledge } from '../knowledge.ts'

type Requires = 'sentence' | 'word' | 'phrase' | 'clause' | 'time' | 'statement'

interface Judgement {
  readonly factuality: Factuality
  readonly background: boolean
  readonly cue: Span | null
  readonly rule: string
}

export const factualityStage: Stage<Requires, 'factuality', Knowledge> = {
  name: 'factuality',
  version: 2,
  requires: ['sentence', 'word', 'phrase', 'clause', 'time', 'statement'],
  provides: ['factuality'],
  run: (document, { locale }) => {
    const judge = judgeClauses(document, locale.factuality)
    const factuality = document.clause.map(
      ({ start, end }, clause): FactualityAnnotation => ({ start, end, clause, ...judge(clause) }),
    )
    return { layers: { factuality }, diagnostics: [] }
  },
}

const judgeClauses = (
  document: Annotated<Requires>,
  rules: FactualityRules,
): ((clause: number) => Judgement) => {
  const { clause: clauses, word: words } = document
  const times = timesByClause(document)
  const isReported = reported(document)
  const { wordBefore, wordBeforeThat } = wordsBeforeTimes(document)
  const hasCondition = new Set<number>()
  /** Clauses that wait for another: „Sobald das Eis schmilzt, läuft das Schiff aus.“ */
  const awaits = new Set<number>()
  /** Clauses that an infinitive or dass-clause depends on. */
  const governs = new Set<number>()
  for (const { conditional, parent, kind, introducer } of clauses) {
    if (parent === null) continue
    if (conditional) hasCondition.add(parent)
    else if (introducer !== null && rules.awaiting.has(words[introducer]!.text.toLowerCase()))
      awaits.add(parent)
    else if (kind === 'infinitive' || kind === 'subordinate') governs.add(parent)
  }
  const own = clauses.map((clause, i) => judgeOwn(clause, i))
  const done: (Judgement | undefined)[] = []

  return (index) => {
    // Up the chain to the first clause that is judged, then down again: linear, and safe for any depth.
    const chain: number[] = []
    for (
      let i: number | null = index;
      i !== null && done[i] === undefined && chain.length <= clauses.length;
      i = clauses[i]!.parent
    )
      chain.push(i)
    for (const i of chain.reverse()) {
      if (done[i] !== undefined) continue
      const { parent } = clauses[i]!
      const above = parent === null ? null : (done[parent] ?? null)
      done[i] = above === null ? own[i]! : governed(i, parent!, above)
    }
    return done[index]!
  }

  function clauseForms(clause: Clause): { at: number; lower: string }[] {
    const out: { at: number; lower: string }[] = []
    for (const [from, to] of clause.parts)
      for (let at = from; at < to; at++) out.push({ at, lower: words[at]!.text.toLowerCase() })
    return out
  }
  function spanOf(at: number): Span {
    return { start: words[at]!.start, end: words[at]!.end }
  }

  function judgeOwn(clause: Clause, index: number): Judgement {
    const forms = clauseForms(clause)
    const { verb } = clause
    const past = verb?.tense === 'preterite' || verb?.tense === 'perfect' || verb?.tense === 'pluperfect'
    const background = isBackground(clause, index, forms, past)
    const say = (factuality: Factuality, rule: string, at: number | null = null): Judgement => ({
      factuality,
      background,
      cue: at === null ? null : spanOf(at),
      rule: `factuality/${rule}`,
    })
    const opener =
      clause.introducer === null
        ? forms[0]
        : { at: clause.introducer, lower: words[clause.introducer]!.text.toLowerCase() }
    if (!verb) return say('actual', 'no-verb')
    // „Hätte die Bank gewarnt, hätten Anleger verkauft“: neither took place.
    const unreal =
      verb.mood === 'kon2' &&
      (verb.tense === 'pluperfect' || verb.tense === 'perfect') &&
      verb.modals.length === 0
    if (unreal && (clause.conditional || hasCondition.has(index)))
      return say('denied', 'counterfactual', verb.finite)
    const above = clause.parent === null ? null : clauses[clause.parent]!.verb
    // „Immer wenn der Fluss anschwoll, zogen sie fort“ took place.
    const whenever =
      past &&
      above !== null &&
      isPastIndicative(above.tense, above.mood) &&
      rules.whenever.has(opener?.lower ?? '')
    if (clause.conditional && !whenever) return say('possible', 'condition', opener?.at ?? null)
    // „… warum die Ampel ausfiel“: only the reason is asked for.
    if (clause.question && !(clause.kind === 'subordinate' && past)) return say('possible', 'question')
    const negation = negationOf(forms, verb.negated)
    // „um … zu“, „damit“, „ohne … zu“, „ob“.
    const opened =
      opener && clause.kind !== 'main'
        ? rules.introducers.get(opener.lower)
        : opener?.lower === 'ob'
          ? ('possible' as const)
          : undefined
    if (opened === 'denied' || opened === 'possible') {
      if (!whenever) return say(opened, 'introducer', opener!.at)
    }
    if (
      verb.mood === 'kon2' &&
      verb.tense !== 'present' &&
      forms.some(({ lower }) => rules.nearly.has(lower))
    )
      return say('denied', 'nearly', verb.finite)
    if (opened === 'planned') return say(negation === null ? 'planned' : 'denied', 'purpose', opener!.at)
    if (
      opened === undefined &&
      opener &&
      !past &&
      clause.kind === 'subordinate' &&
      rules.untilIntroducers.has(opener.lower)
    )
      return say('planned', 'until', opener.at)
    // „Geben Sie die Archive frei!“
    const exclaims =
      clause.kind === 'main' && verb.finite !== null && verb.finite === forms[0]?.at && isExclaimed(clause)
    if (verb.mood === 'imp' || exclaims) return say('possible', 'imperative', verb.finite)
    const modalLemma = verb.modals[0]
    const modal = modalLemma === undefined ? undefined : rules.modals.get(modalLemma)
    // „könnten nicht mehr liefern“: that it may fail is open as that it may succeed.
    if (
      negation !== null &&
      verb.mood === 'kon2' &&
      modal?.subjunctive === 'possible' &&
      !rules.advising.has(modalLemma!)
    )
      return say('possible', 'open-denial', verb.finite)
    const adverb = forms.find(({ lower }) => rules.adverbs.has(lower))
    const byAdverb = adverb ? rules.adverbs.get(adverb.lower)! : null
    // „kommt vermutlich nicht“: the denial is a guess.
    if (negation !== null && byAdverb === 'possible') return say('possible', 'open-denial', adverb!.at)
    if (negation !== null) return say('denied', 'negation', negation)
    if (byAdverb === 'denied') return say('denied', 'adverb', adverb!.at)
    if (modal) {
      // The preterite of sollen and wollen looks like the subjunctive and is told by the time it is set in.
      const perfect = verb.tense === 'perfect' || verb.tense === 'futurePerfect'
      const value =
        verb.mood === 'kon2'
          ? modal.subjunctive
          : perfect && (modalLemma !== 'wollen' || verb.mood === 'ind')
            ? modal.perfect
            : verb.tense === 'preterite' || verb.tense === 'pluperfect'
              ? modal.past
              : modal.present
      if (value === 'planned' && hasCondition.has(index)) return say('possible', 'consequent')
      if (value !== 'actual' || !byAdverb) return say(value, 'modal', verb.finite)
    }
    if (byAdverb === 'possible') return say('possible', 'adverb', adverb!.at)
    if (hasCondition.has(index) && (!past || verb.mood === 'kon2')) return say('possible', 'consequent')
    if (verb.mood === 'kon2') {
      // In reported speech the second subjunctive stands in for the first.
      if (!isReported(clause)) return say('possible', 'subjunctive', verb.finite)
      if (verb.tense === 'future') return say('planned', 'future', verb.finite)
    }
    if (verb.tense === 'future') return say('planned', 'future', verb.finite)
    if (verb.tense === 'futurePerfect') return say('possible', 'future-perfect', verb.finite)
    if (!past && byAdverb === 'planned') return say('planned', 'adverb', adverb!.at)
    if (!past && awaits.has(index)) return say('planned', 'awaiting')
    const pending = rules.pending.get(verb.lemma)
    if (pending && !past && !governs.has(index) && !forms.some(({ lower }) => lower === 'mit'))
      return say(pending, 'pending', verb.main)
    if (
      verb.tense === 'present' &&
      verb.voice !== 'statal' &&
      times[index]?.some((time) => isAhead(time, rules.lasting.has(verb.lemma)))
    )
      return say('planned', 'time-ahead')
    return say('actual', 'default')
  }

  function isPastIndicative(tense: VerbGroup['tense'], mood: VerbGroup['mood']): boolean {
    return mood === 'ind' && (tense === 'preterite' || tense === 'perfect' || tense === 'pluperfect')
  }
  function isExclaimed(clause: Clause): boolean {
    const last = document.sentence[clause.sentence]
    return last !== undefined && words[last.to - 1]?.text === '!'
  }

  /** Word that denies the clause, or null. „nicht nur“ denies nothing. */
  function negationOf(forms: readonly { at: number; lower: string }[], negated: boolean): number | null {
    let harmless = false
    for (let i = 0; i < forms.length; i++) {
      const { lower, at } = forms[i]!
      if (!rules.notWords.has(lower) && !rules.noDeterminers.includes(lower) && !isHardly(forms, i)) continue
      if (rules.harmlessAfterNot.has(forms[i + 1]?.lower ?? '')) {
        harmless = true
        continue
      }
      // „nicht Berlin, sondern Paris“ denies a part only.
      if (forms.some((form, j) => j > i && form.lower === 'sondern')) return null
      return at
    }
    return negated && !harmless ? (forms[0]?.at ?? null) : null
  }

  /** „kommt kaum an“; but „kaum 200“ counts, and „Kaum war er da, …“ is a time. */
  function isHardly(forms: readonly { at: number; lower: string }[], i: number): boolean {
    if (!rules.hardly.has(forms[i]!.lower)) return false
    const next = forms[i + 1]
    if (next === undefined) return true
    const { kind, upos } = words[next.at]!
    return kind !== 'number' && upos !== 'NUM' && !(i === 0 && (upos === 'VERB' || upos === 'AUX'))
  }

  /** What the clause or noun that it completes says of it. */
  function governed(index: number, parent: number, above: Judgement): Judgement {
    const clause = clauses[index]!
    const self = own[index]!
    const opener = clause.introducer === null ? null : words[clause.introducer]!.text.toLowerCase()
    // A stretch without a finite verb is an infinitive, whatever it was taken for.
    const infinitive =
      (clause.kind === 'infinitive' ||
        (clause.kind === 'subordinate' && clause.verb !== null && clause.verb.finite === null)) &&
      !(opener !== null && rules.introducers.has(opener))
    const completes =
      infinitive ||
      (clause.kind !== 'main' && opener !== null && rules.complementizers.has(opener)) ||
      (clause.kind === 'main' && isVerbSecondComplement(clause))
    if (!completes) return self
    const background = self.background || (above.background && !isFinitePresent(clause))
    const governor = governorOf(clause, parent)
    const perfect =
      clause.verb?.tense === 'perfect' ||
      clause.verb?.tense === 'preterite' ||
      clause.verb?.tense === 'pluperfect'
    const say = (factuality: Factuality, rule: string): Judgement => ({
      factuality,
      background,
      cue: governor?.cue ?? self.cue,
      rule: `factuality/${rule}`,
    })
    if (governor === null) {
      if (infinitive && self.factuality === 'actual' && !perfect)
        return say(above.factuality === 'actual' ? 'planned' : above.factuality, 'infinitive')
      return { ...self, background }
    }
    const { complement } = governor.governing
    if (complement === 'same')
      return self.factuality === 'actual' ? say(above.factuality, 'implied') : { ...self, background }
    if (complement === 'denied') {
      // „schloss nicht aus, dass“ leaves it open; „kein Zweifel“.
      if (above.factuality === 'denied') return say('possible', 'denial-denied')
      if (above.factuality === 'possible') return say('possible', 'denial-open')
      return say('denied', 'denied-by-governor')
    }
    if (self.factuality === 'denied') return { ...self, background }
    if (complement === 'planned') {
      if (above.factuality === 'denied') return say('denied', 'plan-denied')
      // „Der Plan, die Häfen zu verkaufen, scheiterte“
      const fails = governor.byNoun && rules.failing.has(clauses[parent]!.verb?.lemma ?? '')
      if (fails) return say('denied', 'plan-failed')
      if (perfect || (!infinitive && self.factuality === 'possible')) return { ...self, background }
      if (above.factuality === 'possible') return say('possible', 'plan-open')
      return say('planned', 'planned-by-governor')
    }
    const inVain = clauseForms(clauses[parent]!).some(({ lower }) => rules.inVain.has(lower))
    // „nicht in der Lage, … zu“, „keine Möglichkeit, … zu“
    if (above.factuality === 'denied' && governor.byNoun) return say('denied', 'impossible')
    return inVain ? say('denied', 'in-vain') : say('possible', 'possible-by-governor')
  }
  function isFinitePresent(clause: Clause): boolean {
    return (
      clause.verb !== null &&
      clause.verb.finite !== null &&
      clause.verb.tense === 'present' &&
      clause.verb.mood === 'ind'
    )
  }
  /** „… hofft, die Lage bessere sich“: without „dass“ the subjunctive shows that it depends. */
  function isVerbSecondComplement(clause: Clause): boolean {
    return clause.verb?.mood === 'kon1' || clause.verb?.mood === 'kon2'
  }
  /** A noun or adjective right before the clause, else the verb of the clause above. */
  function governorOf(
    clause: Clause,
    parent: number,
  ): { governing: Governing; cue: Span; byNoun: boolean } | null {
    const first = clause.parts[0]?.[0] ?? 0
    for (let at = first - 1; at >= Math.max(0, first - 4); at--) {
      const { upos, lemma, text } = words[at]!
      if (upos === 'PUNCT') continue
      const governing =
        upos === 'NOUN'
          ? rules.governingNoun(lemma.toLowerCase())
          : upos === 'ADJ' || upos === 'ADV'
            ? rules.governingNoun(text.toLowerCase())
            : null
      if (governing) return { governing, cue: spanOf(at), byNoun: true }
      if (upos === 'NOUN' || upos === 'VERB' || upos === 'AUX') break
    }
    const { verb } = clauses[parent]!
    if (!verb) return null
    const particle = clauseForms(clauses[parent]!).find(
      ({ lower }) => rules.against.has(lower) || (verb.lemma === 'sein' && rules.ongoing.has(lower)),
    )
    // „stimmte dagegen, … zu“, „ist dabei, … zu“
    if (particle && clause.kind !== 'main')
      return {
        governing: { complement: rules.against.has(particle.lower) ? 'denied' : 'same' },
        cue: spanOf(particle.at),
        byNoun: false,
      }
    const governing = rules.governing(verb.lemma)
    if (governing) return { governing, cue: spanOf(verb.main), byNoun: false }
    // „Es ist möglich, dass“, „Ziel ist, … zu“: what is said of it stands anywhere in the clause above.
    if (
      verb.lemma === 'sein' ||
      verb.lemma === 'haben' ||
      verb.lemma === 'bestehen' ||
      verb.lemma === 'geben'
    ) {
      for (const { at } of clauseForms(clauses[parent]!)) {
        const word = words[at]!
        const found = rules.governingNoun((word.upos === 'NOUN' ? word.lemma : word.text).toLowerCase())
        if (found) return { governing: found, cue: spanOf(at), byNoun: true }
      }
    }
    return null
  }

  /** Told as history: pluperfect, „zuvor“, „bereits im März“, a time long before the publication. */
  function isBackground(
    clause: Clause,
    index: number,
    forms: readonly { at: number; lower: string }[],
    past: boolean,
  ): boolean {
    const { verb } = clause
    if (verb?.tense === 'pluperfect' && verb.mood !== 'kon2') return true
    if (
      clause.introducer !== null &&
      rules.backgroundIntroducers.has(words[clause.introducer]!.text.toLowerCase())
    )
      return past
    if (!past) return false
    for (const { lower } of forms) if (rules.backgroundAdverbs.has(lower)) return true
    return times[index]?.some(isLongAgo) ?? false
  }
  function isAhead(time: TimeAnnotation, lasts: boolean): boolean {
    if (time.value === 'FUTURE_REF') return true
    if (lasts && rules.until.has(wordBefore.get(time.start) ?? '')) return false
    const published = document.publishedAt?.slice(0, 10)
    return published?.length === 10 && time.range !== null && time.range[0] > published
  }
  function isLongAgo(time: TimeAnnotation): boolean {
    if (time.value === 'PAST_REF') return true
    const published = document.publishedAt?.slice(0, 10)
    if (time.range === null) return false
    const before = wordBefore.get(time.start)
    if (before !== undefined && rules.since.has(before)) return false
    // „bereits am Montag“ is history two days on, „am Montag“ is news.
    const already =
      before !== undefined &&
      (rules.already.has(before) || rules.already.has(wordBeforeThat.get(time.start) ?? ''))
    if (published?.length !== 10) return already
    return time.range[1] < (already ? published : monthsBefore(published))
  }
}

/** Two months before, on the same day: „im Januar“ is still news in March. */
const monthsBefore = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const index = year * 12 + month - 3
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

/** The times that stand in a clause itself, by one sweep. */
const timesByClause = ({
  clause,
  word,
  time,
}: Annotated<Requires>): (readonly TimeAnnotation[] | undefined)[] => {
  const owner: number[] = []
  clause.forEach(({ parts }, index) => {
    for (const [from, to] of parts) for (let i = from; i < to; i++) owner[i] = index
  })
  const out: TimeAnnotation[][] = []
  let at = 0
  for (const annotation of time) {
    while (at < word.length && word[at]!.end <= annotation.start) at++
    const index = owner[at]
    if (index === undefined) continue
    const list = out[index] ?? []
    list.push(annotation)
    out[index] = list
  }
  return out
}

/** The two words before each time, by the offset of the time. */
const wordsBeforeTimes = ({
  word,
  time,
}: Annotated<Requires>): { wordBefore: Map<number, string>; wordBeforeThat: Map<number, string> } => {
  const wordBefore = new Map<number, string>()
  const wordBeforeThat = new Map<number, string>()
  let at = 0
  for (const { start } of time) {
    while (at < word.length && word[at]!.end <= start) at++
    if (at > 0) wordBefore.set(start, word[at - 1]!.text.toLowerCase())
    if (at > 1) wordBeforeThat.set(start, word[at - 2]!.text.toLowerCase())
  }
  return { wordBefore, wordBeforeThat }
}

/** Whether a clause stands in what somebody is told to have said. */
const reported = ({ statement }: Annotated<Requires>): ((clause: Clause) => boolean) => {
  const spans = statement
    .flatMap(({ kind, parts }) => (kind === 'direct' ? [] : parts))
    .toSorted((a, b) => a.start - b.start)
  // Furthest end among the spans that begin before: enough to know whether any of them reaches over.
  const reach: number[] = []
  for (const { end } of spans) reach.push(Math.max(end, reach.at(-1) ?? 0))
  return ({ start }) => {
    let low = 0
    let high = spans.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (spans[middle]!.start <= start) low = middle + 1
      else high = middle
    }
    return low > 0 && reach[low - 1]! > start
  }
}
