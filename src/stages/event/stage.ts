/**
 * Events by codebook. Everything about a topic comes from the codebook, everything about German from the
 * locale; this folder knows neither.
 *
 *   word, phrase, clause → candidates (find) → events (settle) → annotations with date, factuality, source
 */
import type { CompiledCodebook } from '../../codebook/codebook.ts'
import type { Clause, DatedValue, EventAnnotation, Party, TimeAnnotation } from '../../core/layers.ts'
import { bySpan } from '../../core/span.ts'
import type { Stage } from '../../core/stage.ts'
import type { Knowledge } from '../knowledge.ts'
import { factualityOf } from './act-factuality.ts'
import { buildScene } from './build-scene.ts'
import { datesOf, timesByClause } from './dating.ts'
import { evidenceOf, placeOf, spanOf } from './evidence.ts'
import { findCandidates } from './find.ts'
import { objectOf } from './object.ts'
import { clauseWords } from './phrases.ts'
import type { EventInput, Scene } from './scene.ts'
import { settle } from './settle.ts'
import type { Told } from './told.ts'
import { vocabularyOf } from './vocabulary.ts'

/** Dates of the acts told so far. */
interface Earlier {
  readonly dates: Map<number, string>
  last: DatedValue | null
}

/** „übergab die letzten neun Panzer“: with them it is complete. */
const deliversRest = (scene: Scene, { objects, form, type }: Told['candidate']): boolean =>
  form === 'verb' &&
  Object.values(type.moves).some(
    ({ finalStage, suspend }) => finalStage !== undefined && suspend === undefined,
  ) &&
  objects.some((p) => {
    const { from, head } = scene.doc.phrase[p]!
    if (scene.goodsAt[head]!.length === 0) return false
    for (let i = from; i < head; i++)
      if (scene.rules.restWords.has(scene.doc.word[i]!.text.toLowerCase())) return true
    return false
  })

/** „Die Verhandlungen gehen voran“: the act is what the clause tells of. */
const isSubjectOf = (scene: Scene, word: number, clause: Clause): boolean =>
  clause.subject !== null && scene.doc.phrase[clause.subject]!.head === word

/** Who acts; a body that belongs to no country is said too, so that nobody takes the act for another's. */
const actorsOf = ({ actors, candidate }: Told): readonly Party[] =>
  actors.length > 0
    ? actors.map(({ name, country }) => ({ name, country }))
    : candidate.actors.parties.bodies.map((name) => ({ name, country: null }))

const annotate = (
  scene: Scene,
  told: Told,
  times: ReadonlyMap<number, readonly TimeAnnotation[]>,
  earlier: Earlier,
): EventAnnotation => {
  const { candidate } = told
  const { statementAt } = scene
  const { word: words } = scene.doc
  const evidence = evidenceOf(scene, told)
  const { factuality, background } = factualityOf(scene, told)
  const clause = scene.doc.clause[candidate.clause]!
  const reach = candidate.type.inherits
    ? candidate.region
    : [...new Set([...candidate.region, ...clauseWords(clause)])].sort((a, b) => a - b)
  const measures = reach.flatMap((i) => scene.measureEndingAt.get(i) ?? [])
  const amount = measures.find((m) => m.amount !== null)?.amount ?? null
  const counted = measures.filter((m) => m.quantity !== null)
  const quantity =
    (
      counted.find((m) => scene.vocabulary.goodsOf(words[m.to - 1]!).length > 0) ??
      (candidate.cue.roles.object.length > 0 ? undefined : counted[0])
    )?.quantity ?? null
  const start = words[candidate.at]!.start
  const happened = factuality === 'actual'
  const tense = clause.verb?.tense ?? null
  const goods = [...candidate.contents.goods]
  const fromComplement =
    candidate.cue.needs.some((all) => all.includes('complement')) && told.taken[0] !== undefined
      ? statementAt(words[told.taken[0].candidate.at]!.start)
      : null
  const party = ({ name, country }: Party): Party => ({ name, country })
  return {
    ...evidence,
    type: candidate.type.name,
    actors: actorsOf(told),
    recipients: told.recipients.map(party),
    persons: told.persons,
    object: objectOf(scene, told),
    goods,
    amount,
    quantity,
    place: placeOf(scene, told),
    ...datesOf(scene, times, candidate, {
      happened,
      ongoing: tense === 'present' && (candidate.form === 'verb' || isSubjectOf(scene, candidate.at, clause)),
      repeats: told.repeats,
      after: told.answers === null ? null : (earlier.dates.get(told.answers) ?? null),
      before: earlier.last,
      background,
    }),
    factuality,
    background,
    statement: statementAt(start) ?? fromComplement,
    stance: candidate.cue.stance,
    final:
      candidate.cue.final ||
      deliversRest(scene, candidate) ||
      clauseWords(clause).some((i) => scene.rules.finalWords.has(words[i]!.text.toLowerCase())),
    trigger: spanOf(scene, [candidate.at]),
    rule: `event/${candidate.type.name}/${candidate.form}:${[...candidate.cue.beside, candidate.cue.word].join('-')}${told.inherited ? '+context' : ''}`,
  }
}

/** All events of a document by a codebook. */
export const findEvents = (
  doc: EventInput,
  codebook: CompiledCodebook,
  knowledge: Knowledge,
): readonly EventAnnotation[] => {
  const vocabulary = vocabularyOf(codebook, knowledge.locale)
  const scene = buildScene(doc, vocabulary, knowledge.locale)
  const candidates = findCandidates(scene)
  if (candidates.length === 0) return []
  const times = timesByClause(scene)
  const earlier: Earlier = { dates: new Map(), last: null }
  const out: EventAnnotation[] = []
  for (const told of settle(scene, codebook, candidates)) {
    const event = annotate(scene, told, times, earlier)
    out.push(event)
    earlier.last = event.date
    if (event.date !== null) earlier.dates.set(told.candidate.at, event.date.edtf)
  }
  return out.sort(bySpan)
}

export const eventStage: Stage<
  'sentence' | 'word' | 'phrase' | 'clause' | 'time' | 'mention' | 'statement' | 'factuality',
  'event',
  Knowledge
> = {
  name: 'event',
  version: 3,
  requires: ['sentence', 'word', 'phrase', 'clause', 'time', 'mention', 'statement', 'factuality'],
  provides: ['event'],
  run: (document, knowledge) => ({
    layers: { event: findEvents(document, knowledge.codebook, knowledge) },
    diagnostics: [],
  }),
}
