import type { StatementRules } from '../../common/statement.ts'
import { grammar } from '../syntax/grammar.ts'
import { holders, media, nounCues, sourceEndings, sources } from './nouns.ts'
import { verbCues } from './verbs.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u).filter(Boolean))

/** German: who said what. */
export const statementRules: StatementRules = {
  version: '1',
  verbs: verbCues(),
  nouns: nounCues,
  holders,
  sources,
  sourceEndings,
  attributive: set('laut'),
  attributiveOfSource: set('nach gemäß gemäss'),
  attributiveOfPerson: set('gemäß gemäss'),
  attributivePostposed: set('zufolge nach gemäß gemäss'),
  views: new Map([
    ['aus', set('Sicht Perspektive Blickwinkel')],
    ['in', set('Augen')],
  ]),
  backward: set('demnach demzufolge'),
  inserted: set('so'),
  complementizers: set('dass daß ob'),
  according: set('wonach'),
  interrogatives: set(
    // „was“, „wo“ and „womit“ open further relative clauses as often.
    'wie wer wen wem wann warum weshalb wieso woher wohin wofür wieviel inwieweit inwiefern',
  ),
  asking: set('ob wer wen wem wann warum weshalb wieso wo wie was'),
  asWords: set('wie'),
  demonstratives: set('das dies dieses'),
  hearsay: set('sollen'),
  perfect: set('haben sein'),
  wishing: 'mögen',
  causal: set('weil da zumal'),
  impersonal: set('es'),
  infinitiveMark: grammar.infinitiveMark,
  anybody: set('man'),
  heard: set('hören erfahren vernehmen'),
  reflexives: set('sich mich uns'),
  reporting: set('berichten melden'),
  reports: set('Bericht Meldung Medienbericht Pressebericht Zeitungsbericht Agenturmeldung'),
  definite: set('den dem der diesen diesem dieser'),
  reliance: set('Berufung Verweis Bezug'),
  joining: set('und sowie'),
  places: set('in aus bei auf'),
  timeNouns: grammar.timeNouns,
  victims: set('opfer leben tote verletzte menschenleben tribut'),
  untold: set('Detail Details Einzelheit Name Grund Zahl Termin Zeitpunkt Ort Beispiel'),
  own: 'eigen',
  ofAnother: set('dessen deren'),
  quoting: set('zitieren'),
  possessives: set('sein seine seiner seinem seinen ihr ihre ihrer ihrem ihren'),
  hers: set('ihr ihre ihrer ihrem ihren'),
  ownedEndings: ['angaben', 'auskunft', 'mitteilung', 'aussagen'],
  firstPerson: set('ich wir'),
  media,
  addressing: set('gegenüber'),
  quotationMarks: new Map([
    ['„', '“”"'],
    ['“', '”"'],
    ['”', '”'],
    ['"', '"“”'],
    ['»', '«'],
    ['«', '»'],
    ['‚', '‘’'],
    ['›', '‹'],
    ['‹', '›'],
  ]),
}
