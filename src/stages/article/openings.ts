/** What agencies put at the two ends of a report: the dateline before its first word, codes after its last. */
import { agencyOf, type Credit, readCredit } from './agencies.ts'
import { type FoundDate, findDates } from './date-text.ts'

const place = String.raw`\p{Lu}[\p{L}'’.-]*(?:\s(?:am|an|der|im|in|bei|ob|auf|de|los|la|el)(?=\s)|\s\p{Lu}[\p{L}'’.-]*|\s\(\p{Lu}\p{L}+\)){0,4}`
const places = String.raw`(?<place>${place}(?:\s?/\s?${place}){0,3})`
const day = String.raw`(?:,?\s(?:\d{1,2}\.\s?(?:\p{L}+|\d{1,2}\.)(?:\s?\d{2,4})?|\d{1,2}\s\p{L}+(?:\s\d{4})?))?`

/** What opens a paragraph like a place, and is none: titles, departments of a paper, days of the week. */
const noTown =
  '(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend|Dr|Prof|Mag|Rep|Sen|Gov|Rev|Forums?|Anzeige|Update|Kommentar|Analyse|Interview|Eilmeldung|Exklusiv|Meinung|Fazit|Hintergrund|Video'
/** A town in small letters; of more than one word where its first is known, or by a preposition: `Bad Ems`. */
const town = String.raw`(?!(?:${noTown})(?!\p{L}))(?:(?:Bad|Sankt|St\.|New|San|Los|Tel|Den|Abu|Addis|Buenos|Rio|Kuala|Hong)\s)?\p{Lu}\p{L}{2,}(?:-\p{Lu}\p{L}+)*(?:\s(?:am|an der|im|bei|ob der)\s\p{Lu}\p{L}+)?`
/** The report's first words, with no stop or second dash near: `Die Brücke – Baujahr 1960 – ist zu.` opens with no place. */
const firstWords = String.raw`["„“»«‚]?\p{Lu}(?:(?!\s[-–—]\s)[^.!?]|(?<=\d)\.){20}`

const datelines: readonly RegExp[] = [
  // KIEW (dpa-AFX) -   WASHINGTON / LONDON (Name) –   Berlin, 3. Mai (Reuters) -
  new RegExp(String.raw`^${places}${day}\s?\((?<source>[^()]{2,40})\)\s?(?:[-–—:]+|\.(?=\s))\s*`, 'u'),
  // BERLIN taz |   Berlin dpa -   Wien (APA) handled above
  new RegExp(String.raw`^${places}${day}\s(?<source>[\p{L}-]{2,12})\s?(?:\||[-–—]+)\s+`, 'u'),
  // Berlin/dpa.   dpa/Berlin:
  /^(?<source>[\p{Ll}]{3}(?:-AFX)?|AFP|APA|SDA|KNA|SID)\s?\/?\s?(?<place>\p{Lu}[\p{L}-]+)\s?(?:[-–—.:|]+)\s+/u,
  // BERLIN –   KIEW/MOSKAU -   TIROL. Die …
  new RegExp(
    String.raw`^(?<place>\p{Lu}[\p{Lu}ß'’.-]{2,}(?:(?:\s|\s?/\s?)\p{Lu}[\p{Lu}ß'’.-]{2,}){0,3})(?:${day}\s?[-–—|]+|(?<=\p{Lu}{3})\.)\s+`,
    'u',
  ),
  // dpa 12.03.2024 19:40 Die …
  /^(?<source>dpa(?:-AFX)?|AFP|APA|AP|SDA|KNA|Reuters)\s\d{1,2}\.\d{1,2}\.\d{4}(?:,?\s\d{1,2}:\d\d(?:\sUhr)?)?[\s:–—|-]+(?=\p{Lu})/u,
  // Innsbruck – Die …   Kiew/Moskau · Die …   Berlin, 3. Mai 2024 – Die …   Hannover. Die …   Bonn, 3. Mai 2024. Die …
  new RegExp(
    String.raw`^(?<place>${town}(?:\s?/\s?${town}){0,3})(?:${day}\s[-–—·]|,\s\d{1,2}\.\s\p{L}+\s\d{4}\.|\.)\s+(?=${firstWords})`,
    'u',
  ),
  // (dpa) - Die …   (Keystone-SDA) Die …
  /^\((?<source>[^()]{2,40})\)\s?(?:[-–—:]+\s)?\s*(?=\S)/u,
]

export interface Dateline {
  readonly length: number
  readonly place: string | null
  readonly agencies: readonly string[]
  /** The outlet that puts its own name where an agency's would stand. */
  readonly outlet: string | null
}

/**
 * The dateline at the head of a paragraph.
 *
 *     KIEW (dpa-AFX) - Die Ukraine …
 *     ^^^^^^^^^^^^^^^^^
 */
export const readDateline = (text: string): Dateline | null => {
  const head = text.slice(0, 160)
  // Without a bracket, a bar, a dash or a stop behind the place there is none.
  if (!/[(|:]|\s[-–—·]\s|^\p{L}{3}[/ ]|^\p{Lu}[^.]{2,50}\.\s/u.test(head)) return null
  for (const [index, pattern] of datelines.entries()) {
    const match = pattern.exec(head)
    if (match === null) continue
    const { place: where, source } = match.groups as { place?: string; source?: string }
    const credit: Credit = source === undefined ? { agencies: [], whole: false } : readCredit(source)
    const isCredit = credit.agencies.length > 0
    if (where === undefined && !credit.whole) continue
    // A single lower-case word after a place is only an outlet's mark before a bar: "BERLIN taz |".
    if (index === 1 && !isCredit && !(match[0].includes('|') && source !== undefined && source.length <= 6))
      continue
    if (index === 2 && !isCredit) continue
    // "Wien (Ärztekammer) - ": the name of an outlet has no lower-case word in it, and the place is in capitals.
    if (index === 0 && !isCredit && where !== where?.toUpperCase()) continue
    return {
      length: match[0].length,
      place: where?.trim() ?? null,
      agencies: credit.agencies,
      outlet: isCredit || source === undefined ? null : source.trim(),
    }
  }
  return null
}

/** A dateline stands in one of the first blocks of the text: before its first words, or those after the lead. */
export const datelineBlocks = 3
/** As a date of publication a report's dateline stands above all that is not near the headline. */
export const datelineRank = 14

/**
 * The day in a report's own dateline.
 *
 *     Karlsruhe, 12. November 2021 – Der Rat …     Karlsruhe, (12.11.2021). Der Rat …     dpa 12.11.2021 19:40 Der Rat …
 *                ^^^^^^^^^^^^^^^^^                             ^^^^^^^^^^                      ^^^^^^^^^^^^^^^^
 */
export const datelineDay = (text: string): FoundDate | null => {
  const date = findDates(text.slice(0, 120))[0]
  if (date === undefined || date.start > 60) return null
  const before = text.slice(0, date.start)
  if (agencyOf(before.replace(/[\s,:|]+$/u, '')) !== null) return date
  const isOpening = /^(?:\p{Lu}[\p{L}\s./-]{1,40}(?:,|\s(?=\())\s*)?\(?$/u.test(before)
  return isOpening && /^\)?\s?(?:[.:–—|]|-{1,2}\s)/u.test(text.slice(date.end)) ? date : null
}

/** A line of its own: `MDR (dst)`, `MDR (dst, cfr)`, `RIRM`. */
const signature = /^(?:\p{Lu}{2,5} ?\((?:\p{L}{2,4}[,/ ]{0,2}){1,5}\)|\p{Lu}{2,6}(?:\/\p{Lu}{2,6}){0,3})$/u

const signOffs: readonly RegExp[] = [
  // … Marschflugkörpern./ksr/DP/stw   … zurück./DP/ksr
  /(?<=[\p{Pe}\p{Pf}\p{Pi}\p{Po}"])\s*\/(?:\p{Ll}{2,4}|\p{Lu}{2})(?:\/\p{L}{2,4}){0,4}\s*$/u,
  // … sagte er. (AFP/dpa/jW)
  /(?<=[\p{Pe}\p{Pf}\p{Pi}\p{Po}"])\s*\((?<credit>[^()]{2,60})\)\s*$/u,
  // … sagte er. dpa/jW   … sagte er. © dpa-infocom, dpa:250702-930-747575/1
  /(?<=[.!?"“”»«])\s+(?<credit>(?:©\s?)?(?:dpa|AFP|afp|SDA|sda|APA|apa|KNA|kna|epd|SID|sid|Reuters|rtr|AP|awp|dts)(?:[-/, ]+[\p{L}:\d-]{1,30}){0,4})\s*$/u,
]

export interface SignOff {
  /** Where the article's own words end. */
  readonly start: number
  readonly agencies: readonly string[]
}

const code = /^(?:\p{Ll}{2,4}|\p{Ll}{1,2}\p{Lu}{1,2})(?:[/,]\s?\p{L}{2,4})*$/u

/**
 * Codes and credits after the last word of an article.
 *
 *     … Raketen und Marschflugkörpern./ksr/DP/stw
 *                                     ^^^^^^^^^^^
 */
export const readSignOff = (text: string): SignOff | null => {
  if (text.length < 40 && signature.test(text)) return { start: 0, agencies: readCredit(text).agencies }
  const from = Math.max(0, text.length - 120)
  const tail = text.slice(from)
  for (const pattern of signOffs) {
    const match = pattern.exec(tail)
    if (match === null) continue
    const inner = match.groups?.credit
    if (inner === undefined) return { start: from + match.index, agencies: [] }
    const credit = readCredit(inner)
    if (!credit.whole && !code.test(inner)) continue
    return { start: from + match.index, agencies: credit.agencies }
  }
  return null
}
