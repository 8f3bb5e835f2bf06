/** Offices, ranks and trades before a name. */
import type { Title } from '../../common/entity.ts'
import { words } from '../../common/words.ts'

/** Office → heads of the nouns for it; looked up whole first, then by the longest ending. */
const officeNouns: Readonly<Record<string, string>> = {
  president: `
    präsident staatspräsident bundespräsident staatschef staatsoberhaupt staatslenker machthaber kremlchef
    kremlherrscher
  `,
  'prime-minister': 'kanzler bundeskanzler premier premierminister ministerpräsident regierungschef',
  'vice-president': 'vizepräsident',
  foreign: 'außenminister chefdiplomat',
  defence: 'verteidigungsminister kriegsminister verteidigungskommissar',
  finance: 'finanzminister schatzminister',
  interior: 'innenminister',
  economy: 'wirtschaftsminister handelsminister',
  energy: 'energieminister',
  health: 'gesundheitsminister',
  justice: 'justizminister',
  development: 'entwicklungsminister',
  minister: 'minister',
  commission: 'kommissionspräsident kommissionschef',
  council: 'ratspräsident ratschef',
  'foreign-policy': 'außenbeauftragter außenbeauftragte außenbeauftragten',
  'secretary-general': 'generalsekretär',
  parliament: 'parlamentspräsident bundestagspräsident',
  'security-adviser': 'sicherheitsberater',
  'chief-of-staff': 'stabschef präsidialamtschef',
  commander: 'oberbefehlshaber armeechef',
  mayor: 'bürgermeister oberbürgermeister',
  envoy: `
    gesandter gesandte gesandten sondergesandter sondergesandte sondergesandten sonderbeauftragter
    sonderbeauftragte sonderbeauftragten unterhändler chefunterhändler
  `,
  ambassador: 'botschafter geschäftsträger',
  spokesperson: 'sprecher regierungssprecher kremlsprecher',
  pope: 'papst',
  monarch: 'könig kaiser zar',
  'central-bank': 'notenbankchef',
}

const offices: ReadonlyMap<string, string> = new Map(
  Object.entries(officeNouns).flatMap(([office, nouns]) =>
    [...words(nouns)].map((noun) => [noun, office] as const),
  ),
)

/** Other nouns before a name, and for somebody named before. */
const ranks =
  words(`politiker außenpolitiker verteidigungspolitiker abgeordneter abgeordnete abgeordneten senator
  gouverneur kongressabgeordneter diplomat general generalleutnant generalmajor generalinspekteur oberst admiral leutnant major
  hauptmann kommandeur kommandant chef leiter direktor vorsitzender vorsitzende vorsitzenden vorstand experte
  analyst professor richter staatsanwalt anwalt rechtsanwalt trainer coach autor schriftsteller regisseur
  schauspieler sänger musiker komponist maler künstler journalist reporter korrespondent unternehmer manager
  geschäftsführer gründer forscher wissenschaftler historiker ökonom soziologe politologe militärexperte
  oppositionsführer oppositionspolitiker parteichef fraktionschef generalbundesanwalt kommissar berater
  bischof erzbischof kardinal pfarrer rabbiner imam prinz herzog fürst graf staatssekretär sekretär beauftragter
  beauftragte beauftragten vertreter mitarbeiter beamter doktor kollege amtskollege stürmer torwart torhüter
  verteidiger mittelfeldspieler kapitän stadtrat landrat minister ingenieur architekt arzt philosoph dichter
  herr frau dr dr. prof prof. sir lord lady mr. mrs. vater mutter bruder schwester sohn tochter ehefrau witwe
  milliardär aktivist kremlkritiker rebellenführer milizenführer astronaut pilot rennfahrer moderator nobelpreisträger
  bundestrainer nationalspieler ministerialdirektor intendant dirigent kurator sportdirektor präses vize`)

const owners: ReadonlyMap<string, string> = new Map([
  ['bundes', 'DEU'],
  ['kreml', 'RUS'],
  ['us', 'USA'],
  ['eu', 'EU'],
  ['nato', 'NATO'],
  ['un', 'UN'],
  ['uno', 'UN'],
])

const feminine = (noun: string): string | null =>
  noun.endsWith('innen') ? noun.slice(0, -5) : noun.endsWith('in') ? noun.slice(0, -2) : null

const caseEndings = ['', 's', 'es', 'en', 'n', 'e']

/** Last three letters of every form of a title: nine nouns of ten end otherwise, and are looked into no further. */
const titleTails: ReadonlySet<string> = new Set(
  [...offices.keys(), ...ranks].flatMap((base) => caseEndings.map((ending) => (base + ending).slice(-3))),
)

const lookUpTitle = (noun: string): { office: string | null } | null => {
  for (const ending of caseEndings) {
    if (ending !== '' && !noun.endsWith(ending)) continue
    const base = noun.slice(0, noun.length - ending.length)
    const office = offices.get(base)
    if (office !== undefined) return { office }
    if (ranks.has(base)) return { office: null }
  }
  return null
}

/** Longest prefix cut that a compound title is tried with, so that the work stays bounded. */
const longestTitle = 24

/**
 * Title of a noun.
 *
 *     Außenministerin   Vize-Verteidigungsminister   Nato-Generalsekretär   Bundesfinanzminister
 *     ^ foreign, f      ^ none: a deputy             ^ secretary-general    ^ finance of Germany
 */
export const titleOf = (form: string): Title | null => {
  const noun = form.toLowerCase().replace('aussen', 'außen').replaceAll('ss-', 'ß-')
  const last = noun.slice(noun.lastIndexOf('-') + 1)
  const modifier = noun.slice(0, Math.max(0, noun.length - last.length - 1))
  const country = owners.get(modifier) ?? (noun.startsWith('kreml') ? 'RUS' : null)
  const deputy = /^(?:vize|ex|alt|stellvertretend)/u.test(modifier)
  const masculine = feminine(last)
  for (const [word, sex] of [
    [last, 'm'],
    ...(masculine === null ? [] : [[masculine, 'f'] as const]),
  ] as const) {
    if (word.length >= 3 && !titleTails.has(word.slice(-3))) continue
    const whole = lookUpTitle(word)
    if (whole !== null) {
      const neutral = /(?:abgeordnete[rn]?|beauftragte[rn]?|gesandte[rn]?|vorsitzende[rn]?)$/u.test(word)
      const bundes = word.startsWith('bundes') ? 'DEU' : null
      return {
        office: deputy ? null : whole.office,
        sex:
          word === 'frau' || word === 'mutter' || word === 'schwester' || word === 'tochter'
            ? 'f'
            : neutral || word.startsWith('dr') || word.startsWith('prof')
              ? null
              : sex,
        country: country ?? bundes,
      }
    }
    for (let at = Math.max(1, word.length - longestTitle); at < word.length - 3; at++) {
      const found = lookUpTitle(word.slice(at))
      if (found === null) continue
      const before = word.slice(0, at)
      if (before.length < 3) continue
      const own = owners.get(before) ?? null
      // „Landesinnenminister“ holds another office than „Innenminister“.
      const office = own !== null || before === 'bundes' ? found.office : null
      return { office: deputy ? null : office, sex, country: country ?? own }
    }
  }
  return null
}

/** The office of who heads the ministry of something: `foreign` for „außen“, null for what nobody holds. */
export const ministerOf = (portfolio: string): string | null =>
  titleOf(`${portfolio}minister`)?.office ?? titleOf(`${portfolio}sminister`)?.office ?? null

/** „Ex-Minister“: held no more, or held for another. */
export const isFormerTitle = (noun: string): boolean => noun.includes('-') && /^(?:ex|alt|vize)/iu.test(noun)

/** „Sprecherin“, „Norwegerin“ */
export const isFeminine = (noun: string): boolean => noun.endsWith('in')
