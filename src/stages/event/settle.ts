/** From candidates to events: which alternative holds, and which later nouns only point back to an act told before. */
import type { CompiledCodebook } from '../../codebook/codebook.ts'
import type { Candidate } from './candidate.ts'
import { decide } from './decide.ts'
import { pairsOf } from './pairs.ts'
import { clauseWords } from './phrases.ts'
import type { Scene } from './scene.ts'
import { countriesOf, type Told } from './told.ts'

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
