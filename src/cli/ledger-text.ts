/** The ledger and its entries as text for a terminal. Prints, never decides. */
import type { CompiledCodebook } from '../codebook/codebook.ts'
import type { Language } from '../core/errors.ts'
import { label } from '../core/labels.ts'
import type { Commitment, Ledger, Step } from '../formats/ledger.ts'
import { say } from './io.ts'

export const dateText = (date: Step['date'], language: Language): string => {
  if (date === null) return say(language, 'noDate')
  return date.basis === 'stated' ? date.edtf : `${date.edtf} (${label(language, date.basis)})`
}

/** „zugesagt, pausiert“ */
export const stateText = (
  commitment: Pick<Commitment, 'stage' | 'suspension'>,
  language: Language,
): string => {
  const states = [commitment.stage, commitment.suspension === 'none' ? null : commitment.suspension]
    .filter((state) => state !== null)
    .map((state) => label(language, state))
  return states.length > 0 ? states.join(', ') : label(language, 'unstaged')
}

const lastDate = (commitment: Commitment): string =>
  commitment.history.findLast((step) => step.factuality === 'actual' && step.date !== null)?.date?.edtf ?? ''

const head = (ledger: Ledger, language: Language): string =>
  say(language, 'ledgerHead', {
    asOf: ledger.asOf === null ? say(language, 'asOfNow') : say(language, 'asOfDay', { day: ledger.asOf }),
    commitments: ledger.commitments.length,
    contradictions: ledger.contradictions.length,
  })

const notes = (ledger: Ledger, language: Language): string[] =>
  (
    [
      ['newer', ledger.newer],
      ['possiblyLater', ledger.possiblyLater],
      ['withdrawnReports', ledger.withdrawn.length],
    ] as const
  )
    .filter(([, count]) => count > 0)
    .map(([key, count]) => say(language, key, { count }))

const eventLabel = (type: string, language: Language, codebook: CompiledCodebook): string =>
  codebook.types.get(type)?.label[language] ?? type

export const ledgerText = (ledger: Ledger, language: Language, codebook: CompiledCodebook): string => {
  const rows = ledger.commitments.map((commitment) => {
    const last = commitment.history.findLast((step) => step.factuality === 'actual')
    const states = stateText(commitment, language)
    const change = last === undefined ? '' : ` · ${eventLabel(last.transition, language, codebook)}`
    return [
      `${commitment.id}  ${commitment.title}`,
      `    ${label(language, commitment.kind)} · ${states}${change} ${lastDate(commitment)}`.trimEnd(),
    ].join('\n')
  })
  return `${[head(ledger, language), ...notes(ledger, language), '', ...rows, rows.length > 0 ? '' : null, say(language, 'snapshot', { id: ledger.snapshot })].filter((line) => line !== null).join('\n')}\n`
}

const stepText = (step: Step, language: Language, codebook: CompiledCodebook): string => {
  const counts = [
    say(language, 'reports', { count: step.reports }),
    say(language, 'origins', { count: step.origins }),
  ].join(', ')
  const marks = [
    label(language, step.factuality),
    step.background ? label(language, 'background') : null,
    step.overdue ? say(language, 'overdue') : null,
  ].filter((mark) => mark !== null)
  const evidence = step.evidence.map((piece) => {
    const who = [piece.speaker, piece.publisher, piece.agency].filter((name) => name !== null)
    const origin = [...who, piece.published, piece.source].filter((part) => part !== null)
    return `      „${piece.exact}“\n        ${origin.join(' · ')} (${piece.report})`
  })
  return [
    `  ${dateText(step.date, language)}  ${eventLabel(step.transition, language, codebook)} → ${stateText(step, language)}`,
    `      ${marks.join(', ')} · ${counts}`,
    ...evidence,
  ].join('\n')
}

/** An entry with its history, newest step last, and the contradictions that concern it. */
export const commitmentText = (
  commitment: Commitment,
  ledger: Ledger,
  language: Language,
  codebook: CompiledCodebook,
): string => {
  const contradictions = ledger.contradictions.filter((one) => one.commitment === commitment.id)
  return `${[
    `${commitment.id}  ${commitment.title}`,
    `  ${label(language, commitment.kind)} · ${stateText(commitment, language)}`,
    ...(commitment.parent === null ? [] : [`  ${say(language, 'partOf', { id: commitment.parent })}`]),
    '',
    ...commitment.history.map((step) => stepText(step, language, codebook)),
    ...contradictions.flatMap((one) => [
      '',
      `  ${say(language, 'contradiction', { about: one.about })}`,
      ...one.claims.map(
        (claim) => `      ${label(language, claim.value)}: „${claim.exact}“ (${claim.source})`,
      ),
    ]),
  ].join('\n')}\n`
}
