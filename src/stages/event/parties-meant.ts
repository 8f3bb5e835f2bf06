/**
 * Who does an act and to whom where its own words do not say so: what is promised says it, the speaker, the acts told
 * before.
 *
 *     Berlin liefert Kiew Panzer. … Das Land bat zudem um Munition.      Ukraine asks Germany
 */
import type { Party } from '../../core/layers.ts'
import type { Candidate } from './candidate.ts'
import { type Pair, pairFor } from './pairs.ts'
import { partiesAmong } from './parties.ts'
import { clauseWords, wordsUnder } from './phrases.ts'
import type { Scene } from './scene.ts'
import { type Told, without } from './told.ts'
import { isInstitution } from './verb-parties.ts'

/** What has been told so far. */
export interface Before {
  readonly scene: Scene
  /** In text order. */
  readonly pairs: readonly Pair[]
  /** The event told last, and the last one of each type. */
  readonly last: Told | null
  readonly lastOf: ReadonlyMap<string, Told>
  /** The last one that somebody gives, stops, decides or agrees. */
  readonly lastAct: Told | null
}

/** Parties as far as they are known, and where those from elsewhere come from. */
export type Meant = Pick<Told, 'actors' | 'recipients' | 'inherited' | 'answers'>

type Step = (before: Before, candidate: Candidate, known: Meant, taken: readonly Told[]) => Meant

/** Both sides of an act: those who did it together, else who did it and to whom. */
const sidesOf = ({ actors, recipients }: Told): readonly Party[] =>
  actors.length > 1 ? actors : [...actors, ...without(recipients, actors)]

/** Several act together: „zwischen A und B“, „A mit B“. */
const isBetween = ({ cue }: Candidate): boolean => cue.roles.actors.some((together) => together.length > 1)

/** Who says what a word stands in, where it is a party. */
const speakerAt = ({ doc, statementAt }: Scene, word: number): Party | null => {
  const said = statementAt(doc.word[word]!.start)
  const speaker = said === null ? null : doc.statement[said]!.speaker
  return speaker?.country ? { name: speaker.name, country: speaker.country } : null
}

/** „die Vereinbarung“, „dieser Vertrag“: what it is about has been told. */
const isKnown = (scene: Scene, phrase: number): boolean => {
  const opener = scene.doc.word[scene.doc.phrase[phrase]!.from]!.text.toLowerCase()
  return scene.rules.definiteArticles.has(opener) || scene.rules.demonstratives.has(opener)
}

/** What is promised, asked or refused says who gets it and who is asked. */
const fromTaken: Step = (_, { cue, form, type }, { actors, recipients, ...rest }, taken) => {
  for (const act of taken) {
    if (recipients.length === 0 && cue.roles.recipients.length > 0)
      recipients = without(act.recipients, actors)
    if (actors.length === 0 && form !== 'verb') actors = act.actors
  }
  // „In einem Telefonat mit Kiew sprach Washington über …“: the noun names both sides.
  for (const act of taken)
    if (act.candidate.type === type && cue.roles.recipients.length === 0 && act.actors.length > 1)
      actors = act.actors
  // „bat um eine Zusage der USA“: who asks is told with the one who is asked.
  if (recipients.length === 0 && type.reverses !== null)
    for (const act of taken)
      if (recipients.length === 0 && !act.inherited) recipients = without(act.actors, actors)
  return { actors, recipients: without(recipients, actors), ...rest }
}

/** „beide Länder“, „sie“, „man“: those just told of, or who speaks. */
const fromSubject: Step = ({ scene, last: told, lastAct }, candidate, known) => {
  const { subject } = scene.doc.clause[candidate.clause]!
  if (candidate.form !== 'verb' || subject === null) return known
  const { from, head } = scene.doc.phrase[subject]!
  const heads = [scene.doc.word[from]!, scene.doc.word[head]!]
  const { upos, feats } = heads[1]!
  const both = heads.some((w) => scene.rules.bothWords.has(w.lemma.toLowerCase()))
  const they = upos === 'PRON' && feats.number === 'plur' && feats.person === 3
  // Those who only praised or criticised it together are no two sides.
  const last = told?.candidate.type.answers == null ? told : lastAct
  const sides = last === null || (they && !isBetween(candidate)) ? [] : sidesOf(last)
  const isOutside = without(sides, known.recipients).length === sides.length
  if (sides.length === 2 && isOutside && (both || (they && known.actors.length < 2)))
    return { ...known, actors: sides }
  if (known.actors.length > 0 || upos !== 'PRON') return known
  const speaker = speakerAt(scene, candidate.at)
  return speaker === null ? known : { ...known, actors: [speaker] }
}

/** „Mit Dänemark würden Vereinbarungen vorbereitet“: the speaker's side is the other one. */
const fromSpeaker: Step = ({ scene }, candidate, known) => {
  const { actors } = known
  if (candidate.form !== 'verb' || !isBetween(candidate) || actors.length !== 1 || !candidate.openActor)
    return known
  const speaker = speakerAt(scene, candidate.at)
  return speaker === null || speaker.country === actors[0]!.country
    ? known
    : { ...known, actors: [...actors, speaker] }
}

/** Giver and recipient of another passage. Another giver gives to the same; another recipient says nothing of who gives. */
const fromPairs: Step = ({ pairs }, candidate, known) => {
  const { cue, type } = candidate
  if (type.inherits === null) return known
  let { actors, recipients } = known
  const needsActor = actors.length === 0 && candidate.openActor
  const needsRecipient =
    recipients.length === 0 && !candidate.strangeRecipient && cue.roles.recipients.length > 0
  if (!needsActor && !needsRecipient) return known
  const find = (actor: string | null, recipient: string | null, named: boolean): Pair | null =>
    pairFor(pairs, type.inherits!, candidate.at, actor, recipient, named)
  const giver = actors[0]?.country ?? null
  const getter = recipients[0]?.country ?? null
  const pair =
    (needsActor ? find(giver, getter, true) : null) ??
    (needsActor && !needsRecipient ? null : find(giver, getter, false)) ??
    (needsActor ? null : find(null, null, false))
  if (pair === null) return known
  if (needsActor && pair.actor !== null) actors = [pair.actor]
  if (needsRecipient) recipients = without([pair.recipient], actors)
  return { ...known, actors, recipients, inherited: true }
}

/** „Eine Erklärung wurde unterzeichnet.“, „Ein weiteres Telefonat mit …“: by those just told of. */
const fromLast: Step = ({ scene, last }, candidate, known) => {
  const { type, at, form, objects } = candidate
  if (type.inherits !== null || !candidate.openActor || last === null) return known
  const { word: words } = scene.doc
  if (words[at]!.sentence - words[last.candidate.at]!.sentence > 1) return known
  const { actors } = known
  const alone = form === 'noun' && actors.length === 1 && last.candidate.type === type
  if (actors.length > 0 && !alone) return known
  // „Die Vereinbarung wurde geschlossen“: with whom is told; „eine Erklärung“ may be theirs alone.
  const sides = isBetween(candidate) && objects.some((p) => isKnown(scene, p)) ? sidesOf(last) : last.actors
  const more = without(sides, actors)
  if (more.length === 0) return known
  return { ...known, actors: actors.length === 0 ? sides : [...actors, more[0]!], inherited: true }
}

/** The same body goes on: „Die Kammer billigte zudem Hilfen für Israel“. */
const fromSameBody: Step = ({ scene, lastOf }, candidate, known) => {
  const { subject } = scene.doc.clause[candidate.clause]!
  const act = lastOf.get(candidate.type.name)
  if (known.actors.length > 0 || !candidate.openActor || act === undefined || subject === null) return known
  const isSame = isKnown(scene, subject) && isInstitution(scene, scene.doc.phrase[subject]!.head)
  const actors = without(act.actors, known.recipients)
  return isSame && actors.length > 0 ? { ...known, actors, inherited: true } : known
}

/** A noun of the class that stands for an act told before: „begrüßte die Entscheidung“. */
const standsForAct = (scene: Scene, { type, objects }: Candidate): boolean =>
  type.answers !== null &&
  objects.some(
    (p) =>
      scene.doc.phrase[p]!.preposition === null &&
      isKnown(scene, p) &&
      scene.classesAt[scene.doc.phrase[p]!.head]!.includes(type.answers!),
  )

/** „begrüßte die Entscheidung“: praised are those who did what was told last. */
const fromDecision: Step = ({ scene, last, lastAct }, candidate, known) => {
  // „kritisierte das Zögern des Kanzlers“: whose it is stands there.
  const isNamed = candidate.recipients.parties.parties.length > 0
  if (isNamed || known.recipients.length > 0 || !standsForAct(scene, candidate)) return known
  // „Russland kritisierte das scharf. Auch Iran verurteilte die Entscheidung.“: the same one.
  const isSame = last?.candidate.type === candidate.type && standsForAct(scene, last.candidate)
  const others = isSame ? last.recipients : (lastAct?.actors ?? [])
  const recipients = without(others, known.actors)
  // Nobody answers himself.
  return recipients.length > 0 && recipients.length === others.length
    ? { ...known, recipients, inherited: true, answers: lastAct?.candidate.at ?? null }
    : known
}

/** „reagierte auf den Lieferstopp“: on those who did what the noun points back to. */
const fromAnswered: Step = ({ scene, lastOf }, candidate, known) => {
  const { type, cue, region } = candidate
  if (known.recipients.length > 0 || type.inherits !== null || cue.roles.recipients.length === 0) return known
  for (const i of region) {
    const meant = scene.vocabulary.nounCues(scene.doc.word[i]!)[0]
    const act = meant === undefined ? undefined : lastOf.get(meant.type.name)
    if (act === undefined || act.candidate.type.inherits === null) continue
    const recipients = without(act.actors, known.actors)
    if (recipients.length > 0) return { ...known, recipients, answers: act.candidate.at }
  }
  return known
}

/** „Kiew hatte das Land um Hilfe gebeten“: nobody asks himself; „das Land“ is the other one just told of. */
const fromDescription: Step = ({ scene, last }, candidate, known) => {
  const { actors } = known
  if (known.recipients.length > 0) return known
  const isDescribed = candidate.recipients.phrases.some((p) =>
    wordsUnder(scene, p).some((i) =>
      scene.mentionsAt[i]!.some((m) => m.form === 'description' || m.form === 'pronoun'),
    ),
  )
  if (!isDescribed) return known
  const others = last === null ? [] : without([...last.actors, ...last.recipients], actors)
  if (others.length === 1) return { ...known, recipients: others }
  // „Nach dem Putsch in Niger hat Frankreich seine Hilfe für das Land eingestellt“: the other one named beside it.
  const clause = scene.doc.clause[candidate.clause]!
  const beside = without(partiesAmong(scene, clauseWords(clause)).parties, actors)
  return beside.length === 1 ? { ...known, recipients: beside } : known
}

/** In this order: what stands nearest to the act comes first. */
const steps: readonly Step[] = [
  fromTaken,
  fromSubject,
  fromSpeaker,
  fromPairs,
  fromSameBody,
  fromLast,
  fromAnswered,
  fromDecision,
  fromDescription,
]

/** Actors and recipients of a candidate, named or meant. `taken`: the acts that belong to it. */
export const partiesMeant = (before: Before, candidate: Candidate, taken: readonly Told[]): Meant =>
  steps.reduce<Meant>((known, step) => step(before, candidate, known, taken), {
    actors: candidate.actors.parties.parties,
    recipients: candidate.recipients.parties.parties,
    inherited: false,
    answers: null,
  })
