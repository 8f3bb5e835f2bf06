import { remembering } from '../../../core/memory.ts'
import type { Analysis } from '../../common/lexicon.ts'
import { words } from '../../common/words.ts'

/** Nouns of two or three letters that do form compounds; other short words of the dictionary never do. */
const shortParts = words(`
  rat tag see amt öl gas uhr weg bau zug ost süd eis hof ort rad tor typ not tod art akt arm auto bad bus
  ehe fuß gut hut job kur los mut müll ohr rot ruf tal tee ton tür zoll zoo abt alt neu gen gut haß hai jet kap
  uni web video bio öko tat pkw lkw
`)

/** Parts that are words of the dictionary but in the middle of a word almost always chance. */
const misleading = words(`
  ende enden gel eier rung ion eren erst esel egel eller ering erz enge ernte rate raten rest
  enten ente ehren inne innen ander mus ungen ung tier ober unter über
  heiten heit keit schaft tum ismus ist isten in ant tät lein chen rich ling nis sal ade eile
  wider hinder erforder minder sicher sauer stromer enter
  elle asse este ären iken ten ken lage lagen reis reise ampel amme ernst rinnen ringen
`)

/** Words that look like compounds and are none, lower case. */
const simple = words(`
  donnerstag dienstag freitag montag mittwoch samstag sonntag sonnabend ukraine deutschland russland minister
  ministerium regierung präsident partei vertrag abkommen million milliarde prozent europa amerika kanzler
  general abgeordnete verbündete beamte senator kongress botschaft botschafter partner partnerschaft
  verteidigung unterstützung vereinbarung behörde angriff panzer rakete munition drohne september oktober
  dezember november februar januar antwort urteil urlaub abend heimat oberst soldat monat paket pakete
  sanktionen sanktion kapitel material personal hospital kapital signal moral tribunal journal
  journalist patrouille wirtschaft gesellschaft mannschaft landschaft nachricht nachrichten vorsitzende
  international national termin system programm problem museum datum institut institution konstitution
  parlament dokument argument instrument element moment fundament testament experiment engagement management
  arbeit wahrheit freiheit sicherheit mehrheit minderheit einheit gesundheit krankheit kindheit
  interesse interessen konferenz kontrolle zigarette tablette toilette statistik politik kritik technik
  republik fabrik musik physik grammatik mathematik praktik taktik vereinte marathon telefon
  bundesland bundesländer vorstand verband verbände abstand zustand umstand aufstand widerstand anstand
  urheber umgebung verbindung bedingung leistung handlung haltung führung bewegung entwicklung
  teilnehmer arbeitnehmer unternehmer unternehmen
`)

/** Elements between the parts: „Verteidigung-s-minister“, „Bund-es-tag“. */
const joints = ['', 's', 'es', 'n', 'en', 'er', 'e', '-']

const heads = (analyses: readonly Analysis[]): boolean => {
  for (const { upos } of analyses) if (upos === 'NOUN') return true
  return false
}

const title = (text: string): string => text[0]!.toUpperCase() + text.slice(1)

interface Splitter {
  /** Lower-case parts of a noun as written; the last part is a form as written, in lower case. */
  split(word: string): readonly string[]
  /** Length of the last part, 0 where the word is no compound that we know. */
  headLength(word: string): number
}

/**
 * Splits compounds with the dictionary.
 *
 *     Luftverteidigungssysteme → luft verteidigung system
 *     ^^^^------------_-------
 *
 * The cheapest way through the word wins, found from left to right in one pass: few parts, long parts, short
 * ones only where they are known to form compounds. At most 60 letters, so linear in the text.
 */
export const compoundSplitter = (lookup: (form: string) => readonly Analysis[]): Splitter => {
  const isVerb = (infinitive: string): boolean =>
    lookup(infinitive).some((a) => a.upos === 'VERB' && a.feats.verbForm === 'inf' && a.prefix === undefined)
  /** The lemma as modifier: „ländern“ → land is not taken apart, the form itself must be a stem or a plural. */
  const modifier = (piece: string): string | null => {
    if (piece.length < 4 ? !shortParts.has(piece) : misleading.has(piece)) return null
    const analyses = lookup(title(piece))
    for (const { upos, lemma, feats } of analyses)
      if (upos === 'NOUN' && feats.number !== 'plur' && lemma.length === piece.length) return piece
    // „Länder-“, „Waffen-“: the plural without a joint.
    for (const { upos, lemma, feats } of analyses)
      if (upos === 'NOUN' && feats.number === 'plur' && piece.length > 4) return lemma.toLowerCase()
    // „Groß-“, „Rüst-“: adjectives and stems of verbs.
    if (piece.length >= 3 && shortAdjectives.has(piece))
      for (const { upos, lemma } of lookup(piece)) if (upos === 'ADJ' && lemma === piece) return piece
    // „Lenk-“, „Liefer-“: the bare stem of a verb.
    const stems = piece.length > 3 && !/[nt]$/u.test(piece)
    if (stems && (isVerb(`${piece}en`) || (/e[lr]$/u.test(piece) && isVerb(`${piece}n`)))) return piece
    return null
  }
  const head = (piece: string): string | null => {
    if (piece.length < 4 ? !shortParts.has(piece) : misleading.has(piece)) return null
    const analyses = lookup(title(piece))
    for (const { upos, lemma } of analyses)
      if (upos === 'NOUN' && lemma.length > 1) return lemma.toLowerCase()
    return null
  }

  const splitPlain = (word: string): readonly string[] => {
    const n = word.length
    if (n < 7 || n > 60 || simple.has(word)) return [word]
    const cost = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY)
    const back: ({ readonly from: number; readonly part: string } | null)[] = new Array(n + 1).fill(null)
    cost[0] = 0
    for (let from = 0; from < n; from++) {
      if (cost[from] === Number.POSITIVE_INFINITY) continue
      const firstPart = from === 0
      for (let to = from + 2; to <= n; to++) {
        const piece = word.slice(from, to)
        if (to === n) {
          if (firstPart) continue
          const part = head(piece)
          if (part !== null) relax(cost, back, from, to, part, piece.length < 5 ? 2.2 : 1.4)
          continue
        }
        const part = modifier(piece)
        // „Hilf-s-“, „Geschicht-s-“: the noun loses its e before the joint.
        if (part === null && word[to] === 's' && to - from > 3 && to < n - 3) {
          const whole = modifier(`${piece}e`)
          if (whole !== null && lookup(title(`${piece}e`)).some((a) => a.feats.gender === 'fem'))
            relax(cost, back, from, to + 1, whole, 1.6)
        }
        if (part === null) continue
        for (const joint of joints) {
          if (!word.startsWith(joint, to) || to + joint.length >= n - 1) continue
          const base = piece.length < 4 ? 2 : piece.length < 5 ? 1.7 : 1.3
          const penalty =
            joint === ''
              ? 0
              : joint === 's'
                ? 0.1
                : joint === 'n' || joint === 'en' || joint === 'es'
                  ? 0.25
                  : 0.6
          relax(cost, back, from, to + joint.length, part, base + penalty)
        }
      }
    }
    if (back[n] === null) return [word]
    const parts: string[] = []
    for (let at = n; at > 0; at = back[at]!.from) parts.unshift(back[at]!.part)
    return parts
  }

  const splitOnce = (word: string): readonly string[] => {
    if (!word.includes('-')) return splitPlain(word)
    // „US-Hilfe“, „155-Millimeter-Haubitze“
    const pieces = word.split('-').filter((piece) => piece !== '')
    return pieces.length < 2 || pieces.length > 8
      ? [word]
      : pieces.flatMap((piece, i) => {
          const inner = splitPlain(piece)
          return i === pieces.length - 1 && inner.length === 1 ? [head(piece) ?? piece] : inner
        })
  }
  const splitLower = remembering(20_000, splitOnce)
  const split = (word: string): readonly string[] => splitLower(word.toLowerCase())

  return {
    split,
    headLength: (word) => {
      const lower = word.toLowerCase()
      // With a hyphen `split` goes piece by piece, which is not meant here; without, it remembers.
      const parts = lower.includes('-') ? splitPlain(lower) : splitLower(lower)
      if (parts.length < 2) return 0
      // The last part as written: the longest ending that is a form of the lemma found.
      const last = parts.at(-1)!
      for (let at = Math.max(2, lower.length - last.length - 4); at < lower.length - 1; at++) {
        const analyses = lookup(title(lower.slice(at)))
        if (heads(analyses) && analyses.some((a) => a.lemma.toLowerCase() === last)) return lower.length - at
      }
      return 0
    },
  }
}

const shortAdjectives = words(
  'groß klein hoch tief alt neu frei kurz lang schnell schwer leicht alt jung rot grün schwarz weiß blau sonder spezial zentral national sozial inner innen außen digital regional kommunal international global radikal schwarz nord west mittel lang',
)

const relax = (
  cost: Float64Array,
  back: ({ readonly from: number; readonly part: string } | null)[],
  from: number,
  to: number,
  part: string,
  price: number,
): void => {
  const total = cost[from]! + price
  if (total < cost[to]!) {
    cost[to] = total
    back[to] = { from, part }
  }
}
