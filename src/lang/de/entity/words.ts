import type { Case } from '../../../core/layers.ts'
import type { EntityWords, NameGender } from '../../common/entity.ts'
import { words } from '../../common/words.ts'
import { sayingVerbs } from '../statement/verbs.ts'

const mapOf = <V>(...lists: readonly (readonly [V, string])[]): ReadonlyMap<string, V> =>
  new Map(lists.flatMap(([value, list]) => [...words(list)].map((word) => [word, value] as const)))

const groups = `
  medien medienberichte medienberichten berichte berichten angaben beobachter beobachtern experten
  diplomaten offizielle offiziellen beamte beamten regierungsvertreter regierungsvertretern vertreter
  vertretern unterhändler unterhändlern behörden geheimdienste geheimdiensten soldaten politiker
  politikern führungskräfte führungskräften regierungskreise regierungskreisen militärs unternehmen
  abgeordnete abgeordneten kreise kreisen quellen militärbeobachter verbündete verbündeten partner
  partnern kräfte kräften invasoren besatzer
`

const men = `
  politiker demokrat demokraten republikaner sozialdemokrat christdemokrat liberaler grünenpolitiker
  diplomat christsozialer freiheitlicher sozialist kommunist konservativer nationalist populist
  linkspopulist rechtspopulist jurist ökonom historiker politologe milliardär autokrat amtsinhaber
  freidemokrat
`
const women = `
  politikerin demokratin republikanerin sozialdemokratin christdemokratin grünenpolitikerin diplomatin
  christsoziale sozialistin kommunistin nationalistin populistin linkspopulistin rechtspopulistin juristin
  ökonomin historikerin politologin milliardärin amtsinhaberin freidemokratin
`
const eitherSex = 'liberale freiheitliche konservative'

export const entityWords: EntityWords = {
  former: words(
    'ex damalige damaliger damaligen damals frühere früherer früheren ehemalige ehemaliger ehemaligen vormalige vormaliger vorige voriger gewesene alt',
  ),
  groups: mapOf<NameGender>(['p', groups]),
  sayings: mapOf<'any' | 'media'>(
    ['any', 'angaben mitteilung erklärung'],
    ['media', 'berichte berichten bericht medienberichten'],
  ),
  speechVerbs: new Set([...sayingVerbs(), 'teilen', 'kündigen']),
  insertedSo: words('so'),
  sourceWords: words('laut angaben zufolge aussage aussagen auskunft darstellung berechnungen mitteilung'),
  countryNouns: mapOf<'same' | 'other'>(
    ['same', 'land landes lande staat staates staats republik'],
    ['other', 'nachbarland nachbarlandes nachbarlands nachbarstaat nachbarn'],
  ),
  pairNouns: words(
    'länder ländern seiten staaten regierungen parteien nationen hauptstädte präsidenten staatschefs minister außenminister verteidigungsminister politiker delegationen',
  ),
  pairWords: words('beide beiden beider'),
  particles: words(
    'von van de der den del della di da dos du la le el al bin ben ibn zu zur vom und of the for and für des y e',
  ),
  definite: words(
    'der die das dem den des dieser diese dieses diesem diesen jener jene jenes im ins am zum zur vom beim ans',
  ),
  indefinite: words(
    'ein eine einen einem einer eines kein keine keinen keinem keiner keines mehrere viele einige manche zwei drei jeder jede jedes',
  ),
  seatPrepositions: words('in'),
  pronouns: new Map<string, readonly NameGender[]>([
    ['er', ['m']],
    ['ihn', ['m']],
    ['ihm', ['m', 'n']],
    ['sie', ['f', 'p']],
    ['ihnen', ['p']],
    ['es', ['n']],
  ]),
  impersonal: words('man'),
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
  personNouns: mapOf<'m' | 'f' | null>(['m', men], ['f', women], [null, eitherSex]),
  domestic: [
    ...words(`opposition fraktion partei regierungssprecher regierungsvertreter regierungsbeamt regierungskreise
      abgeordnet staatssekretär vizekanzler vizepremier vizepräsident`),
  ],
  aged: words('jähriger jährige jährigen jährigem'),
  quotationMarks: words('„ “ ” " « »'),
  singleArticles: new Map<string, Case | null>([
    ['die', 'nom'],
    ['der', 'gen'],
    ['den', 'dat'],
    ['dem', null],
    ['des', null],
  ]),
  genitiveArticles: words('des'),
  coordinators: words('und sowie'),
  ownerLinks: words('der des von aus'),
  ownerPrepositions: words('von'),
  attributeOpeners: words('der des von für im in beim'),
  complementOpeners: words('der des von vom für'),
  actingPrefixes: words('US EU UN Nato NATO'),
}
