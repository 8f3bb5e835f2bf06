import { type KielEntry, kielDifference } from '../../export/kiel-difference.ts'
import { readKielWorkbook } from '../../run/kiel-workbook.ts'
import { type Io, say } from '../io.ts'
import { withFreshArchive } from '../open.ts'
import { type AsOfArguments, ledgerRequest } from './ledger.ts'

export const runImportKiel = (input: AsOfArguments & { readonly file: string }, io: Io): Promise<number> =>
  withFreshArchive(input, io, async (archive) => {
    const { language } = io
    const workbook = await readKielWorkbook(input.file)
    const difference = kielDifference(workbook.entries, await archive.ledger(ledgerRequest(input)))
    if (input.json) {
      const { withoutTotal, corrections } = workbook
      await io.write(`${JSON.stringify({ ...difference, leftOut: { withoutTotal, corrections } })}\n`)
      return 0
    }
    const number = new Intl.NumberFormat(language)
    const money = (value: number, currency: string | null) => `${number.format(value)} ${currency ?? '?'}`
    type Ours = (typeof difference.onlyOurs)[number]
    const theirs = (one: KielEntry) =>
      `${say(language, 'kielRow', { row: one.row })}  ${one.date ?? say(language, 'noDate')}  ${one.donor}  ${money(one.amount, one.currency)}`
    const ours = (one: Ours) =>
      `${one.id}  ${one.date ?? say(language, 'noDate')}  ${one.title}${one.amount === null ? '' : `  ${money(one.amount.value, one.amount.currency)}`}`
    const explained = (one: KielEntry) =>
      one.explanation === ''
        ? []
        : [`    ${[...one.explanation.replaceAll(/\s+/gu, ' ')].slice(0, 100).join('')}`]
    const lines = [
      say(language, 'kielHead', {
        both: difference.both.length,
        differing: difference.both.filter((pair) => pair.differs.length > 0).length,
        theirs: difference.onlyTheirs.length,
        ours: difference.onlyOurs.length,
      }),
      ...difference.both.flatMap((pair) => [
        `${pair.differs.length === 0 ? '=' : '~'} ${theirs(pair.theirs)}`,
        `    ${ours(pair.ours)}`,
      ]),
      ...difference.onlyTheirs.flatMap((one) => [`- ${theirs(one)}`, ...explained(one)]),
      ...difference.onlyOurs.map((one) => `+ ${ours(one)}`),
      say(language, 'kielLeftOut', {
        rows: workbook.withoutTotal,
        corrections: workbook.corrections,
        donors: difference.unknownDonors.length,
      }),
    ]
    await io.write(`${lines.join('\n')}\n`)
    return 0
  })
