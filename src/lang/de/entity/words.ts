import type { BodyNoun, EntityWords, NameGender, Title } from '../../common/entity.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u))

/** Head of an office noun → office; looked up whole first, then by the longest ending. */
const officeNouns: Readonly<Record<string, string>> = {
  präsident: 'president',
  staatspräsident: 'president',
  bundespräsident: 'president',
  staatschef: 'president',
  staatsoberhaupt: 'president',
  staatslenker: 'president',
  machthaber: 'president',
  kremlchef: 'president',
  kremlherrscher: 'president',
  kanzler: 'prime-minister',
  bundeskanzler: 'prime-minister',
  premier: 'prime-minister',
  premierminister: 'prime-minister',
  ministerpräsident: 'prime-minister',
  regierungschef: 'prime-minister',
  vizepräsident: 'vice-president',
  außenminister: 'foreign',
  chefdiplomat: 'foreign',
  verteidigungsminister: 'defence',
  kriegsminister: 'defence',
  finanzminister: 'finance',
  schatzminister: 'finance',
  innenminister: 'interior',
  wirtschaftsminister: 'economy',
  handelsminister: 'economy',
  energieminister: 'energy',
  gesundheitsminister: 'health',
  justizminister: 'justice',
  entwicklungsminister: 'development',
  minister: 'minister',
  kommissionspräsident: 'commission',
  kommissionschef: 'commission',
  ratspräsident: 'council',
  ratschef: 'council',
  außenbeauftragter: 'foreign-policy',
  außenbeauftragte: 'foreign-policy',
  außenbeauftragten: 'foreign-policy',
  generalsekretär: 'secretary-general',
  parlamentspräsident: 'parliament',
  bundestagspräsident: 'parliament',
  verteidigungskommissar: 'defence',
  sicherheitsberater: 'security-adviser',
  stabschef: 'chief-of-staff',
  präsidialamtschef: 'chief-of-staff',
  oberbefehlshaber: 'commander',
  armeechef: 'commander',
  bürgermeister: 'mayor',
  oberbürgermeister: 'mayor',
  gesandter: 'envoy',
  gesandte: 'envoy',
  gesandten: 'envoy',
  sondergesandter: 'envoy',
  sondergesandte: 'envoy',
  sondergesandten: 'envoy',
  sonderbeauftragter: 'envoy',
  sonderbeauftragte: 'envoy',
  sonderbeauftragten: 'envoy',
  unterhändler: 'envoy',
  chefunterhändler: 'envoy',
  botschafter: 'ambassador',
  geschäftsträger: 'ambassador',
  sprecher: 'spokesperson',
  regierungssprecher: 'spokesperson',
  kremlsprecher: 'spokesperson',
  papst: 'pope',
  könig: 'monarch',
  kaiser: 'monarch',
  zar: 'monarch',
  notenbankchef: 'central-bank',
}

const offices: ReadonlyMap<string, string> = new Map(Object.entries(officeNouns))

/** Other nouns before a name, and for somebody named before. */
const ranks =
  set(`politiker außenpolitiker verteidigungspolitiker abgeordneter abgeordnete abgeordneten senator
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

const groupGenders: Readonly<Record<string, NameGender>> = {
  medien: 'p',
  medienberichte: 'p',
  medienberichten: 'p',
  berichte: 'p',
  berichten: 'p',
  angaben: 'p',
  beobachter: 'p',
  beobachtern: 'p',
  experten: 'p',
  diplomaten: 'p',
  offizielle: 'p',
  offiziellen: 'p',
  beamte: 'p',
  beamten: 'p',
  regierungsvertreter: 'p',
  regierungsvertretern: 'p',
  vertreter: 'p',
  vertretern: 'p',
  unterhändler: 'p',
  unterhändlern: 'p',
  behörden: 'p',
  geheimdienste: 'p',
  geheimdiensten: 'p',
  soldaten: 'p',
  politiker: 'p',
  politikern: 'p',
  führungskräfte: 'p',
  führungskräften: 'p',
  regierungskreise: 'p',
  regierungskreisen: 'p',
  militärs: 'p',
  unternehmen: 'p',
  abgeordnete: 'p',
  abgeordneten: 'p',
  kreise: 'p',
  kreisen: 'p',
  quellen: 'p',
  militärbeobachter: 'p',
  verbündete: 'p',
  verbündeten: 'p',
  partner: 'p',
  partnern: 'p',
  kräfte: 'p',
  kräften: 'p',
  invasoren: 'p',
  besatzer: 'p',
}

const personNouns: Readonly<Record<string, 'm' | 'f' | null>> = {
  politiker: 'm',
  politikerin: 'f',
  demokrat: 'm',
  demokraten: 'm',
  demokratin: 'f',
  republikaner: 'm',
  republikanerin: 'f',
  sozialdemokrat: 'm',
  sozialdemokratin: 'f',
  christdemokrat: 'm',
  christdemokratin: 'f',
  liberale: null,
  liberaler: 'm',
  grünenpolitiker: 'm',
  grünenpolitikerin: 'f',
  diplomat: 'm',
  diplomatin: 'f',
  christsozialer: 'm',
  christsoziale: 'f',
  freiheitlicher: 'm',
  freiheitliche: null,
  sozialist: 'm',
  sozialistin: 'f',
  kommunist: 'm',
  kommunistin: 'f',
  konservativer: 'm',
  konservative: null,
  nationalist: 'm',
  nationalistin: 'f',
  populist: 'm',
  populistin: 'f',
  linkspopulist: 'm',
  linkspopulistin: 'f',
  rechtspopulist: 'm',
  rechtspopulistin: 'f',
  jurist: 'm',
  juristin: 'f',
  ökonom: 'm',
  ökonomin: 'f',
  historiker: 'm',
  historikerin: 'f',
  politologe: 'm',
  politologin: 'f',
  milliardär: 'm',
  milliardärin: 'f',
  autokrat: 'm',
  amtsinhaber: 'm',
  amtsinhaberin: 'f',
  freidemokrat: 'm',
  freidemokratin: 'f',
}

const organisationHeads = `universität hochschule fachhochschule institut verein verband partei gewerkschaft bank sparkasse
  versicherung verlag zeitung magazin sender rundfunk gmbh ag kg ohg se inc corp corporation ltd llc plc co company
  group holding holdings gruppe konzern werk werke museum galerie orchester philharmoniker sinfoniker chor theater
  oper bühne ensemble band club klub fc sv vfb vfl tsv tus sc bsc tsg ssv fsv sg stiftung akademie schule gymnasium
  realschule orden amt gericht gerichtshof kammer rat ausschuss kommission agentur airlines air motors records
  entertainment studios studio bund liga bundesliga allianz union fraktion front armee legion division regiment
  brigade bataillon kongress senat parlament genossenschaft gesellschaft ministerium polizei feuerwehr klinik
  klinikum krankenhaus college university school press news times post society association foundation federation
  party army systems technologies international airways networks media software energy united city bibliothek
  archiv redaktion brauerei reederei werft blatt anzeiger nachrichten tagblatt tageblatt rundschau presse bahn
  bahnen verkehrsbetriebe betriebe stadtwerke hotel restaurant`
const placeHeads = `straße str weg platz allee gasse brücke tor turm burg schloss schloß kirche kapelle dom kloster bahnhof
  flughafen hafen park wald berg gebirge tal see bach insel inseln halbinsel küste meer bucht kap kanton bezirk
  kreis landkreis provinz region viertel stadtteil halle stadion arena river lake mount mountains street avenue
  island islands county square hill valley creek beach bay feld felder hausen heim dorf stadt stedt furt ingen
  hofen kirchen weiler au moor heide ufer kanal fluss talsperre pass gletscher autobahn bundesstraße friedhof
  garten gärten center palast haus villa siedlung fürstentum herzogtum grafschaft königreich bistum erzbistum
  bundesstaat gouvernement oblast woiwodschaft`

const heads: ReadonlyMap<string, number> = (() => {
  const found = new Map<string, number>()
  for (const word of set(organisationHeads)) found.set(word, 1)
  for (const word of set(placeHeads)) found.set(word, (found.get(word) ?? 0) | 2)
  return found
})()

/** Last three letters of the heads; see `titleTails`. */
const headTails: ReadonlySet<string> = new Set([...heads.keys()].map((word) => word.slice(-3)))

/** The longest ending of a noun that is a head: „Maximilianstraße“, „Sportverbands“. */
export const headClass = (form: string): number => {
  const lower = form.toLowerCase().replace(/\.$/u, '')
  for (const noun of [lower, lower.replace(/e?s$/u, '')]) {
    if (noun.length >= 3 && !headTails.has(noun.slice(-3))) continue
    const whole = heads.get(noun)
    if (whole !== undefined) return whole
    for (let at = Math.max(1, noun.length - 14); at < noun.length - 2; at++) {
      const found = heads.get(noun.slice(at))
      // Short heads („ag“, „see“) only as a word of their own or after a hyphen.
      if (found !== undefined && (noun.length - at > 3 || noun[at - 1] === '-')) return found
    }
  }
  return 0
}

export const words: EntityWords = {
  former: set(
    'ex damalige damaliger damaligen damals frühere früherer früheren ehemalige ehemaliger ehemaligen vormalige vormaliger vorige voriger gewesene alt',
  ),
  groups: new Map(Object.entries(groupGenders)),
  sayings: new Map([
    ['angaben', 'any'],
    ['mitteilung', 'any'],
    ['erklärung', 'any'],
    ['berichte', 'media'],
    ['berichten', 'media'],
    ['bericht', 'media'],
    ['medienberichten', 'media'],
  ]),
  speechVerbs:
    set(`sagen mitteilen erklären betonen berichten schreiben melden warnen ankündigen fordern bestätigen
    verkünden erläutern hinzufügen versichern behaupten kritisieren dementieren bekanntgeben teilen kündigen`),
  sourceWords: set('laut angaben zufolge aussage aussagen auskunft darstellung berechnungen mitteilung'),
  countryNouns: new Map([
    ['land', 'same'],
    ['landes', 'same'],
    ['lande', 'same'],
    ['staat', 'same'],
    ['staates', 'same'],
    ['staats', 'same'],
    ['republik', 'same'],
    ['nachbarland', 'other'],
    ['nachbarlandes', 'other'],
    ['nachbarlands', 'other'],
    ['nachbarstaat', 'other'],
    ['nachbarn', 'other'],
  ]),
  pairNouns: set(
    'länder ländern seiten staaten regierungen parteien nationen hauptstädte präsidenten staatschefs minister außenminister verteidigungsminister politiker delegationen',
  ),
  pairWords: set('beide beiden beider'),
  particles: set(
    'von van de der den del della di da dos du la le el al bin ben ibn zu zur vom und of the for and für des y e',
  ),
  definite: set(
    'der die das dem den des dieser diese dieses diesem diesen jener jene jenes im ins am zum zur vom beim ans',
  ),
  indefinite: set(
    'ein eine einen einem einer eines kein keine keinen keinem keiner keines mehrere viele einige manche zwei drei jeder jede jedes',
  ),
  seatPrepositions: set('in'),
  pronouns: new Map<string, readonly NameGender[]>([
    ['er', ['m']],
    ['ihn', ['m']],
    ['ihm', ['m', 'n']],
    ['sie', ['f', 'p']],
    ['ihnen', ['p']],
    ['es', ['n']],
  ]),
  impersonal: set('man'),
  topicHeads: [
    'gesandt',
    'beauftragt',
    'hilfe',
    'krieg',
    'politik',
    'koordinator',
    'konferenz',
    'gipfel',
    'experte',
    'korrespondent',
    'unterhändler',
  ],
  personNouns: new Map(Object.entries(personNouns)),
  domestic: ['opposition', 'fraktion', 'partei', 'regierungssprecher', 'abgeordnet', 'staatssekretär'],
  aged: set('jähriger jährige jährigen jährigem'),
  quotationMarks: set('„ “ ” " « »'),
  singleArticles: set('der die dem den des'),
}
