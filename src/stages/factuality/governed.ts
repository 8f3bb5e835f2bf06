/** What the verb, noun or adjective that a clause completes says of it: „kündigte an, … zu“, „der Plan, … zu“. */
import type { Clause } from '../../core/layers.ts'
import type { Span } from '../../core/span.ts'
import type { Governing } from '../../lang/common/factuality.ts'
import { type ClauseScene, isPast } from './clause-scene.ts'
import type { Judgement } from './judgement.ts'

interface Governor {
  readonly governing: Governing
  readonly cue: Span
  readonly byNoun: boolean
}

/** The judgement of a clause from that of its own words and that of the clause above. */
export const judgeGoverned = (
  scene: ClauseScene,
  index: number,
  self: Judgement,
  parent: number,
  above: Judgement,
): Judgement => {
  const clause = scene.clauses[index]!
  const infinitive = isInfinitive(scene, clause)
  if (!infinitive && !completes(scene, clause)) return self
  const background = self.background || (above.background && !isFinitePresent(clause))
  const governor = governorOf(scene, clause, parent)
  const isOver = clause.verb !== null && isPast(clause.verb)
  const unchanged = { ...self, background }
  const say = (factuality: Judgement['factuality'], rule: string): Judgement => ({
    factuality,
    background,
    cue: governor?.cue ?? self.cue,
    rule: `factuality/${rule}`,
  })
  if (governor === null) {
    if (infinitive && self.factuality === 'actual' && !isOver)
      return say(above.factuality === 'actual' ? 'planned' : above.factuality, 'infinitive')
    return unchanged
  }
  switch (governor.governing.complement) {
    case 'same':
      return self.factuality === 'actual' ? say(above.factuality, 'implied') : unchanged
    case 'denied':
      // „schloss nicht aus, dass“ leaves it open; „kein Zweifel“.
      if (above.factuality === 'denied') return say('possible', 'denial-denied')
      if (above.factuality === 'possible') return say('possible', 'denial-open')
      return say('denied', 'denied-by-governor')
    case 'planned': {
      if (self.factuality === 'denied') return unchanged
      if (above.factuality === 'denied') return say('denied', 'plan-denied')
      // „Der Plan, die Häfen zu verkaufen, scheiterte“
      const fails = scene.rules.failing.has(scene.clauses[parent]!.verb?.lemma ?? '')
      if (governor.byNoun && fails) return say('denied', 'plan-failed')
      if (isOver || (!infinitive && self.factuality === 'possible')) return unchanged
      return above.factuality === 'possible'
        ? say('possible', 'plan-open')
        : say('planned', 'planned-by-governor')
    }
    default: {
      if (self.factuality === 'denied') return unchanged
      // „nicht in der Lage, … zu“, „keine Möglichkeit, … zu“
      if (above.factuality === 'denied' && governor.byNoun) return say('denied', 'impossible')
      const inVain = scene.forms(parent).some(({ lower }) => scene.rules.inVain.has(lower))
      return inVain ? say('denied', 'in-vain') : say('possible', 'possible-by-governor')
    }
  }
}

/** A stretch without a finite verb is an infinitive, whatever it was taken for; „um … zu“ completes nothing. */
const isInfinitive = (scene: ClauseScene, { kind, verb, introducer }: Clause): boolean =>
  (kind === 'infinitive' || (kind === 'subordinate' && verb !== null && verb.finite === null)) &&
  !(introducer !== null && scene.rules.introducers.has(scene.lower(introducer)))

/** A dass-clause; without „dass“ the subjunctive shows that it depends: „… hofft, die Lage bessere sich“. */
const completes = (scene: ClauseScene, { kind, verb, introducer }: Clause): boolean =>
  kind === 'main'
    ? verb?.mood === 'kon1' || verb?.mood === 'kon2'
    : introducer !== null && scene.rules.complementizers.has(scene.lower(introducer))

const isFinitePresent = ({ verb }: Clause): boolean =>
  verb !== null && verb.finite !== null && verb.tense === 'present' && verb.mood === 'ind'

/** Words between a noun and the clause it governs. */
const reach = 4

/** A noun or adjective right before the clause, else the verb of the clause above. */
const governorOf = (scene: ClauseScene, clause: Clause, parent: number): Governor | null => {
  const { words, rules } = scene
  const first = clause.parts[0]?.[0] ?? 0
  for (let at = first - 1; at >= Math.max(0, first - reach); at--) {
    const { upos, lemma } = words[at]!
    if (upos === 'PUNCT') continue
    const key = upos === 'NOUN' ? lemma.toLowerCase() : scene.lower(at)
    const governing = upos === 'NOUN' || upos === 'ADJ' || upos === 'ADV' ? rules.governingNoun(key) : null
    if (governing) return { governing, cue: scene.span(at), byNoun: true }
    if (upos === 'NOUN' || upos === 'VERB' || upos === 'AUX') break
  }
  return governorAbove(scene, clause, parent)
}

const governorAbove = (scene: ClauseScene, clause: Clause, parent: number): Governor | null => {
  const { words, rules } = scene
  const { verb } = scene.clauses[parent]!
  if (!verb) return null
  const forms = scene.forms(parent)
  const isCopula = rules.copulas.has(verb.lemma)
  // „stimmte dagegen, … zu“, „ist dabei, … zu“
  const particle = forms.find(
    ({ lower }) => rules.against.has(lower) || (isCopula && rules.ongoing.has(lower)),
  )
  if (particle && clause.kind !== 'main') {
    const complement = rules.against.has(particle.lower) ? 'denied' : 'same'
    return { governing: { complement }, cue: scene.span(particle.at), byNoun: false }
  }
  const governing = rules.governing(verb.lemma)
  if (governing) return { governing, cue: scene.span(verb.main), byNoun: false }
  // „Es ist möglich, dass“, „Ziel ist, … zu“: what is said of it stands anywhere in the clause above.
  if (!rules.lightVerbs.has(verb.lemma)) return null
  for (const { at, lower } of forms) {
    const found = rules.governingNoun(words[at]!.upos === 'NOUN' ? words[at]!.lemma.toLowerCase() : lower)
    if (found) return { governing: found, cue: scene.span(at), byNoun: true }
  }
  return null
}
