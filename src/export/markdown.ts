/** A dossier to read, print or put into a vault: entries with their steps, each sentence with its source as a footnote. */
import { amountWords } from '../core/amount-words.ts'
import { dateWords } from '../core/date-words.ts'
import type { Commitment, LedgerEvidence, Step } from '../formats/ledger.ts'
import { inFamilies, newestFirst } from './families.ts'
import { bracketed, type ExportInput, everyPiece, passageKey, passageLink } from './input.ts'

const words = {
  de: {
    all: 'Vorgänge',
    asOf: (day: string) => `Stand ${day}`,
    now: 'Stand: alles Bekannte',
    entries: (count: number) => `${count} ${count === 1 ? 'Vorgang' : 'Vorgänge'}`,
    pieces: (count: number) => `${count} ${count === 1 ? 'Beleg' : 'Belege'}`,
    reports: (count: number) => `${count} ${count === 1 ? 'Bericht' : 'Berichte'}`,
    from: (pieces: string, count: number) =>
      `${pieces} aus ${count} ${count === 1 ? 'Bericht' : 'Berichten'}`,
    origins: (count: number) => `${count} ${count === 1 ? 'Ursprung' : 'Ursprünge'}`,
    unreviewed: (count: number) =>
      count === 0 ? 'alle geprüft' : `maschinell gelesen, ${count} davon von niemandem geprüft`,
    contradictions: 'Widersprüche',
    undated: 'ohne Datum',
    overdue: 'fällig, nicht bestätigt',
    said: (who: string) => `Sprecher: ${who}`,
    quote: (text: string) => `„${text}“`,
  },
  en: {
    all: 'Commitments',
    asOf: (day: string) => `As of ${day}`,
    now: 'Everything known',
    entries: (count: number) => `${count} ${count === 1 ? 'commitment' : 'commitments'}`,
    pieces: (count: number) => `${count} ${count === 1 ? 'piece' : 'pieces'} of evidence`,
    reports: (count: number) => `${count} ${count === 1 ? 'report' : 'reports'}`,
    from: (pieces: string, count: number) => `${pieces} in ${count} ${count === 1 ? 'report' : 'reports'}`,
    origins: (count: number) => `${count} ${count === 1 ? 'origin' : 'origins'}`,
    unreviewed: (count: number) =>
      count === 0 ? 'all reviewed' : `read by machine, ${count} of them reviewed by nobody`,
    contradictions: 'Contradictions',
    undated: 'undated',
    overdue: 'due, not confirmed',
    said: (who: string) => `speaker: ${who}`,
    quote: (text: string) => `“${text}”`,
  },
} as const

/**
 * Text of others must not become markup: neither links nor HTML. What only means something at the beginning of a line
 * needs no escape, since our own words stand there.
 */
const inline = (text: string): string =>
  text
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replaceAll(/[\\`*_[\]<>|~&^$#]/gu, '\\$&')
    .replaceAll('://', '\\://')

type Cited = Pick<LedgerEvidence, 'report' | 'source' | 'exact' | 'start' | 'end'> & {
  readonly speaker?: string | null
}

/** Each passage is one note, however often it is cited. */
const footnotes = ({ reports, language }: ExportInput) => {
  const say = words[language]
  const numbers = new Map<string, number>()
  const notes: string[] = []
  const noteOf = (piece: Cited, number: number): string => {
    const report = reports.get(piece.report)
    const link = passageLink(report, piece.exact)
    const outlets = [report?.publisher, ...(report?.agencies ?? [])].filter((name) => name)
    const source = [
      outlets.map((name) => inline(name!)).join(' / '),
      report === undefined ? '' : inline(report.title ?? bracketed(report) ?? ''),
      dateWords(language, report?.published ?? null) ?? say.undated,
      link === null ? inline(piece.source) : `<${link}>`,
    ]
    const speaker = piece.speaker ? ` (${say.said(inline(piece.speaker))})` : ''
    return `[^${number}]: ${say.quote(inline(piece.exact))}${speaker} ${source.filter((part) => part !== '').join(', ')}`
  }
  const cite = (piece: Cited): string => {
    const key = passageKey(piece)
    let number = numbers.get(key)
    if (number === undefined) {
      number = numbers.size + 1
      numbers.set(key, number)
      notes.push(noteOf(piece, number))
    }
    return `[^${number}]`
  }
  return { cite, notes }
}

const stepLine = (step: Step, cite: (piece: Cited) => string, { label, language }: ExportInput): string => {
  const say = words[language]
  const basis = step.date === null || step.date.basis === 'stated' ? '' : ` (${label(step.date.basis)})`
  const date = step.date === null ? say.undated : `${dateWords(language, step.date.edtf)}${basis}`
  const what = [
    `**${inline(label(step.transition))}**`,
    step.factuality === 'actual' ? null : label(step.factuality),
    step.overdue ? say.overdue : null,
    `${say.reports(step.reports)}, ${say.origins(step.origins)}`,
  ]
  return `- ${date}: ${what.filter((part) => part !== null).join(' · ')}${step.evidence.map(cite).join('')}`
}

const stateLine = (one: Commitment, { label, language }: ExportInput): string =>
  [
    label(one.kind),
    label(one.stage ?? 'unstaged'),
    one.suspension === 'none' ? null : label(one.suspension),
    one.amount === null ? null : amountWords(one.amount, language),
    `\`${one.id}\``,
  ]
    .filter((part) => part !== null)
    .join(' · ')

/** Wholes by what moved last, each followed by its parts. */
export const markdown = (input: ExportInput): string => {
  const { ledger, subject, label, language } = input
  const say = words[language]
  const { cite, notes } = footnotes(input)
  const known = new Set(ledger.commitments.map((one) => one.id))
  const entries = inFamilies(newestFirst(ledger.commitments)).map((one) => {
    const isPart = one.parent !== null && known.has(one.parent)
    return [
      `${isPart ? '###' : '##'} ${inline(one.title)}`,
      stateLine(one, input),
      one.history.map((step) => stepLine(step, cite, input)).join('\n'),
    ].join('\n\n')
  })
  const contradictions = ledger.contradictions.map((one) => {
    const sides = [...new Set(one.claims.map(({ value }) => value))].map((value) => {
      const claims = one.claims.filter((claim) => claim.value === value)
      return `${inline(label(value))}${claims.map(cite).join('')}`
    })
    return `- ${inline(one.about)}: ${sides.join(' · ')}`
  })
  const title = subject?.title ?? say.all
  const pieces = everyPiece(ledger).map(({ piece }) => piece)
  const told = [
    ledger.asOf === null ? say.now : say.asOf(dateWords(language, ledger.asOf)!),
    say.entries(ledger.commitments.length),
    say.from(
      say.pieces(new Set(pieces.map(passageKey)).size),
      new Set(pieces.map((piece) => piece.report)).size,
    ),
    say.unreviewed(ledger.commitments.filter((one) => one.review === 'machine').length),
  ]
  const head = [
    '---',
    `title: ${JSON.stringify(title)}`,
    `asOf: ${ledger.asOf === null ? 'null' : `"${ledger.asOf}"`}`,
    `clock: ${ledger.clock}`,
    `snapshot: "${ledger.snapshot}"`,
    '---',
    '',
    `# ${inline(title)}`,
    '',
    `${told.join(' · ')}.`,
  ].join('\n')
  return `${[
    head,
    ...entries,
    ...(contradictions.length === 0 ? [] : [`## ${say.contradictions}\n\n${contradictions.join('\n')}`]),
    ...(notes.length === 0 ? [] : [notes.join('\n')]),
  ].join('\n\n')}\n`
}
