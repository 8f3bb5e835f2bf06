/** Headlines: where a kicker ends and the title begins, and what of a teaser is its title. */

/** Topics that stand before a headline without a mark: countries, regions, departments of a paper. */
const topicNames =
  'Ausland|Inland|International|Politik|Wirtschaft|Börse|Finanzen|Panorama|Vermischtes|Sport|Fussball|Fußball|Kultur|Wissen|Wissenschaft|Digital|Technik|Medien|Gesundheit|Umwelt|Klima|Justiz|Kriminalität|Verkehr|Wetter|Schweiz|Deutschland|Österreich|Europa|EU|Nato|NATO|UNO|USA|Russland|Ukraine|China|Frankreich|Italien|Spanien|Polen|Türkei|Israel|Iran|Irak|Syrien|Libanon|Ägypten|Saudi-Arabien|Afghanistan|Pakistan|Indien|Japan|Südkorea|Nordkorea|Taiwan|Australien|Kanada|Mexiko|Brasilien|Argentinien|Venezuela|Kolumbien|Kuba|Südafrika|Nigeria|Äthiopien|Sudan|Libyen|Tunesien|Marokko|Griechenland|Portugal|Belgien|Niederlande|Dänemark|Schweden|Norwegen|Finnland|Estland|Lettland|Litauen|Belarus|Moldau|Georgien|Armenien|Aserbaidschan|Ungarn|Tschechien|Slowakei|Slowenien|Kroatien|Serbien|Bosnien|Kosovo|Albanien|Nordmazedonien|Rumänien|Bulgarien|Grossbritannien|Großbritannien|Irland|Nahost'
const topics = new RegExp(
  String.raw`^(?:${topicNames})(?:\s:\s+|\s+(?=\p{Lu}[\p{L}-]+(?:\/\p{Lu}[\p{L}-]+)?:\s))`,
  'u',
)
/** Of two on end the second acts: `Frankreich Spanien kündigt Abkommen`, `Spanien EU-Kommission rügt Regierung`. */
const twoTopics = new RegExp(
  String.raw`^(?:${topicNames})\s+(?=(?:${topicNames}|(?:EU|US)-\p{L}+)\s+(?!(?:und|mit|seit|statt|gegen|neben|zwischen|wegen)\s)(?:\p{Ll}+(?:t|en)|will|soll|muss|darf|kann)\s)`,
  'u',
)

/**
 * A topic glued to the headline when the page's line break was lost.
 *
 *     Frankreich Paris: Premierminister tritt zurück
 *     ^^^^^^^^^^
 */
export const splitKicker = (headline: string): { kicker: string | null; title: string } => {
  const match = topics.exec(headline) ?? twoTopics.exec(headline)
  if (match === null) return { kicker: null, title: headline }
  return { kicker: match[0].replace(':', '').trim(), title: headline.slice(match[0].length) }
}

/** Labels that say what a text is to the outlet, not what it is about. */
export const noKicker =
  /^(?:news|aktuell|update|exklusiv|eilmeldung|live|leseempfehlung|anzeige|werbung|advertorial.*|sponsored.*|video|podcast|bilder|fotos)$/iu

/** A capital article or preposition after a word without a stop opens a new sentence: `… für Kiew Der Außen…`. */
const sentenceOpener =
  /(?<=[\p{L}\d»“"]) (?=(?:Der|Die|Das|Ein|Eine|Einer|Im|In|Am|An|Auf|Aus|Bei|Beim|Nach|Vor|Seit|Mit|Für|Wie|Wegen|Laut|Zum|Zur|Es|Sie|Er|Wir|Als|Wenn|Während|Trotz|Unter|Über|Zwei|Drei|Viele|Mehr|Kein|Keine|The|A|An|In|On|After|At)\s)/u

/**
 * The headline at the front of a teaser whose line breaks were lost: its first sentence.
 *
 *     Ministerin reist nach Warschau. Dort sollen …
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export const titleOfTeaser = (text: string): string => {
  const stop = /(?<!(?:^|[\s(])(?:\p{Lu}|\d{1,2}|Dr|Prof|St|Nr|Mio|Mrd))[.!?…][“”"»«]?(?=\s|$)/u.exec(text)
  const first = stop === null ? text : text.slice(0, stop.index + stop[0].length)
  const opener = sentenceOpener.exec(first)
  return (
    opener === null || first.slice(0, opener.index).split(' ').length < 3
      ? first
      : first.slice(0, opener.index)
  ).trim()
}

/** Letters and digits only, in lower case. */
export const normal = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Word overlap of two headlines. */
export const similar = (a: string, b: string): number => {
  if (a.length > 4 * b.length + 40 || b.length > 4 * a.length + 40) return 0
  const x = new Set(normal(a).split(' '))
  const y = new Set(normal(b).split(' '))
  let both = 0
  for (const word of x) if (y.has(word)) both++
  return (2 * both) / (x.size + y.size)
}

/** The last mark in a title that a site's name may stand behind. */
const siteMark = /^(?<rest>.+?)\s*(?<mark>[|•·»«]|\s[-–—]+\s)\s*(?<last>(?:(?![|•·»«]|\s[-–—]+\s).)+)$/su

const glued = (text: string): string => normal(text).replaceAll(' ', '')

/** `MDR.DE`, `Süddeutsche`, `SZ`: the site's name, a part of it that stands for it, or its initials. */
const namesSite = (part: string, sites: readonly string[]): boolean => {
  if (/\.(?:de|at|ch|com|net|org|eu|info|tv)$/iu.test(part)) return true
  const name = glued(part)
  return sites.some((site) => {
    const full = glued(site)
    if (full.length < 2 || name.length < 2) return false
    const initials = normal(site)
      .split(' ')
      .map((word) => word[0])
      .join('')
    return (
      name === full ||
      name === initials ||
      (name.length > 3 && full.includes(name)) ||
      (full.length > 3 && name.includes(full))
    )
  })
}

/**
 * A title without the name of its site. A dash is also the headline's own mark, so what stands behind one goes only
 * where it names the site, or where another title of the page ends before it.
 *
 *     Brücke gesperrt – Umleitung eingerichtet | Kreisblatt
 *                                              ^^^^^^^^^^^^
 */
export const withoutSite = (title: string, sites: readonly string[], others: readonly string[]): string => {
  let current = title
  for (let i = 0; i < 4; i++) {
    const { rest, mark, last } = siteMark.exec(current)?.groups ?? {}
    if (rest === undefined || last === undefined || rest.length < 10) break
    const bar = !mark!.trim().match(/^[-–—]+$/u)
    const isSite =
      namesSite(last, sites) ||
      others.some((other) => normal(other) === normal(rest)) ||
      (last.split(' ').length <= 3 &&
        (bar || (others.length === 0 && i === 0)) &&
        !others.some((other) => normal(other).includes(normal(last))))
    if (!isSite) break
    current = rest.replace(/[\s|•·»«–—-]+$/u, '')
  }
  return current
}

export interface TitleSources {
  /** `headline` of the structured data. */
  readonly headline: string | null
  /** What the page is called where it is shared: `og:title`. */
  readonly shared: string | null
  /** `<title>`. */
  readonly page: string | null
  /** The page's first-rank headings. */
  readonly printed: readonly string[]
  readonly sites: readonly string[]
}

/**
 * The headline as the page tells machines; it carries the kicker and no ornaments. Where search engines, shared links
 * and readers are each told something else, the readers' is the true one.
 */
export const chooseTitle = ({ headline, shared, page, printed, sites }: TitleSources): string | null => {
  const heads = printed.filter((text) => text.length > 5)
  const given = [headline, shared, heads.length === 0 ? page : null]
  const told = given.flatMap((text, index) => {
    if (text === null) return []
    const others = [...given.filter((_, i) => i !== index), ...heads].filter((other) => other !== null)
    return [withoutSite(text.replaceAll(/\s+/gu, ' ').trim(), sites, others)]
  })
  const [first, second] = told
  const head = heads[0]
  if (first === undefined) return head ?? null
  const areThree =
    headline !== null &&
    second !== undefined &&
    head !== undefined &&
    Math.max(similar(first, second), similar(first, head), similar(second, head)) < 0.5
  return areThree ? head : first
}
