/** What a page says of itself to machines: JSON-LD, meta tags, `time` elements, address. */
import { decodeHTML } from 'entities'
import { attribute, type Element, type Page } from '../../html/tree.ts'
import { readCredit } from './agencies.ts'
import { splitNames } from './authors.ts'
import { findDates } from './date-text.ts'

export interface PageMetadata {
  readonly headline: string | null
  readonly ogTitle: string | null
  readonly pageTitle: string | null
  readonly description: string | null
  /** EDTF, best source first. */
  readonly published: readonly string[]
  /** Days that it does not say of what they are. */
  readonly days: readonly string[]
  readonly modified: readonly string[]
  /** As told, whoever they are. */
  readonly authors: readonly string[]
  readonly agencies: readonly string[]
  readonly publisher: string | null
  /** Every name that the page gives its site. */
  readonly siteNames: readonly string[]
  readonly canonicalUrl: string | null
  readonly language: string | null
  /** Text of the article as the structured data repeats it. */
  readonly articleBody: string | null
  readonly types: readonly string[]
  /** The page says of itself that it is one article. */
  readonly isArticle: boolean
  readonly isLocked: boolean
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

const articleTypes =
  /(?:Article|BlogPosting|LiveBlogPosting|Report|WebPage|Review|Posting|SocialMediaPosting|Recipe|AnalysisNewsArticle|OpinionNewsArticle)$/u
const bestTypes = /(?:NewsArticle|Article|BlogPosting|LiveBlogPosting|Report|Posting)$/u

const parseLoose = (text: string): Json => {
  const clean = text
    .trim()
    .replace(/^<!\[CDATA\[|\]\]>$/gu, '')
    .replace(/^<!--|-->$/gu, '')
    .replace(/;\s*$/u, '')
  try {
    return JSON.parse(clean) as Json
  } catch {
    try {
      // Line breaks inside strings and commas before a closing bracket are the usual faults.
      return JSON.parse(clean.replaceAll(/[\u0000-\u001f]+/gu, ' ').replaceAll(/,\s*(?=[}\]])/gu, '')) as Json
    } catch {
      return toldInPieces(clean)
    }
  }
}

/** What can still be told from structured data that no longer parses: an unescaped quotation mark spoils all of it. */
const toldInPieces = (text: string): Json => {
  if (!/"@type"\s*:\s*"(?:\w*Article|BlogPosting)"/u.test(text)) return null
  const found: { [key: string]: Json } = { '@type': 'Article' }
  for (const key of ['datePublished', 'dateModified', 'dateCreated']) {
    const value = new RegExp(`"${key}"\\s*:\\s*"([^"]{8,40})"`, 'u').exec(text)?.[1]
    if (value !== undefined) found[key] = value
  }
  return found
}

/** All objects with a type, however they are nested; bounded. */
const objectsOf = (value: Json, out: { [key: string]: Json }[], depth = 0): void => {
  if (depth > 8 || out.length > 200) return
  if (Array.isArray(value)) for (const item of value) objectsOf(item, out, depth + 1)
  else if (value !== null && typeof value === 'object') {
    if (value['@type'] !== undefined) out.push(value)
    for (const key of [
      '@graph',
      'mainEntity',
      'mainEntityOfPage',
      'liveBlogUpdate',
      'hasPart',
      'itemListElement',
    ]) {
      if (key === 'liveBlogUpdate' || key === 'hasPart' || key === 'itemListElement') continue
      const inner = value[key]
      if (typeof inner === 'object') objectsOf(inner, out, depth + 1)
    }
  }
}

const textOf = (value: Json | undefined): string | null => {
  if (typeof value === 'string') {
    const text = value.includes('&') ? decodeHTML(decodeHTML(value)) : value
    return text.trim() === '' ? null : text.trim()
  }
  if (Array.isArray(value)) return textOf(value[0])
  if (value !== null && typeof value === 'object') return textOf(value['@value'] ?? value.name)
  return null
}

const namesOf = (value: Json | undefined): string[] => {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(namesOf)
  if (value !== null && typeof value === 'object') return namesOf(value.name ?? undefined)
  return []
}

const typesOf = (object: { [key: string]: Json }): string[] => {
  const type = object['@type']
  return (Array.isArray(type) ? type : [type]).filter((t) => typeof t === 'string').map(String)
}

/** An instant or day as machines write it, to EDTF; null where it is none. */
export const machineDate = (raw: string | null): string | null => {
  if (raw === null) return null
  const text = raw.trim()
  const iso =
    /^(?<date>\d{4}-\d\d-\d\d)(?:[T\s]+(?<time>\d{1,2}:\d\d(?::\d\d)?)(?:[.,]\d+)?\s*(?<zone>Z|[+-]\d\d:?\d\d|UTC|GMT)?)?/u.exec(
      text,
    )
  if (iso?.groups?.date !== undefined) {
    const { date, time, zone } = iso.groups
    const [year, month, day] = date.split('-').map(Number)
    if (year! < 1990 || year! > 2100 || month! < 1 || month! > 12 || day! < 1 || day! > 31) return null
    if (time === undefined || /^0?0:00(?::00)?$/u.test(time)) return date
    const padded = time.padStart(
      time.length < 5 || (time.length > 5 && time.length < 8) ? time.length + 1 : 5,
      '0',
    )
    const mark =
      zone === undefined
        ? ''
        : /^(?:UTC|GMT)$/u.test(zone)
          ? 'Z'
          : zone.replace(/^([+-]\d\d)(\d\d)$/u, '$1:$2')
    return `${date}T${padded}${mark}`
  }
  const compact =
    /^(?<y>20\d\d)(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])(?:T?(?<h>\d\d)(?<i>\d\d)|$)/u.exec(text)
  if (compact?.groups !== undefined) return `${compact.groups.y}-${compact.groups.m}-${compact.groups.d}`
  if (/^\d{10}$|^\d{13}$/u.test(text)) {
    const instant = new Date(Number(text) * (text.length === 10 ? 1000 : 1))
    const year = instant.getUTCFullYear()
    return year >= 1995 && year <= 2100 ? instant.toISOString().slice(0, 19).concat('Z') : null
  }
  return text.length < 120 ? (findDates(text)[0]?.edtf ?? null) : null
}

const publishedNames = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'article.published',
  'published_time',
  'published',
  'publishdate',
  'publish-date',
  'publish_date',
  'pubdate',
  'dc.date.issued',
  'dcterms.issued',
  'dc.issued',
  'dc.date.created',
  'dcterms.created',
  'dc.created',
  'sailthru.date',
  'parsely-pub-date',
  'article_date_original',
  'originalpublicationdate',
  'cxenseparse:recs:publishtime',
  'cxense:publish-date',
  'vr:published_time',
  'bt:pubdate',
  'ptime',
  'displaydate',
  'article:published',
  'created',
  'publication_date',
  'citation_publication_date',
  'citation_date',
  'article.created',
  'datecreated',
  'pdate',
  'shareaholic:article_published_time',
  'rnews:datepublished',
  'og:pubdate',
  'dateposted',
  'dc.date.publication',
  'releasedate',
  'release_date',
  'posted',
  'video:release_date',
  'og:video:release_date',
]
/** Names for a day without saying of what; some editors fill them with the day of the last change. */
const dayNames = ['date', 'dc.date', 'dc:date', 'dcterms.date', 'last-published', 'doc_date', 'thisdate']
const modifiedNames = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'last-modified',
  'lastmod',
  'dcterms.modified',
  'dc.date.modified',
  'modified_time',
  'modified',
  'article:modified',
  'dateupdated',
  'dateupdate',
  'revised',
  'updated_time',
  'og:modified_time',
  'dc.modified',
  'article.updated',
]

/** Authors that are told to be organisations sign for them. */
const isOrganization = (value: Json): boolean =>
  value !== null &&
  typeof value === 'object' &&
  !Array.isArray(value) &&
  typesOf(value).some((type) => type.endsWith('Organization'))

const metaContent = (metas: readonly Element[]): Map<string, string> => {
  const found = new Map<string, string>()
  for (const meta of metas) {
    const content = attribute(meta, 'content') ?? attribute(meta, 'value')
    if (content === null || content.trim() === '') continue
    for (const key of ['property', 'name', 'itemprop', 'http-equiv'] as const) {
      const name = meta.attributes[key]?.toLowerCase()
      if (name !== undefined && !found.has(name)) found.set(name, content.trim())
    }
  }
  return found
}

export const pageMetadata = (page: Page): PageMetadata => {
  const objects: { [key: string]: Json }[] = []
  for (const script of page.structured) objectsOf(parseLoose(script), objects)
  const typed = objects.filter((object) => typesOf(object).some((t) => articleTypes.test(t)))
  const article = typed.find((object) => typesOf(object).some((t) => bestTypes.test(t))) ?? typed[0] ?? null
  // A page without an article may be about a film.
  const videos = article === null ? objects.filter((object) => typesOf(object).includes('VideoObject')) : []
  const metas = metaContent(page.metas)
  const meta = (...names: string[]): string | null => {
    for (const name of names) {
      const found = metas.get(name)
      if (found !== undefined) return found
    }
    return null
  }
  const dates = (names: readonly string[]): string[] =>
    names.flatMap((name) => machineDate(metas.get(name) ?? null) ?? [])
  const signed = [article?.author ?? null, article?.creator ?? null].flat()
  const names = signed.flatMap(namesOf).flatMap(splitNames)
  const authors = signed.filter((value) => !isOrganization(value)).flatMap(namesOf)
  if (names.length === 0) {
    const given = meta(
      'author',
      'article:author',
      'dc.creator',
      'parsely-author',
      'sailthru.author',
      'dcterms.creator',
    )
    if (given !== null && !/^https?:/u.test(given)) {
      names.push(...splitNames(given))
      authors.push(given)
    }
  }
  const agencies = names.flatMap((name) => {
    const credit = readCredit(name)
    return credit.whole ? credit.agencies : []
  })
  const publisher =
    textOf(article?.publisher) ??
    meta('og:site_name', 'application-name', 'publisher', 'dc.publisher', 'dcterms.publisher')
  const canonical = page.links.find((link) => /(?:^|\s)canonical(?:\s|$)/iu.test(link.attributes.rel ?? ''))
  const locked = objects.some(
    (object) =>
      object.isAccessibleForFree === false || /^false$/iu.test(String(object.isAccessibleForFree ?? '')),
  )
  const ldDate = (...keys: string[]): string[] =>
    [article, ...typed].flatMap((object) => keys.flatMap((key) => machineDate(textOf(object?.[key])) ?? []))
  return {
    headline: textOf(article?.headline) ?? null,
    ogTitle: meta('og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'sailthru.title', 'title'),
    pageTitle: page.title?.replaceAll(/\s+/gu, ' ').trim() || null,
    description: textOf(article?.description) ?? meta('og:description', 'description', 'twitter:description'),
    published: [
      ...ldDate('datePublished'),
      ...dates(publishedNames),
      ...ldDate('dateCreated', 'uploadDate'),
      ...videos.flatMap((video) => machineDate(textOf(video.uploadDate)) ?? []),
    ],
    days: dates(dayNames),
    modified: [...ldDate('dateModified'), ...dates(modifiedNames)],
    authors,
    agencies,
    publisher,
    siteNames: [publisher, meta('og:site_name'), meta('application-name'), meta('twitter:site')].filter(
      (name) => name !== null,
    ),
    canonicalUrl: (canonical === undefined ? null : attribute(canonical, 'href')) ?? meta('og:url'),
    language: page.language ?? meta('content-language', 'language', 'dc.language'),
    articleBody: typed.map((object) => textOf(object.articleBody)).find((text) => text !== null) ?? null,
    types: objects.flatMap(typesOf),
    isArticle:
      objects.some((object) => typesOf(object).some((type) => bestTypes.test(type))) ||
      /^(?:news)?\.?article$/iu.test(meta('og:type') ?? ''),
    isLocked: locked,
  }
}
