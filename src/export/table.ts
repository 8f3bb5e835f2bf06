/** Tables as CSV (RFC 4180). */

export type Cell = string | number | boolean | null

export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

export interface CsvOptions {
  /** Excel takes a file without a byte order mark for Windows-1252. */
  readonly bom?: boolean
  /** German Excel expects `;`. */
  readonly semicolon?: boolean
}

/**
 * Text of a captured page must not become a formula of a spreadsheet: `=HYPERLINK(…)` gets an apostrophe before it.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
const harmless = (text: string): string => (/^[=+\-@\t\r]/u.test(text) ? `'${text}` : text)

export const csv = ({ columns, rows }: Table, options: CsvOptions = {}): string => {
  const separator = options.semicolon ? ';' : ','
  const field = (cell: Cell): string => {
    const text =
      typeof cell === 'string' ? harmless(cell.replaceAll('\0', '')) : cell === null ? '' : String(cell)
    return /[",;\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  const lines = [columns, ...rows].map((row) => `${row.map(field).join(separator)}\r\n`)
  return `${options.bom ? '\ufeff' : ''}${lines.join('')}`
}
