/** Who wrote a report: people. Desks, outlets, agencies and offices sign reports too, and are none. */
import { agencyOf } from './agencies.ts'
import { findDates } from './date-text.ts'
import { normal } from './titles.ts'

/** Words that only names of desks, outlets, companies and offices have, at the end of a compound too: `Tagesredaktion`. */
const collective =
  /(?:^|[\s.-])(?:\p{L}*(?:redaktion|zeitung|nachrichten|magazin|verlag|verband|ministerium|stiftung|agentur|agenturen|presse|medien|fraktion|universität|hochschule|institut|rundfunk)|red|team|staff|editors?|editorial|newsroom|desk|news|media|tv|radio|fernsehen|studio|online|direkt|blog|report|gmbh|ag|kg|inc|ltd|llc|e\.\s?v|polizei|feuerwehr|amt|departement|abteilung|forschung|verein|gruppe|group|services?|kitchens|family|experience|reporter|korrespondent(?:en|in)?|gast(?:autor(?:in)?|beitrag)|autor(?:en|in)?|author|admin|administrator|user|redacci[oó]n|r[eé]daction|deutschland|österreich|schweiz|bund)(?:[\s.-]|$)/iu
const article = /^(?:die|der|das|the|el|los|las)\s/iu
/** `MDR`, `WDR`, `CBS`, `AG`: among words in small letters, or without a vowel. */
const abbreviation = /^(?!(?:II|III|IV|JR)$)\p{Lu}{2,4}$/u
const consonants = /^[^\P{L}AEIOUÄÖÜY]{2,5}$/u
/** What leads to a name. */
const opening =
  /^(?:(?:von|by|par|por|text|geschrieben|(?:\p{L}+-)*(?:experte|expertin|redakteur|redakteurin|reporter|reporterin|korrespondent|korrespondentin)):?\s+){1,3}/iu
/** What follows it: the outlet, the month of a date. */
const following =
  /\s+(?:(?:for|für|bei|of)\s.*|(?:Jan|Feb|Mar|Mär|Apr|Jun|Jul|Aug|Sept?|Okt|Oct|Nov|Dez|Dec)\.?)$/u

const beforeDate = /\s(?:am|vom|Mo|Di|Mi|Do|Fr|Sa|So)[.,]?\s*$/u

const particle = 'von|van|zu|zur|vom|de|den|der|del|della|di|du|da|dos|al|el|la|le|bin|ibn|y'
const personName = new RegExp(
  String.raw`^(?:(?:Dr|Prof|Dipl|Mag)\.\s?(?:\S+\.\s?)?)*\p{Lu}[\p{L}'’.-]*(?:\s(?:\p{Lu}[\p{L}'’.-]*|${particle})){0,4}\s(?:d[’'])?\p{Lu}[\p{L}'’.-]+$`,
  'u',
)

const isPerson = (name: string): boolean => {
  if (!personName.test(name) || collective.test(name) || article.test(name)) return false
  const words = name.split(' ')
  const isShouted = name === name.toUpperCase()
  return !words.some(
    (word) => agencyOf(word) !== null || (isShouted ? consonants.test(word) : abbreviation.test(word)),
  )
}

/** Several names as one text: `Anna Muster, Jan Beispiel und dpa`. */
export const splitNames = (text: string): string[] =>
  text
    .split(/\s*[,;|/&·]\s*|\s+(?:und|and|[-–])\s+/u)
    .map((name) => name.trim())
    .filter((name) => name !== '')

/**
 * The name alone: without what leads to it, the outlet it is written for, or when.
 *
 *     Von FOCUS-Online-Experte Robin Tschöpe      Adam Aaronson PhillyVoice Staff
 *                              ^^^^^^^^^^^^^      ^^^^^^^^^^^^^
 */
const nameAlone = (text: string, outlets: ReadonlySet<string>): string => {
  const date = findDates(text)[0]
  const words = (date === undefined ? text : text.slice(0, date.start).replace(beforeDate, ''))
    .trim()
    .replace(opening, '')
    .replace(following, '')
    .split(/\s+/u)
  const at = words.findIndex((word, index) => index >= 2 && outlets.has(normal(word)))
  return words.slice(0, at < 0 ? undefined : at).join(' ')
}

/** Of what a page names as its authors, the people; `sites` are the names of the outlet. */
export const peopleOf = (names: readonly string[], sites: readonly string[]): string[] => {
  const outlets = new Set(sites.map(normal))
  return names.flatMap(splitNames).flatMap((text) => {
    const name = nameAlone(text, outlets)
    const first = name.split(' ')[0]!
    // `MDR SACHSEN-ANHALT` of MDR.
    const isOutlet = first === first.toUpperCase() && outlets.has(normal(first))
    return isPerson(name) && !isOutlet ? [name] : []
  })
}
