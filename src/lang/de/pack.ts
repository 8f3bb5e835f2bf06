import type { LocalePack } from '../pack.ts'
import type { RegisterSource } from './entity/register.ts'
import { loadEntityRules } from './entity/rules.ts'
import { eventRules } from './event/rules.ts'
import { factRules } from './facts/rules.ts'
import { factualityRules } from './factuality/rules.ts'
import { loadLexicon } from './lexicon/lexicon.ts'
import { nominativeBy } from './nominative.ts'
import { segmentRules } from './segment/rules.ts'
import { statementRules } from './statement/rules.ts'
import { loadSyntax } from './syntax/rules.ts'
import { timeRules } from './time/rules.ts'

/** German. Loads the lexicon, so call it once a process. `registers` add to the shipped ones. */
export const loadGerman = (registers: readonly RegisterSource[] = []): LocalePack => {
  const lexicon = loadLexicon()
  return {
    code: 'de',
    name: 'German',
    version: '1',
    lexicon,
    nominative: nominativeBy(lexicon),
    segment: segmentRules,
    syntax: loadSyntax(),
    time: timeRules,
    statement: statementRules,
    entity: loadEntityRules(lexicon, registers),
    factuality: factualityRules,
    event: eventRules,
    facts: factRules,
  }
}
