/** A report out of a container, as a page: what the container says of it is told as pages tell it, in meta tags. */

export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

export interface Told {
  readonly title?: string | null
  readonly published?: string | null
  readonly modified?: string | null
  /** People and agencies, as they sign. */
  readonly authors?: readonly string[]
  readonly publisher?: string | null
  readonly language?: string | null
}

const meta = (name: string, content: string | null | undefined): string =>
  content ? `<meta property="${name}" content="${escapeText(content)}">` : ''

/** Paragraphs of a plain text are parted by empty lines, or by line ends where there are none. */
export const paragraphsOf = (text: string): string =>
  text
    .split(/\r?\n\s*\r?\n/u.test(text) ? /\r?\n\s*\r?\n/u : /\r?\n/u)
    .map((paragraph) => `<p>${escapeText(paragraph.trim())}</p>`)
    .join('\n')

/** `body` is markup. */
export const containedPage = (told: Told, body: string): string => {
  const title = told.title ? escapeText(told.title) : null
  const isTitled = /<h1[\s>]/iu.test(body)
  return [
    `<html${told.language ? ` lang="${escapeText(told.language)}"` : ''}><head><meta charset="utf-8">`,
    title === null ? '' : `<title>${title}</title>`,
    meta('author', told.authors?.join('; ')),
    meta('article:published_time', told.published),
    meta('article:modified_time', told.modified),
    meta('og:site_name', told.publisher),
    '</head><body><article>',
    title === null || isTitled ? '' : `<h1>${title}</h1>`,
    body,
    '</article></body></html>',
  ]
    .filter((piece) => piece !== '')
    .join('\n')
}
