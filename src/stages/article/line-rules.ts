/** What a single block is by its own words: a date line, a credit, a caption, a byline, furniture. */
import type { FurnitureRole } from '../../core/article.ts'
import { type Credit, isPictureAgency, readCredit } from './agencies.ts'
import { type FoundDate, findDates } from './date-text.ts'
import { furniturePatterns, sectionHeads } from './furniture-words.ts'
import { readSignOff } from './openings.ts'

const dateLineWords =
  /(?:veröffentlicht|erschienen|erstellt|publiziert|aktualisiert|zuletzt|geändert|letzte[rs]?|änderung|aktualisierung|stand|datum|vom|am|um|uhr|update[ds]?|published|posted|last|modified|created|date|on|at|first|mon(?:tag|day)?|di(?:enstag)?|tue(?:s|sday)?|mi(?:ttwoch)?|wed(?:nesday)?|do(?:nnerstag)?|thu(?:rsday|rs)?|fr(?:eitag|i|iday)?|sa(?:mstag|t|turday)?|so(?:nntag|n)?|sun(?:day)?|sonnabend|h|gmt|utc|mez|mesz|cet|cest|min(?:uten|\.)?|lesezeit|lesedauer|online|print|seit|et|est|edt|pt|pst|pdt|bst)/giu

export interface DateLine {
  readonly dates: readonly FoundDate[]
  readonly isModified: boolean
}

/**
 * A line that says when, and nothing else.
 *
 *     Stand: 08.12.2023 - 19:41 Uhr
 *            ^^^^^^^^^^^^^^^^^^^^^^
 */
export const readDateLine = (text: string): DateLine | null => {
  if (text.length > 140) return null
  const dates = findDates(text)
  if (dates.length === 0) return null
  let rest = text
  for (const date of [...dates].reverse()) rest = `${rest.slice(0, date.start)} ${rest.slice(date.end)}`
  rest = rest.replace(dateLineWords, ' ').replaceAll(/[\d\s\p{P}\p{S}]+/gu, '')
  if (rest.length > 2) return null
  return {
    dates,
    isModified:
      /aktualisi|update|geändert|änderung|modified/iu.test(text) &&
      !/veröff|publish|erschien|erstellt/iu.test(text),
  }
}

const captionStart =
  /^(?:ARCHIV(?:BILD|FOTO)?(?!\p{L})|FILE(?: PHOTO)?(?!\p{L})|(?:Archiv|Symbol)(?:bild|foto)(?!\p{L})|HANDOUT(?!\p{L})|(?:Das |Dieses |Auf dem |Im |Unser )(?:Foto|Bild|Archivbild|Archivfoto|Symbolbild|Bildschirmfoto) (?:zeigt|ist|sind|zu sehen|aus)|Bildunterschrift|Vergrößern\s|(?:Beitrags|Titel|Aufmacher|Vorschau|Teaser|Artikel|Header)(?:bild|foto)\s?[:(]|(?:Abb(?:ildung|\.)|Fig(?:ure|\.)|Grafik|Bild|Foto) ?\d{1,3}\s?[:.|–-]\s|Bild \d+ von \d+|\d+ ?\/ ?\d+ )/u
const photoCredit =
  /(?:^|[\s(|/.–-]|(?<=\p{Ll}))(?:Foto|Fotos|Bild|Bilder|Grafik|Infografik|Archivfoto|Archivbild|Symbolfoto|Symbolbild|Bildquelle|Bildrechte|Fotograf(?:in)?|Photo|Photos|Image|Images|Credit|Picture|Photograph|Video|Karte|Quelle)(?:s)?(?: by)?\s?[:©|]\s?\S/u
const copyrightSign = /(?:©|\(c\)|Copyright)\s?\p{L}/u

/** `Vorname Name/Getty Images`, `STR/AFP via Getty Images`. */
const agencyAtEnd =
  /^[^.!?:]{2,50}(?:\/|\svia\s|\s\/\s)(?:getty images|picture alliance|imago(?: images)?|shutterstock|reuters|epa|keystone|adobe stock)$/iu

/**
 * The picture's agency and its photographer behind the caption's last word, on the same line.
 *
 *     … steht vor dem Rathaus. IMAGO/Nina Muster    … vor dem Rathaus (Archivbild)
 *                              ^^^^^^^^^^^^^^^^^^                      ^^^^^^^^^^^
 */
const creditAtEnd =
  /(?:(?:\s|\((?=imago|picture|getty|shutterstock|keystone|istock|adobe))(?:imago(?: images)?|picture[ -]alliance|getty images|shutterstock|epa|afp|ap|dpa|reuters|keystone|apa|istock|adobe ?stock)\s?\/\s?[^.!?]{2,40}|\((?:archiv|symbol|datei|beispiel|agentur)(?:bild|foto|aufnahme)?\)\.?|\s\p{Lu}\S+ \p{Lu}\S+\/copyright .{2,60})$/iu

/** Captions tell who stands where: `Anna Muster (l.)`, `(v. l.)`, `(2. v. r.)`. */
const whoIsWhere =
  /\((?:(?:\d\. ?)?v\. ?[lr]\.?(?: ?n\. ?[lr]\.?)?|[lr]\.|M\.|Mitte|links|rechts|hinten|vorne?)(?:,[^()]{2,30})?\)/u

/** A picture's file or agency, run together with its caption: `Rathaus.jpeg - Der Rat …`, `… vor dem RathausImago`. */
const gluedPicture =
  /^[^.]{2,60}\.(?:jpe?g|png|webp|gif)(?!\p{L})|\p{Ll}(?:Imago|dpa|AFP|AP|Reuters|EPA|Keystone|APA|Getty|Picture Alliance|AdobeStock|laif)$/u

/** What a picture shows, for those who do not see it: `… Im Hintergrund ist der Rhein zu sehen.` */
const inPicture =
  /(?:^|[.,]\s)(?:im (?:vorder|hinter)grund|links|rechts|daneben|darauf) .{0,80}zu (?:sehen|erkennen)\.?$/iu

/** Captions are shorter than this; a paragraph that an agency's sign ends is signed: `… Haushalt stehe. © dpa`. */
const longCaption = 200

/** A photo's caption or credit. Long paragraphs that only mention a photo are not. */
export const captionRule = (text: string): 'caption' | 'photo-credit' | null => {
  if (text.length > 500) return null
  if (isPictureAgency(text)) return 'photo-credit'
  if (text.length < 80 && agencyAtEnd.test(text)) return 'photo-credit'
  if (captionStart.test(text)) return 'caption'
  // dpa's online service signs its texts with the sign that others put to photos.
  if (/©\s?dpa-infocom/iu.test(text)) return null
  if (text.length < 250 && [whoIsWhere, inPicture, gluedPicture].some((rule) => rule.test(text)))
    return 'caption'
  if (text.length < 300 && creditAtEnd.test(text)) return 'caption'
  const match = photoCredit.exec(text) ?? copyrightSign.exec(text)
  if (match === null || (text.length > longCaption && readSignOff(text) !== null)) return null
  if (text.length - match.index > 140) return null
  return match.index < 4 ? 'photo-credit' : 'caption'
}

/** `(Politik, 3.4.2026 – 12:15) mehr …` */
export const teaserTail =
  /\((?:(?<section>[^()\d]{2,40}?),\s*)?(?<date>[\d.]{6,10}(?:\s*[-–,|]\s*\d\d:\d\d)?)\)\s*(?:weiterlesen|mehr|weiter)?\s*(?:\.{2,}|…|»)?\s*$/u

export interface FurnitureVerdict {
  readonly role: FurnitureRole
  readonly rule: string
}

/** The heading of a section that does not belong to the article, or null. */
export const sectionHead = (text: string): FurnitureVerdict | null => {
  if (text.length > 100) return null
  for (const { role, rule, pattern } of sectionHeads)
    if (pattern.test(text)) return { role, rule: `article/${rule}` }
  return null
}

/** Longer blocks are never furniture by a phrase in them. */
const maxFurniture = 700

/** Furniture by its own words, or null. */
export const furnitureRule = (text: string): FurnitureVerdict | null => {
  if (text.length > maxFurniture) return null
  if (teaserTail.test(text)) return { role: 'teaser', rule: 'article/teaser-tail' }
  for (const { role, rule, pattern } of furniturePatterns)
    if (pattern.test(text)) return { role, rule: `article/${rule}` }
  return null
}

const creditStart = /^(?:[@©(|/]|von |quelle|mit material|source|by |dpa|afp|\p{L}+\/)/iu

/** A whole block that only credits agencies: "SDA", "@ dpa.de", "Quelle: dpa/AFP". */
export const creditLine = (text: string): Credit | null => {
  if (text.length > 120 || (text.length > 40 && !creditStart.test(text))) return null
  const credit = readCredit(text)
  return credit.whole ? credit : null
}

const person = String.raw`(?:(?:Dr|Prof|Dipl|Mag)\.\s?(?:\p{L}+\.\s?)?)?\p{Lu}[\p{L}'’.-]+(?:\s(?:von|van|de|der|den|di|du|da|zu|zur|Mc|El|al|le|la))?(?:\s\p{Lu}[\p{L}'’.-]*){1,3}`
const bylineStart =
  /^(?:(?:ein(?:e)? )?(?:(?:artikel|beitrag|text|bericht|kommentar|analyse|interview|gastbeitrag|essay|reportage|kolumne|glosse|leitartikel|porträt|rezension|kritik) )?von|geschrieben von|autor(?:in|en)?\s?:|autorin\/autor|autor[:*/]in|text\s?:|interview\s?:|protokoll\s?:|by)\s+/iu
const byline = new RegExp(
  String.raw`^(?:${person}|\p{Ll}{2,4})(?:\s*(?:,|und|and|&|/|\||·)\s*(?:${person}|\p{Lu}[\p{L}-]+|\p{Ll}{2,5})){0,6}\s*[|,·–-]?$`,
  'u',
)

/** `Muster, Anna |`, as broadcasters sign. */
const turnedName = /^(?<last>\p{Lu}[\p{L}'’-]+), (?<first>\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?)\s?\|$/u

/** People of a byline, or null where the block is none. */
export const readByline = (text: string): string[] | null => {
  if (text.length > 160) return null
  const turned = turnedName.exec(text)?.groups
  if (turned !== undefined) return [`${turned.first} ${turned.last}`]
  const match = bylineStart.exec(text)
  if (match === null) return null
  const rest = text
    .slice(match[0].length)
    .replace(findDates(text).length > 0 ? /[,|·\s]*\d.*$/u : /$^/u, '')
    .trim()
  if (!byline.test(rest)) return null
  return rest
    .split(/\s*(?:,|\||&|\/|·|(?<=\s)(?:und|and)(?=\s))\s*/u)
    .filter((name) => new RegExp(`^${person}$`, 'u').test(name))
}
