/** Bodies by their noun: governments, forces, ministries. */
import type { BodyNoun, NameGender } from '../../common/entity.ts'
import { words } from '../../common/words.ts'

const bodyNouns: Readonly<Record<string, readonly [body: string, gender: NameGender]>> = {
  regierung: ['government', 'f'],
  staatsführung: ['government', 'f'],
  führung: ['government', 'f'],
  administration: ['government', 'f'],
  kabinett: ['government', 'n'],
  parlament: ['parliament', 'n'],
  abgeordnetenhaus: ['parliament', 'n'],
  volksvertretung: ['parliament', 'f'],
  armee: ['forces', 'f'],
  streitkräfte: ['forces', 'p'],
  streitkräften: ['forces', 'p'],
  militär: ['forces', 'n'],
  heer: ['forces', 'n'],
  luftwaffe: ['air-force', 'f'],
  luftstreitkräfte: ['air-force', 'p'],
  marine: ['navy', 'f'],
  generalstab: ['general-staff', 'm'],
  truppen: ['forces', 'p'],
  luftverteidigung: ['air-defence', 'f'],
  flugabwehr: ['air-defence', 'f'],
  geheimdienst: ['service', 'm'],
  militärgeheimdienst: ['service', 'm'],
  nachrichtendienst: ['service', 'm'],
  polizei: ['police', 'f'],
  botschaft: ['embassy', 'f'],
  präsidialamt: ['presidency', 'n'],
  präsidialverwaltung: ['presidency', 'f'],
  präsidentenbüro: ['presidency', 'n'],
  notenbank: ['bank', 'f'],
  zentralbank: ['bank', 'f'],
  behörde: ['agency', 'f'],
  delegation: ['delegation', 'f'],
  opposition: ['opposition', 'f'],
  wirtschaft: ['economy', 'f'],
  industrie: ['industry', 'f'],
  rüstungsindustrie: ['industry', 'f'],
  seite: ['side', 'f'],
  generalstaatsanwaltschaft: ['prosecution', 'f'],
  staatsanwaltschaft: ['prosecution', 'f'],
  organisation: ['organisation', 'f'],
  agentur: ['agency', 'f'],
  bündnis: ['alliance', 'n'],
  militärbündnis: ['alliance', 'n'],
  verteidigungsbündnis: ['alliance', 'n'],
  staatengemeinschaft: ['alliance', 'f'],
  staatenbund: ['alliance', 'm'],
  konzern: ['company', 'm'],
  unternehmen: ['company', 'n'],
  firma: ['company', 'f'],
  partei: ['party', 'f'],
  kommission: ['commission', 'f'],
  institut: ['organisation', 'n'],
  zeitung: ['media', 'f'],
  sender: ['media', 'm'],
  zentrale: ['company', 'f'],
  gericht: ['court', 'n'],
}

const bodies: ReadonlyMap<string, BodyNoun> = new Map(
  Object.entries(bodyNouns).map(([noun, [body, gender]]) => [noun, { body, gender }]),
)

export const bodyOf = (form: string): BodyNoun | null => {
  const noun = form.toLowerCase()
  const last = noun.slice(noun.lastIndexOf('-') + 1)
  for (const ending of ['', 's', 'es', 'n', 'en']) {
    if (ending !== '' && !last.endsWith(ending)) continue
    const base = last.slice(0, last.length - ending.length)
    const found = bodies.get(base)
    if (found !== undefined) return found
  }
  return null
}

/** Nouns that only point back to a body named before, with its kind. The last part of a compound counts. */
const pointingNouns: ReadonlyMap<string, string> = new Map([
  ...[...words('hersteller betreiber betrieb reederei bank')].map((noun) => [noun, 'company'] as const),
  ...[...words('verband gewerkschaft verein stiftung')].map((noun) => [noun, 'organisation'] as const),
  ...[...words('amt bundesamt')].map((noun) => [noun, 'agency'] as const),
])

/** `company` for „Hersteller“, null for what is no such noun. */
export const pointingBodyOf = (form: string): string | null => {
  const noun = form.toLowerCase()
  return pointingNouns.get(noun) ?? pointingNouns.get(noun.replace(/e?s$/u, '')) ?? null
}

const ministry = /^(?:\p{L}+-)*?(?<field>\p{L}*?)s?ministeri(?:um|ums|en)$/u

/** „Verteidigungsdepartement“: what a ministry is called in Switzerland. */
const department = /^(?:\p{L}+-)*?(?<field>\p{L}{3,}?)s?departement(?:s|es)?$/u

/** `verteidigung` for „US-Verteidigungsministerium“, empty for „Ministerium“, null for other nouns. */
export const portfolioOf = (form: string): string | null => {
  if (form.includes('departement'))
    return department.exec(form.toLowerCase().replace('aussen', 'außen'))?.groups?.field ?? null
  if (!form.includes('inisteri')) return null
  const noun = form.toLowerCase().replace('aussen', 'außen')
  const last = noun.slice(noun.lastIndexOf('-') + 1)
  const field = ministry.exec(last)?.groups?.field
  if (field === undefined) return null
  return field.startsWith('bundes') ? field.slice(6) : field
}

/** „us-verteidigungsministerin“ → „Verteidigungsministerium“; null where a minister has no department. */
export const ministryOfTitle = (title: string): string | null => {
  const last = title.toLowerCase().slice(title.lastIndexOf('-') + 1)
  const field = /^(?:bundes)?(?<field>\p{L}{3,})minister(?:in|s|n)?$/u.exec(last)?.groups?.field
  return field === undefined ? null : `${field[0]!.toUpperCase()}${field.slice(1)}ministerium`
}

/** Germany's ministries are „Bundes…“, those of Switzerland „…departement“. */
export const ministryCountry = (noun: string): string | null =>
  /^bundes/iu.test(noun) ? 'DEU' : /departement/u.test(noun) ? 'CHE' : null

/** „Medien“, „Zeitungen“, „Berichte“ as a name for who reported. */
export const isMedia = (noun: string): boolean => /medien|zeitung|bericht/iu.test(noun)
