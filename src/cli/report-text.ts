/** A report as a line of a list, and its passages. Prints, never decides. */
import { listReport } from '../api/listed.ts'
import type { Language } from '../core/errors.ts'
import type { Archive } from '../run/archive.ts'
import type { ListedReport } from '../store/store.ts'
import { say } from './io.ts'

/** Its title; where it has none, how it begins. */
export const titleText = (
  { title, opening }: { readonly title: string | null; readonly opening: string | null },
  language: Language,
): string =>
  title ??
  (opening === null ? say(language, 'untitled') : say(language, 'untitledBegins', { words: opening }))

/** Id and title, and below them day, outlet and where it is from. */
export const reportText = async (
  archive: Pick<Archive, 'reading'>,
  report: ListedReport,
  language: Language,
): Promise<string> => {
  const listed = await listReport(archive, report)
  const { id, published, publisher, url, source } = listed
  const where = [published ?? say(language, 'noDate'), publisher, url ?? source].filter(
    (part) => part !== null,
  )
  return `${id}  ${titleText(listed, language)}\n    ${where.join(' · ')}`
}
