/** Who the subject of a clause is where it is a pronoun or not said: „…, der liefert“, „…, um zu liefern“. */
import type { Clause } from '../../core/layers.ts'
import { joinedTo } from './repairs.ts'
import type { Scene } from './scene.ts'

const disagree = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a !== b

/** What a phrase hangs on: as the syntax has it, else for a preposition the noun at once before it. */
const ownerOf = (scene: Scene, phrase: number): number | null => {
  const { governor, preposition, from, head } = scene.doc.phrase[phrase]!
  if (governor !== null || preposition === null) return governor
  const before = scene.phraseOf[from - 1] ?? -1
  return before < 0 || scene.clauseOf[from - 1] !== scene.clauseOf[head] ? null : before
}

/**
 * Phrase a relative pronoun stands for: the last one before the clause that agrees with it; where that is a bare name,
 * what the name hangs on if it agrees as well.
 *
 *     ein Gesetz zur Hilfe für Israel, das der Senat ablehnt
 *     ^^^^^^^^^^                       ===
 */
export const antecedent = (scene: Scene, clause: Clause): number | null => {
  const first = clause.parts[0]?.[0]
  if (first === undefined) return null
  const { word: words, phrase: phrases } = scene.doc
  const pronoun = clause.introducer === null ? undefined : words[clause.introducer]?.feats
  const isName = (i: number): boolean =>
    words[i]!.upos === 'PROPN' || scene.mentionsAt[i]!.some((m) => m.form === 'name')
  const agrees = (p: number): boolean => {
    if (pronoun?.pronType !== 'rel') return true
    const { from, to } = phrases[p]!
    // „die Region Transnistrien, die …“: the noun before a name agrees, not the name.
    const start = isName(from) && words[from - 1]?.upos === 'NOUN' ? from - 1 : from
    return words.slice(start, to).some(({ upos, feats: { gender, number } }) => {
      if (upos !== 'NOUN' && upos !== 'PROPN') return false
      return !disagree(number, pronoun.number) && (number === 'plur' || !disagree(gender, pronoun.gender))
    })
  }
  let last: number | null = null
  for (let i = first - 1; i >= 0 && i > first - 14; i--) {
    const phrase = scene.phraseOf[i]!
    if (phrase < 0 || scene.clauseOf[i] === scene.clauseOf[first]) continue
    const { governor, role, from, head, preposition } = phrases[phrase]!
    last ??= governor !== null && role === 'genitive' ? governor : phrase
    if (!agrees(phrase)) continue
    let top = phrase
    const isBareName = isName(head) && head - from <= (preposition === null ? 0 : 1)
    if (isBareName)
      for (let up = ownerOf(scene, phrase); up !== null; up = ownerOf(scene, up)) if (agrees(up)) top = up
    return top
  }
  return last
}

/**
 * „Das Ministerium protestierte, indem es den Gesandten einlud“: the pronoun means the subject above, where both
 *      ^^^^^^^^^^^                      ^^                          agree and nothing else is known of it.
 */
const personAbove = (scene: Scene, clause: Clause): number | null => {
  const { clause: clauses, word: words, phrase: phrases } = scene.doc
  const above = clause.parent === null ? null : clauses[clause.parent]!.subject
  if (clause.kind !== 'subordinate' || above === null) return null
  const own = words[phrases[clause.subject!]!.head]!
  const other = words[phrases[above]!.head]!
  const agree = own.feats.gender === other.feats.gender && own.feats.number === other.feats.number
  const personal = own.upos === 'PRON' && own.feats.person === 3
  return personal &&
    agree &&
    own.feats.gender !== undefined &&
    scene.mentionsAt[phrases[clause.subject!]!.head]!.length === 0
    ? above
    : null
}

/** „forderte die Partner auf, … zu liefern“, „wirft Kiew vor, … zu blockieren“: the object above does it, or does not. */
const controller = (scene: Scene, parent: number): number | null => {
  const verb = scene.verbs[parent]
  if (verb == null || verb.voice !== 'active' || !scene.rules.objectControlVerbs.has(verb.lemma)) return null
  const { phrase: phrases } = scene.doc
  const above = scene.doc.clause[parent]!.phrases.filter((p) => {
    const { role, preposition, governor, head } = phrases[p]!
    const isSelf = scene.rules.reflexives.has(scene.doc.word[head]!.text.toLowerCase())
    return preposition === null && governor === null && !isSelf && (role === 'object' || role === 'indirect')
  })
  return above[0] ?? null
}

/** The subject of a clause: its own, the antecedent of „der“, or that of the clause above for „… zu liefern“
 * and for a second verb without one. */
export const subjectOf = (scene: Scene, clauseIndex: number, depth = 0): number | null => {
  const { clause: clauses, word: words, phrase: phrases } = scene.doc
  const clause = clauses[clauseIndex]
  if (clause === undefined || depth > 4) return null
  if (clause.subject !== null) {
    const head = words[phrases[clause.subject]!.head]
    if (head?.feats.pronType === 'rel') return antecedent(scene, clause) ?? clause.subject
    return personAbove(scene, clause) ?? clause.subject
  }
  if (clause.kind === 'infinitive' || clause.verb?.finite === null) {
    if (clause.parent === null) return null
    return controller(scene, clause.parent) ?? subjectOf(scene, clause.parent, depth + 1)
  }
  // „Kiew bestellte den Botschafter ein und forderte Aufklärung.“
  const before = joinedTo(clauses, words, clauseIndex, scene.rules)
  return before === null ? null : subjectOf(scene, before, depth + 1)
}
