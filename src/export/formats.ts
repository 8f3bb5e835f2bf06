/** The ways out of the ledger: name on the command line and in addresses → what is written. Same ledger, same bytes. */
import { annotationPage } from './annotations.ts'
import { atom } from './atom.ts'
import { bibtex, cslJson } from './citations.ts'
import { followTheMoney } from './follow-the-money.ts'
import { iCalendar } from './icalendar.ts'
import type { ExportInput } from './input.ts'
import { jsonLd } from './json-ld.ts'
import { kielSheet } from './kiel-names.ts'
import { evidenceTable, ledgerTable } from './ledger-tables.ts'
import { markdown } from './markdown.ts'
import type { ExportName } from './names.ts'
import { type CsvOptions, csv } from './table.ts'
import { xlsx } from './xlsx.ts'

interface ExportFormat {
  readonly contentType: string
  /** End of the file's name. */
  readonly extension: string
  readonly write: (input: ExportInput, options: CsvOptions) => string | Uint8Array
}

export const exportFormats = {
  csv: {
    contentType: 'text/csv; charset=utf-8; header=present',
    extension: 'csv',
    write: (input, options) => csv(ledgerTable(input), options),
  },
  xlsx: {
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
    write: (input) => xlsx(ledgerTable(input), kielSheet),
  },
  evidence: {
    contentType: 'text/csv; charset=utf-8; header=present',
    extension: 'evidence.csv',
    write: (input, options) => csv(evidenceTable(input), options),
  },
  jsonld: { contentType: 'application/ld+json', extension: 'jsonld', write: jsonLd },
  ftm: { contentType: 'application/x-ndjson', extension: 'ftm.json', write: followTheMoney },
  annotations: {
    contentType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    extension: 'annotations.json',
    write: annotationPage,
  },
  atom: { contentType: 'application/atom+xml; charset=utf-8', extension: 'atom', write: atom },
  ics: { contentType: 'text/calendar; charset=utf-8', extension: 'ics', write: iCalendar },
  markdown: { contentType: 'text/markdown; charset=utf-8', extension: 'md', write: markdown },
  bibtex: { contentType: 'application/x-bibtex; charset=utf-8', extension: 'bib', write: bibtex },
  csljson: { contentType: 'application/vnd.citationstyles.csl+json', extension: 'csl.json', write: cslJson },
} as const satisfies Readonly<Record<ExportName, ExportFormat>>
