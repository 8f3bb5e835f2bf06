/** Reads the workbook of the Kiel Ukraine Support Tracker: the rows that carry the total of an activity. */
import { readFile, stat } from 'node:fs/promises'
import { failure } from '../core/errors.ts'
import type { KielEntry } from '../export/kiel-difference.ts'
import { kielSheet } from '../export/kiel-names.ts'
import { cannotRead } from './input.ts'
import { dateOfCell, numberOf, textOf } from './kiel-cells.ts'

/**
 * Columns by the names that they had over the years, the newest first: since 2024 `tot_activity_value`, in 2023
 * „Converted Value in EUR“ beside „Monetary Value as Given by Source“, in 2022 on a sheet „Clean Data“.
 */
const columnNames = {
  activity: ['activity_id', 'id'],
  donor: ['donor', 'countries', 'country'],
  date: ['announcement_date'],
  type: ['aid_type_general', 'type_of_aid_general'],
  measure: ['measure', 'type_of_donation'],
  explanation: ['explanation'],
  item: ['item'],
  currency: ['reporting_currency', 'original_currency'],
  total: ['tot_activity_value', 'source_reported_value', 'monetary_value_as_given_by_source'],
  totalInEuro: ['tot_activity_value_eur', 'converted_value_in_eur'],
  /** 1 where the row carries the sum of its activity. */
  isTotal: ['is_total_row', 'total_value_dummy'],
} as const
type Column = keyof typeof columnNames

/** Names differ in case, blanks and underscores too. */
const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '_')
    .replaceAll(/^_|_$/gu, '')

/** Titles and notes may stand above the names of the columns. */
const rowsSearched = 40

export interface KielWorkbook {
  /** Where the rows stand: the sheet, the row of its column names, and what each was taken for. */
  readonly sheet: string
  readonly headRow: number
  readonly columns: Readonly<Partial<Record<Column, string>>>
  readonly entries: readonly KielEntry[]
  /** Rows of parts of an activity, or without any amount. */
  readonly withoutTotal: number
  /** Rows that take something back. */
  readonly corrections: number
}

/** The published workbook has some 5 MB; what is packed into a ZIP file may be a thousand times larger. */
const maxPackedBytes = 50e6
const maxUnpackedBytes = 500e6

/** Sum of the sizes that the archive says its files have; unpacking stops beyond them. */
const unpackedBytes = async (bytes: Uint8Array): Promise<number> => {
  const { unzipSync } = await import('fflate')
  let sum = 0
  unzipSync(bytes, {
    filter: (file) => {
      sum += file.originalSize
      return false
    },
  })
  return sum
}

type Row = readonly unknown[]
type Sheet = { readonly sheet: string; readonly data: readonly Row[] }

const readSheets = async (source: string): Promise<readonly Sheet[]> => {
  try {
    const { size } = await stat(source)
    if (size > maxPackedBytes)
      throw failure('INPUT_TOO_LARGE', {
        source,
        megabytes: Math.ceil(size / 1e6),
        limit: maxPackedBytes / 1e6,
      })
    const bytes = await readFile(source)
    const unpacked = await unpackedBytes(bytes)
    if (unpacked > maxUnpackedBytes)
      throw failure('INPUT_TOO_LARGE', {
        source,
        megabytes: Math.ceil(unpacked / 1e6),
        limit: maxUnpackedBytes / 1e6,
      })
    const { default: readXlsx } = await import('read-excel-file/node')
    return await readXlsx(bytes)
  } catch (error) {
    throw (error as { code?: string }).code === 'INPUT_TOO_LARGE' ? error : cannotRead(source, error).error
  }
}

type Places = ReadonlyMap<Column, number>

/** Which column is what; null where this is no row of column names. */
const placesIn = (row: Row): Places | null => {
  const keys = row.map((cell) => keyOf(textOf(cell)))
  const places = new Map<Column, number>()
  for (const [column, names] of Object.entries(columnNames) as [Column, readonly string[]][]) {
    const name = names.find((one) => keys.includes(one))
    if (name !== undefined) places.set(column, keys.indexOf(name))
  }
  const isHead =
    places.has('donor') && places.has('date') && (places.has('total') || places.has('totalInEuro'))
  return isHead ? places : null
}

/** The sheet of the main data, by its name, else the first that has its columns. */
const mainSheet = (
  sheets: readonly Sheet[],
): (Sheet & { readonly head: number; readonly places: Places }) | null => {
  const isMain = ({ sheet }: Sheet): boolean => keyOf(sheet) === keyOf(kielSheet)
  for (const one of [...sheets.filter(isMain), ...sheets.filter((sheet) => !isMain(sheet))])
    for (const [head, row] of one.data.slice(0, rowsSearched).entries()) {
      const places = placesIn(row)
      if (places !== null) return { ...one, head, places }
    }
  return null
}

const measureOfCell = (cell: unknown): KielEntry['measure'] =>
  /^alloc/iu.test(textOf(cell)) ? 'Allocation' : /^commit/iu.test(textOf(cell)) ? 'Commitment' : null

const codeOfCurrency = (cell: unknown): string | null =>
  /^[A-Z]{3}$/u.exec(textOf(cell).toUpperCase())?.[0] ?? null

/** The sum in the currency of the source where both are told, else in euros. */
const amountOf = (
  cell: (column: Column) => unknown,
): Pick<KielEntry, 'amount' | 'currency' | 'euro'> | null => {
  const told = numberOf(cell('total'))
  const euro = numberOf(cell('totalInEuro'))
  const currency = codeOfCurrency(cell('currency'))
  if (told !== null && told !== 0 && currency !== null)
    return { amount: told, currency, euro: currency === 'EUR' ? told : euro }
  if (euro !== null && euro !== 0) return { amount: euro, currency: 'EUR', euro }
  return told === null || told === 0 ? null : { amount: told, currency: null, euro: null }
}

/** @throws KIEL_NO_SHEET where no sheet has the columns of the tracker; INPUT_… where it is no workbook. */
export const readKielWorkbook = async (source: string): Promise<KielWorkbook> => {
  const sheets = await readSheets(source)
  const main = mainSheet(sheets)
  if (main === null)
    throw failure('KIEL_NO_SHEET', {
      source,
      sheet: kielSheet,
      sheets: sheets.map(({ sheet }) => sheet).join(', ') || '–',
    })
  const { places, head } = main
  const rows = main.data.slice(head + 1).map((row, at) => ({
    row: head + at + 2,
    cell: (column: Column): unknown => {
      const place = places.get(column)
      return place === undefined ? null : row[place]
    },
  }))
  const isMarked = (cell: (column: Column) => unknown): boolean =>
    cell('isTotal') === true || numberOf(cell('isTotal')) === 1
  /** Activities of which one row is marked as carrying the sum; their other rows are parts. */
  const marked = new Set(
    rows
      .filter(({ cell }) => isMarked(cell) && amountOf(cell) !== null)
      .map(({ cell }) => textOf(cell('activity'))),
  )
  const entries: KielEntry[] = []
  let withoutTotal = 0
  let corrections = 0
  for (const { row, cell } of rows) {
    const donor = textOf(cell('donor'))
    if (donor === '') continue
    const activity = textOf(cell('activity'))
    const isPart = activity !== '' && marked.has(activity) && !isMarked(cell)
    const amount = amountOf(cell)
    if (isPart || amount === null) withoutTotal++
    else if (amount.amount < 0) corrections++
    else
      entries.push({
        row,
        activity: activity || null,
        donor,
        date: dateOfCell(cell('date')),
        measure: measureOfCell(cell('measure')),
        type: textOf(cell('type')) || null,
        ...amount,
        explanation: textOf(cell('explanation')) || textOf(cell('item')),
      })
  }
  const columns = Object.fromEntries(
    [...places].map(([column, place]) => [column, textOf(main.data[head]![place])]),
  )
  return { sheet: main.sheet, headRow: head + 1, columns, entries, withoutTotal, corrections }
}
