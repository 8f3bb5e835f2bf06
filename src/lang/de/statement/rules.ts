import type { StatementRules } from '../../common/statement.ts'
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
  attributive: set('laut gemäß'),
  attributiveOfSource: set('nach'),
  attributivePostposed: set('zufolge nach gemäß'),
  views: new Map([
    ['aus', set('Sicht Perspektive Blickwinkel')],
    ['in', set('Augen')],
  ]),
  backward: set('demnach danach demzufolge'),
  inserted: set('so'),
  complementizers: set('dass daß ob'),
  interrogatives: set(
    'wie was wer wen wem wo wann warum weshalb wieso woher wohin womit wofür wodurch wieviel inwieweit inwiefern welche welcher welches welchen welchem',
  ),
  asWords: set('wie'),
  demonstratives: set('das dies dieses'),
  hearsay: set('sollen'),
  replacement: 'werden',
  impersonal: set('es'),
  reflexives: set('sich mich uns'),
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
