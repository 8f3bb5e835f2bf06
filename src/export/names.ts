/** Names of the ways out; apart from what writes them, so that --help loads none of it. */
export const exportNames = [
  'csv',
  'xlsx',
  'evidence',
  'jsonld',
  'ftm',
  'annotations',
  'atom',
  'ics',
  'markdown',
  'bibtex',
  'csljson',
] as const

export type ExportName = (typeof exportNames)[number]
