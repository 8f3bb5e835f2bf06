/** The reports that the ledger cites, for reference managers: BibTeX (biblatex) and CSL-JSON. */
import { bracketed, type CitedReport, citedIds, type ExportInput, safeUrl } from './input.ts'

const cited = ({ ledger, reports }: ExportInput): CitedReport[] =>
  citedIds(ledger).flatMap((id) => reports.get(id) ?? [])

const special: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}
const tex = (text: string): string =>
  text.replaceAll(/\s+/gu, ' ').replaceAll(/[\\{}~^&%$#_]/gu, (one) => special[one] ?? `\\${one}`)

/** Date of a reference: day, month or year, or an interval of them. Nothing where an end is open. */
const dateOf = (edtf: string | null): readonly string[] => {
  const parts = (edtf ?? '')
    .split('/')
    .map((part) => /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?(?=$|T)/u.exec(part)?.[0])
  return parts.every((part) => part !== undefined) ? (parts as string[]) : []
}

export const bibtex = (input: ExportInput): string =>
  cited(input)
    .map((report) => {
      const date = dateOf(report.published)
      const authors = [...report.authors, ...(report.authors.length === 0 ? report.agencies : [])]
      const url = safeUrl(report.url)
      const title = report.title ?? bracketed(report)
      const fields: readonly (readonly [string, string | null])[] = [
        // Names are braced, so that „dpa-AFX“ or „Die Redaktion“ is not taken apart into given and family name.
        ['author', authors.length === 0 ? null : authors.map((name) => `{${tex(name)}}`).join(' and ')],
        ['title', title === null ? null : `{${tex(title)}}`],
        ['journal', report.publisher === null ? null : tex(report.publisher)],
        ['date', date.length === 0 ? null : date.join('/')],
        ['year', date[0]?.slice(0, 4) ?? null],
        ['month', date.length === 1 && date[0]!.length >= 7 ? String(Number(date[0]!.slice(5, 7))) : null],
        ['url', url === null ? null : url.replaceAll('%', '\\%')],
        ['urldate', report.capturedAt.slice(0, 10)],
        ['langid', report.language === 'de' ? 'ngerman' : null],
      ]
      const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}},\n`]))
      return `@article{${report.id},\n${lines.join('')}}\n`
    })
    .join('\n')

export const cslJson = (input: ExportInput): string => {
  const dateParts = (days: readonly string[]) => ({
    'date-parts': days.map((day) => day.split('-').map(Number)),
  })
  const items = cited(input).map((report) => {
    const date = dateOf(report.published)
    const authors = report.authors.length === 0 ? report.agencies : report.authors
    const url = safeUrl(report.url)
    const title = report.title ?? bracketed(report)
    return {
      id: report.id,
      type: 'article-newspaper',
      ...(title === null ? {} : { title }),
      ...(authors.length === 0 ? {} : { author: authors.map((literal) => ({ literal })) }),
      ...(report.publisher === null ? {} : { 'container-title': report.publisher }),
      ...(date.length === 0 ? {} : { issued: dateParts(date) }),
      accessed: dateParts([report.capturedAt.slice(0, 10)]),
      ...(url === null ? {} : { URL: url }),
      ...(report.language === null ? {} : { language: report.language }),
    }
  })
  return `${JSON.stringify(items, null, 1)}\n`
}
