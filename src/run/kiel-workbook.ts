/** Reads the workbook of the Kiel Ukraine Support Tracker: the rows that carry the total of an activity. */
import { readFile, stat } from 'node:fs/promises'
import { failure } from '../core/errors.ts'
import type { KielEntry } from '../export/kiel-difference.ts'
import { kielSheet } from '../export/kiel-names.ts'

export interface KielWorkbook {
  readonly entries: readonly KielEntry[]
  /** Rows of parts of an activity, or without any amount. */
  readonly withoutTotal: number
  /** Rows that take something back. */
  readonly corrections: number
}

/** The published workbook has some 5 MB; what is packed into a ZIP file may be a thousand times larger. */
const maxPackedBytes = 50e6
const maxUnpackedBytes = 500e6
const needed = ['donor', 'announcement_date', 'tot_activity_value'] as const

/** The tracker writes `.` where nothing is known, and blanks behind words. */
const textOf = (cell: unknown): string => {
  const text = cell === null || cell === undefined ? '' : String(cell).trim()
  return text === '.' ? '' : text
}

const numberOf = (cell: unknown): number | null => {
  if (typeof cell === 'number') return cell
  const text = textOf(cell)
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : null
}

/** Excel counts days from 30 December 1899. */
const dayOfCell = (cell: unknown): string | null => {
  const time =
    cell instanceof Date
      ? cell.getTime()
      : typeof cell === 'number' && cell > 0 && cell < 100_000
        ? Date.UTC(1899, 11, 30) + Math.round(cell) * 86_400_000
        : Number.NaN
  if (!Number.isNaN(time)) return new Date(time).toISOString().slice(0, 10)
  return /^(?<day>\d{4}-\d{2}-\d{2})/u.exec(textOf(cell))?.groups?.day ?? null
}

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

export const readKielWorkbook = async (source: string): Promise<KielWorkbook> => {
  let sheets: readonly { readonly sheet: string; readonly data: readonly (readonly unknown[])[] }[]
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
    sheets = await readXlsx(bytes)
  } catch (error) {
    const code = (error as { code?: string }).code
    if (code === 'INPUT_TOO_LARGE') throw error
    if (code === 'ENOENT' || code === 'ENOTDIR') throw failure('INPUT_MISSING', { source }, error)
    if (code === 'EACCES' || code === 'EPERM') throw failure('INPUT_FORBIDDEN', { source }, error)
    throw failure('INPUT_UNREADABLE', { source, reason: (error as Error).message }, error)
  }
  const rows = sheets.find((one) => one.sheet.trim() === kielSheet)?.data ?? []
  const headAt = rows.findIndex((row) => needed.every((name) => row.some((cell) => textOf(cell) === name)))
  if (headAt < 0) throw failure('KIEL_NO_SHEET', { source, sheet: kielSheet, columns: needed.join(', ') })
  const columns = new Map(rows[headAt]!.map((cell, at) => [textOf(cell), at] as const))
  const cellOf = (row: readonly unknown[], name: string): unknown => {
    const at = columns.get(name)
    return at === undefined ? null : row[at]
  }
  const entries: KielEntry[] = []
  let withoutTotal = 0
  let corrections = 0
  rows.slice(headAt + 1).forEach((row, at) => {
    const donor = textOf(cellOf(row, 'donor'))
    if (donor === '') return
    const amount = numberOf(cellOf(row, 'tot_activity_value'))
    if (amount === null || amount === 0) withoutTotal++
    else if (amount < 0) corrections++
    else
      entries.push({
        row: headAt + at + 2,
        donor,
        date: dayOfCell(cellOf(row, 'announcement_date')),
        amount,
        currency: textOf(cellOf(row, 'reporting_currency')).toUpperCase() || null,
        explanation: textOf(cellOf(row, 'explanation')),
      })
  })
  return { entries, withoutTotal, corrections }
}
