/** From candidates to events: which alternative holds, what belongs to what, who is meant but not named. */
import type { CompiledCodebook } from '../../codebook/codebook.ts'
import type { Party } from '../../core/layers.ts'
import type { Candidate } from './candidate.ts'
import { holds } from './needs.ts'
import { onlyRecipient, type Pair, pairFor, pairsOf } from './pairs.ts'
import { partiesAmong } from './parties.ts'
import { clauseWords, wordsUnder } from './phrases.ts'
import type { Scene } from './scene.ts'
import { countriesOf, type Told, without } from './told.ts'

interface Context {
  readonly scene: Scene
  readonly codebook: CompiledCodebook
  /** In text order. */
  readonly pairs: readonly Pair[]
}

/** Both sides of an act: those who did it together, else who did it and to whom. */
const sidesOf = ({ actors, recipients }: Told): readonly Party[] =>
  actors.length > 1 ? actors : [...actors, ...without(recipients, actors)]

/** „die Vereinbarung“, „dieser Vertrag“: what it is about has been told. */
const pointsAtKnown = (scene: Scene, { objects }: Candidate): boolean =>
  objects.some((p) => {
    const opener = scene.doc.word[scene.doc.phrase[p]!.from]!.text.toLowerCase()
    return scene.rules.definiteArticles.has(opener) || scene.rules.demonstratives.has(opener)
  })

/** Decides every group of alternatives once; inner acts before outer ones. */
const decide = (
  context: Context,
  groups: ReadonlyMap<number, readonly Candidate[]>,
): { readonly told: ReadonlyMap<number, Told>; readonly consumed: ReadonlySet<number> } => {
  const { codebook } = context
  const told = new Map<number, Told | null>()
  const consumed = new Set<number>()
  const lastOf = new Map<string, Told>()
  /** The event told last. */
  let last: Told | null = null
  /** Act → who announces it. */
  const announced = new Map<number, readonly Party[]>()

  const innerActs = (candidate: Candidate, depth: number): Told[] => {
    if (candidate.form === 'participle') return []
    const found: Told[] = []
    for (const i of candidate.region) {
      if (i === candidate.at || !groups.has(i)) continue
      const inner = choose(i, depth + 1)
      if (inner !== null) found.push(inner)
    }
    // What belongs to another of them is told there.
    const below = new Set(found.flatMap((act) => act.taken))
    return found.filter((act) => !below.has(act))
  }

  const resolve = (candidate: Candidate, depth: number): Told | null => {
    const inner = innerActs(candidate, depth)
    const belongs = (act: Told): boolean =>
      candidate.cue.takes.includes(act.candidate.type.name) || act.candidate.type === candidate.type
    const taken = inner.filter((act) => belongs(act) && !(act.candidate.form === 'participle'))
    const foreign = inner.filter(
      (act) =>
        !belongs(act) &&
        act.candidate.form !== 'participle' &&
        (act.candidate.type.inherits !== null || candidate.complements.includes(act.candidate.clause)),
    )
    // „kündigte die Wiederaufnahme an“: the act is the resumption; that it is announced makes it planned.
    if (
      candidate.form === 'verb' &&
      candidate.cue.takes.length > 0 &&
      foreign.length > 0 &&
      taken.length === 0
    ) {
      for (const act of foreign) announced.set(act.candidate.at, candidate.actors.parties.parties)
      return null
    }
    const { cue, type } = candidate
    let actors: readonly Party[] = candidate.actors.parties.parties
    let recipients: readonly Party[] = candidate.recipients.parties.parties
    let inherited = false
    let answers: number | null = null
    for (const act of taken) {
      if (recipients.length === 0 && cue.roles.recipients.length > 0)
        recipients = without(act.recipients, actors)
      if (actors.length === 0 && candidate.form !== 'verb') actors = act.actors
    }
    // „In einem Telefonat mit Kiew sprach Washington über …“: the noun names both sides.
    for (const act of taken)
      if (act.candidate.type === type && cue.roles.recipients.length === 0 && act.actors.length > 1)
        actors = act.actors
    // „bat um eine Zusage der USA“: who asks is told with the one who is asked.
    if (recipients.length === 0 && type.reverses !== null)
      for (const act of taken)
        if (recipients.length === 0 && !act.inherited) recipients = without(act.actors, actors)
    recipients = without(recipients, actors)
    const { scene } = context
    const between = cue.roles.actors.some((together) => together.length > 1)
    const clause = scene.doc.clause[candidate.clause]!
    if (candidate.form === 'verb' && clause.subject !== null) {
      const subject = scene.doc.phrase[clause.subject]!
      const heads = [scene.doc.word[subject.from]!, scene.doc.word[subject.head]!]
      const both = heads.some((w) => scene.rules.bothWords.has(w.lemma.toLowerCase()))
      const they =
        heads[1]!.upos === 'PRON' && heads[1]!.feats.number === 'plur' && heads[1]!.feats.person === 3
      const sides = last === null || (they && !between) ? [] : sidesOf(last)
      if (sides.length === 2 && (both || (they && actors.length < 2))) actors = sides
      else if (actors.length === 0 && heads[1]!.upos === 'PRON') {
        // „Man habe … angefragt“: who speaks.
        const said = scene.statementAt(scene.doc.word[candidate.at]!.start)
        const speaker = said === null ? null : scene.doc.statement[said]!.speaker
        if (speaker?.country) actors = [{ name: speaker.name, country: speaker.country }]
      }
    }
    // „Mit Dänemark würden Vereinbarungen vorbereitet“: the speaker's side is the other one.
    if (candidate.form === 'verb' && between && actors.length === 1 && candidate.openActor) {
      const said = scene.statementAt(scene.doc.word[candidate.at]!.start)
      const speaker = said === null ? null : scene.doc.statement[said]!.speaker
      if (speaker?.country && speaker.country !== actors[0]!.country)
        actors = [...actors, { name: speaker.name, country: speaker.country }]
    }
    if (type.inherits !== null) {
      const needsActor = actors.length === 0 && candidate.openActor
      const needsRecipient =
        recipients.length === 0 && !candidate.strangeRecipient && cue.roles.recipients.length > 0
      if (needsActor || needsRecipient) {
        // Another giver gives to the same; another recipient says nothing of who gives.
        const find = (actor: string | null, recipient: string | null, named: boolean): Pair | null =>
          pairFor(context.pairs, type.inherits!, candidate.at, actor, recipient, named)
        const giver = actors[0]?.country ?? null
        const getter = recipients[0]?.country ?? null
        const pair =
          (needsActor ? find(giver, getter, true) : null) ??
          (needsActor && !needsRecipient ? null : find(giver, getter, false)) ??
          (needsActor ? null : find(null, null, false))
        if (pair !== null) {
          inherited = true
          if (needsActor && pair.actor !== null) actors = [pair.actor]
          if (needsRecipient) recipients = without([pair.recipient], actors)
        }
      }
    }
    if (type.inherits === null && candidate.openActor && last !== null) {
      // „Eine Erklärung wurde unterzeichnet.“, „Ein weiteres Telefonat mit …“: by those just told of.
      const near =
        context.scene.doc.word[candidate.at]!.sentence -
          context.scene.doc.word[last.candidate.at]!.sentence <=
        1
      const alone = candidate.form === 'noun' && actors.length === 1 && last.candidate.type === type
      if (near && (actors.length === 0 || alone)) {
        // „Die Vereinbarung wurde geschlossen“: with whom is told; „eine Erklärung“ may be theirs alone.
        const sides = between && pointsAtKnown(scene, candidate) ? sidesOf(last) : last.actors
        const more = without(sides, actors)
        if (more.length > 0) {
          actors = actors.length === 0 ? sides : [...actors, more[0]!]
          inherited = true
        }
      }
    }
    if (recipients.length === 0 && type.inherits === null && cue.roles.recipients.length > 0) {
      // „reagierte auf den Lieferstopp“: on those who did what the noun points back to.
      for (const i of candidate.region) {
        const meant = scene.vocabulary.nounCues(scene.doc.word[i]!)[0]
        const before = meant === undefined ? undefined : lastOf.get(meant.type.name)
        if (before !== undefined && before.candidate.type.inherits !== null && recipients.length === 0) {
          recipients = without(before.actors, actors)
          answers = before.candidate.at
        }
      }
    }
    // „Kiew hatte das Land um Hilfe gebeten“: nobody asks himself; „das Land“ is the other one just told of.
    const described = candidate.recipients.phrases.some((p) =>
      wordsUnder(scene, p).some((i) =>
        scene.mentionsAt[i]!.some((m) => m.form === 'description' || m.form === 'pronoun'),
      ),
    )
    if (recipients.length === 0 && described && last !== null) {
      const others = without([...last.actors, ...last.recipients], actors)
      if (others.length === 1) recipients = others
    }
    // „Nach dem Putsch in Niger hat Frankreich seine Hilfe für das Land eingestellt“: the other one named beside it.
    if (recipients.length === 0 && described) {
      const beside = without(partiesAmong(scene, clauseWords(clause)).parties, actors)
      if (beside.length === 1) recipients = beside
    }
    const persons = [
      ...new Set([...candidate.actors.parties.persons, ...candidate.recipients.parties.persons]),
    ]
    const result: Told = {
      candidate,
      actors,
      recipients,
      persons,
      taken,
      announced: false,
      inherited,
      answers,
      repeats: [],
    }
    if (candidate.strangeRecipient && recipients.length === 0 && type.inherits) return null
    if (
      cue.needs.length > 0 &&
      !cue.needs.some((all) => all.every((need) => holds(need, codebook, result, candidate, scene)))
    )
      return null
    if (type.suffers === null || recipients.length > 0 || actors.length === 0) return result
    const hit = onlyRecipient(context.pairs, type.suffers, actors)
    return hit === null ? result : { ...result, recipients: [hit], inherited: true }
  }

  const choose = (at: number, depth: number): Told | null => {
    const known = told.get(at)
    if (known !== undefined) return known
    // While it is being decided, or too deep inside others, it counts as nothing.
    told.set(at, null)
    if (depth > 24) return null
    for (const candidate of groups.get(at)!) {
      const result = resolve(candidate, depth)
      if (result === null) continue
      told.set(at, result)
      for (const act of result.taken) consumed.add(act.candidate.at)
      return result
    }
    return null
  }

  for (const at of groups.keys()) {
    const result = choose(at, 0)
    if (result === null || result.actors.length === 0 || result.candidate.silent) continue
    last = result
    lastOf.set(result.candidate.type.name, result)
  }
  const out = new Map<number, Told>()
  for (const [at, result] of told) {
    if (result === null) continue
    const by = announced.get(at)
    if (by === undefined) out.set(at, result)
    else {
      const actors =
        result.actors.length === 0 || result.inherited ? (by.length > 0 ? by : result.actors) : result.actors
      out.set(at, { ...result, actors, recipients: without(result.recipients, actors), announced: true })
    }
  }
  return { told: out, consumed }
}

/**
 * The act that a noun with „der“ or „dieser“ only points back to, or null. `before`: the last ones of its type.
 */
const pointsBack = (scene: Scene, told: Told, before: readonly Told[]): Told | null => {
  const { candidate } = told
  if (candidate.form === 'verb' || before.length === 0) return null
  const phrase = scene.phraseOf[candidate.at]!
  const first = phrase < 0 ? null : scene.doc.word[scene.doc.phrase[phrase]!.from]!
  const opener = first?.text.toLowerCase() ?? ''
  const definite = scene.rules.definiteArticles.has(opener) || scene.rules.demonstratives.has(opener)
  if (!definite) return null
  // New figures are news: „Die Angriffe haben elf Menschen getötet“.
  if (clauseWords(scene.doc.clause[candidate.clause]!).some((i) => scene.measureEndingAt.has(i))) return null
  const ownGoods = candidate.contents.goods
  const countries = countriesOf(told.actors, told.recipients)
  return (
    before.find(
      (b) =>
        [...countries].every((c) => countriesOf(b.actors, b.recipients).has(c)) &&
        ownGoods.every((name) => b.candidate.contents.goods.includes(name)),
    ) ?? null
  )
}

/** „nicht über eine Einstellung der Hilfe informiert“: no such act is told. */
const isDenied = (scene: Scene, { candidate }: Told): boolean => {
  const verb = scene.verbs[candidate.clause]
  if (candidate.form !== 'noun' || !verb?.negated || scene.rules.occurrenceVerbs.has(verb.lemma)) return false
  const phrase = scene.phraseOf[candidate.at]!
  const opener = phrase < 0 ? '' : scene.doc.word[scene.doc.phrase[phrase]!.from]!.text.toLowerCase()
  return !scene.rules.definiteArticles.has(opener) && !scene.rules.demonstratives.has(opener)
}

/** The events of a document in text order. */
export const settle = (
  scene: Scene,
  codebook: CompiledCodebook,
  candidates: readonly Candidate[],
): readonly Told[] => {
  const groups = new Map<number, Candidate[]>()
  for (const candidate of candidates) {
    const group = groups.get(candidate.at)
    if (group === undefined) groups.set(candidate.at, [candidate])
    else group.push(candidate)
  }
  const first = decide({ scene, codebook, pairs: [] }, groups)
  const pairs = pairsOf(first.told.values())
  const { told, consumed } = pairs.length === 0 ? first : decide({ scene, codebook, pairs }, groups)
  const out: Told[] = []
  const byType = new Map<string, readonly Told[]>()
  const repeats = new Map<Told, readonly number[]>()
  for (const at of groups.keys()) {
    const result = told.get(at)
    if (result === undefined || consumed.has(at) || result.candidate.silent || isDenied(scene, result))
      continue
    const type = result.candidate.type.name
    const before = byType.get(type) ?? []
    const meant = pointsBack(scene, result, before)
    if (meant !== null) {
      repeats.set(meant, [...(repeats.get(meant) ?? []).slice(-3), at])
      continue
    }
    byType.set(type, [...before.slice(-5), result])
    out.push(result)
  }
  return out.map((act) => ({ ...act, repeats: repeats.get(act) ?? [] }))
}
