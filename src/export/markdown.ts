/** A dossier to read, print or put into a vault: entries with their steps, each sentence with its source as a footnote. */
import type { Language } from '../core/errors.ts'
import type { LedgerEvidence } from '../formats/ledger.ts'
import { type ExportInput, passageKey, passageLink } from './input.ts'

const words = {
  de: {
    asOf: 'Stand',
    all: 'alles Bekannte',
    contradictions: 'Widersprüche',
    untitled: '(ohne Titel)',
    undated: 'ohne Datum',
    report: 'Bericht',
    reports: 'Berichte',
    origin: 'Ursprung',
    origins: 'Ursprünge',
  },
  en: {
    asOf: 'As of',
    all: 'everything known',
    contradictions: 'Contradictions',
    untitled: '(untitled)',
    undated: 'undated',
    report: 'report',
    reports: 'reports',
    origin: 'origin',
    origins: 'origins',
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>

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

export const markdown = (input: ExportInput): string => {
  const { ledger, reports, label, language } = input
  const say = words[language]
  const noteOf = new Map<string, number>()
  const notes: string[] = []
  const footnote = (piece: Pick<LedgerEvidence, 'report' | 'source' | 'exact' | 'start' | 'end'>): string => {
    const key = passageKey(piece)
    let number = noteOf.get(key)
    if (number === undefined) {
      number = noteOf.size + 1
      noteOf.set(key, number)
      const report = reports.get(piece.report)
      const link = passageLink(report, piece.exact)
      const source = [
        report?.publisher,
        ...(report?.agencies ?? []),
        report?.title ?? say.untitled,
        report?.published,
      ]
        .filter((part) => part !== null && part !== undefined)
        .map(inline)
        .join(', ')
      const [open, close] = language === 'de' ? ['„', '“'] : ['“', '”']
      notes.push(
        `[^${number}]: ${open}${inline(piece.exact)}${close} ${source}. ${link === null ? inline(piece.source) : `<${link}>`}`,
      )
    }
    return `[^${number}]`
  }
  const entries = ledger.commitments.map((one) => {
    const state = [
      label(one.kind),
      one.stage === null ? null : label(one.stage),
      one.suspension === 'none' ? null : label(one.suspension),
      one.amount === null ? null : `${one.amount.value} ${one.amount.currency}`,
      `\`${one.id}\``,
    ]
    const steps = one.history.map((step) => {
      const basis = step.date === null || step.date.basis === 'stated' ? '' : ` (${label(step.date.basis)})`
      const date = step.date === null ? say.undated : `${step.date.edtf}${basis}`
      const counts = `${step.reports} ${step.reports === 1 ? say.report : say.reports}, ${step.origins} ${step.origins === 1 ? say.origin : say.origins}`
      const kind = step.factuality === 'actual' ? '' : ` · ${label(step.factuality)}`
      return `- ${date}: **${inline(label(step.transition))}**${kind} · ${counts}${step.evidence.map(footnote).join('')}`
    })
    return [
      `## ${inline(one.title)}`,
      state.filter((part) => part !== null).join(' · '),
      steps.join('\n'),
    ].join('\n\n')
  })
  const contradictions = ledger.contradictions.map(
    (one) =>
      `- ${inline(one.about)}: ${one.claims.map((claim) => `${inline(label(claim.value))}${footnote(claim)}`).join(' · ')}`,
  )
  const head = [
    '---',
    'title: Aktenlage',
    `asOf: ${ledger.asOf === null ? 'null' : `"${ledger.asOf}"`}`,
    `clock: ${ledger.clock}`,
    `snapshot: "${ledger.snapshot}"`,
    '---',
    '',
    `# Aktenlage · ${say.asOf}: ${ledger.asOf ?? say.all}`,
  ].join('\n')
  return `${[
    head,
    ...entries,
    ...(contradictions.length === 0 ? [] : [`## ${say.contradictions}\n\n${contradictions.join('\n')}`]),
    ...(notes.length === 0 ? [] : [notes.join('\n')]),
  ].join('\n\n')}\n`
}
