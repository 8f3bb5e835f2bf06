import {
  type Difference,
  type KielDifference,
  type KielEntry,
  kielDifference,
} from '../../export/kiel-difference.ts'
import { type KielWorkbook, readKielWorkbook } from '../../run/kiel-workbook.ts'
import { type Io, say } from '../io.ts'
import type { MessageKey } from '../messages.ts'
import { withFreshArchive } from '../open.ts'
import { type AsOfArguments, ledgerFor, ledgerRequest } from './ledger.ts'

interface ImportArguments extends AsOfArguments {
  readonly file: string
  readonly all?: boolean
}

const explanationLength = 100

const differenceText = (difference: KielDifference, workbook: KielWorkbook, all: boolean, io: Io): string => {
  const { language } = io
  const number = new Intl.NumberFormat(language)
  const money = (value: number, currency: string | null) => `${number.format(value)} ${currency ?? '?'}`
  type Ours = (typeof difference.onlyOurs)[number]
  const theirs = (one: KielEntry) =>
    `${say(language, 'kielRow', { row: one.row })}  ${one.date ?? say(language, 'noDate')}  ${one.donor}  ${money(one.amount, one.currency)}`
  const ours = (one: Ours) =>
    `${one.id}  ${one.date ?? say(language, 'noDate')}  ${one.title}${one.amount === null ? '' : `  ${money(one.amount.value, one.amount.currency)}`}`
  const words = (text: string) => {
    const line = text.replaceAll(/\s+/gu, ' ')
    return line.length > explanationLength ? `${line.slice(0, explanationLength - 1)}…` : line
  }
  const explained = (one: KielEntry) => (one.explanation === '' ? [] : [`    ${words(one.explanation)}`])
  const differing = ({ field, theirs, ours }: Difference) => {
    const value = (text: string) => (field === 'amount' ? number.format(Number(text)) : text)
    return `    ${say(language, `kiel_${field}`, { theirs: value(theirs), ours: value(ours) })}`
  }
  const section = (key: MessageKey, count: number, lines: readonly string[]) =>
    count === 0 ? [] : ['', say(language, key, { count }), ...lines]

  const same = difference.both.filter(({ differs }) => differs.length === 0)
  const different = difference.both.filter(({ differs }) => differs.length > 0)
  const shown = all ? difference.onlyTheirs : difference.onlyTheirs.filter((one) => one.covered)
  const donors = [...new Set(difference.unknownDonors.map((one) => one.donor))].sort()
  const pairLines = (pairs: KielDifference['both'], mark: string) =>
    pairs.flatMap((pair) => [
      `${mark} ${theirs(pair.theirs)}`,
      `    ${ours(pair.ours)}`,
      ...pair.differs.map(differing),
    ])
  return `${[
    say(language, 'kielHead', {
      sheet: workbook.sheet,
      entries: workbook.entries.length,
      both: difference.both.length,
      differing: different.length,
      theirs: difference.onlyTheirs.length,
      ours: difference.onlyOurs.length,
    }),
    ...section('kielSame', same.length, pairLines(same, '=')),
    ...section('kielDifferent', different.length, pairLines(different, '~')),
    ...section(
      'kielOnlyOurs',
      difference.onlyOurs.length,
      difference.onlyOurs.map((one) => `+ ${ours(one)}`),
    ),
    ...section(
      'kielOnlyTheirs',
      difference.onlyTheirs.length,
      shown.flatMap((one) => [`- ${theirs(one)}`, ...explained(one)]),
    ),
    ...(shown.length < difference.onlyTheirs.length
      ? [say(language, 'kielNotCovered', { count: difference.onlyTheirs.length - shown.length })]
      : []),
    '',
    say(language, 'kielLeftOut', {
      rows: workbook.withoutTotal,
      corrections: workbook.corrections,
      donors: difference.unknownDonors.length,
    }),
    ...(donors.length > 0 ? [say(language, 'kielUnknown', { donors: donors.slice(0, 20).join(', ') })] : []),
  ].join('\n')}\n`
}

/** Shows the ledger beside the workbook of the Kiel tracker; changes nothing. */
export const runImportKiel = (input: ImportArguments, io: Io): Promise<number> =>
  withFreshArchive(input, io, async (archive) => {
    const workbook = await readKielWorkbook(input.file)
    const ledger = await ledgerFor(archive, ledgerRequest(input), input, io)
    const difference = kielDifference(workbook.entries, ledger)
    const { entries, ...read } = workbook
    if (ledger.commitments.length === 0) io.log(say(io.language, 'emptyLedger'))
    await io.write(
      input.json
        ? `${JSON.stringify({ ...difference, workbook: { ...read, entries: entries.length } })}\n`
        : differenceText(difference, workbook, input.all ?? false, io),
    )
    return 0
  })
