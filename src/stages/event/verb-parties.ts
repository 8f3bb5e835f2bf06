/** Who acts and who gets it where the subject of a verb does not say so: „1,5 Millionen Dosen stellt Berlin …“. */
import type { Cue } from '../../codebook/codebook.ts'
import { lower } from './candidate.ts'
import { wordsUnder } from './phrases.ts'
import { fillRole, type RoleFill } from './roles.ts'
import type { Scene } from './scene.ts'
import { verbSlot } from './slots.ts'
import { antecedent, subjectOf } from './subjects.ts'

const isRelative = (scene: Scene, phrase: number): boolean =>
  scene.doc.word[scene.doc.phrase[phrase]!.head]!.feats.pronType === 'rel'

/** „das Paket für Kiew, dem der Kongress noch zustimmen muss“: what a pronoun in the object stands for, to the comma. */
export const wordsMeant = (scene: Scene, clauseIndex: number): readonly number[] => {
  const clause = scene.doc.clause[clauseIndex]!
  const own = clause.phrases.find((p) => isRelative(scene, p))
  if (clause.kind !== 'relative' || own === undefined) return []
  if (own === clause.subject && scene.verbs[clauseIndex]!.voice === 'active') return []
  const meant = antecedent(scene, clause)
  if (meant === null) return []
  const members = new Set(wordsUnder(scene, meant))
  for (let i = scene.doc.phrase[meant]!.head; i < (clause.parts[0]?.[0] ?? 0); i++) members.add(i)
  return [...members].sort((a, b) => a - b)
}

const isPronoun = (scene: Scene, phrase: number): boolean =>
  scene.doc.word[scene.doc.phrase[phrase]!.head]!.upos === 'PRON'

/** „das Parlament“, „die Parlamentskammer“: a body of a state, by the head of the compound. */
export const isInstitution = (scene: Scene, word: number): boolean => {
  const lemma = scene.doc.word[word]!.lemma.toLowerCase()
  for (let cut = 0; cut <= lemma.length - 5; cut++)
    if (scene.rules.institutions.has(lemma.slice(cut))) return true
  return false
}

/** True where the act has no named doer: passive, no subject, „man“, or a cue whose subject is no doer. */
export const openSubject = (scene: Scene, clauseIndex: number, cue: Cue): boolean => {
  const clause = scene.doc.clause[clauseIndex]!
  if (scene.verbs[clauseIndex]!.voice !== 'active' || !cue.roles.actors.flat().includes('subject'))
    return true
  if (clause.subject === null) return true
  const meant = isRelative(scene, clause.subject) ? subjectOf(scene, clauseIndex) : clause.subject
  if (meant === null) return true
  // „kann niemand ausschließen“: nobody does it.
  if (scene.rules.negations.has(lower(scene, scene.doc.phrase[meant]!.head))) return false
  if (isPronoun(scene, meant)) return true
  const { from, head } = scene.doc.phrase[meant]!
  const { word: words } = scene.doc
  // „15 Länder haben …“: somebody acts, if not by name.
  for (let i = from; i < head; i++) if (words[i]!.upos === 'NUM') return false
  return isInstitution(scene, head)
}

/** „sagt den Kommunen Geld zu“: somebody gets it, but no state; „sagt dem Programm Geld zu“: not somebody. */
export const hasStrangeRecipient = (scene: Scene, clauseIndex: number, cue: Cue): boolean =>
  cue.roles.recipients.flat().includes('indirect') &&
  verbSlot(scene, clauseIndex, 'indirect').phrases.some(
    (p) =>
      scene.doc.phrase[p]!.role === 'indirect' &&
      !isPronoun(scene, p) &&
      scene.classesAt[scene.doc.phrase[p]!.head]!.length === 0,
  )

/**
 * Somebody else gets it than the one that the report is about.
 *
 *     Die Regierung stellt die Ausfuhr an andere Länder zurück.
 *                                      ^^^^^^^^^^^^^^^^
 */
export const isForOthers = ({ doc, rules }: Scene, region: readonly number[]): boolean =>
  region.some(
    (i) =>
      rules.institutions.has(doc.word[i]!.lemma.toLowerCase()) &&
      doc.word[i - 1] !== undefined &&
      rules.otherWords.has(doc.word[i - 1]!.lemma.toLowerCase()),
  )

/**
 * The object first: a name that could be the subject is it where the phrase taken for the subject names nobody.
 *
 *     1,5 Millionen Dosen stellt Berlin dem Land zur Verfügung
 *                                ^^^^^^
 */
export const actorBehind = (scene: Scene, clauseIndex: number, cue: Cue): RoleFill | null => {
  const inSubject = cue.roles.actors.flat().includes('subject')
  if (!inSubject || cue.roles.recipients.flat().includes('object')) return null
  const { phrase: phrases } = scene.doc
  const clause = scene.doc.clause[clauseIndex]!
  if (clause.subject !== null && isPronoun(scene, clause.subject)) return null
  // „Die übrigen 26 Staaten sagten Kiew Hilfe zu“
  if (clause.subject !== null && isInstitution(scene, phrases[clause.subject]!.head)) return null
  const names = clause.phrases.filter((p) => {
    const { preposition, role, cases, head, from } = phrases[p]!
    // „Waffen liefern die USA der Ukraine“: „die“ is nominative as well.
    const isSyncretic =
      scene.rules.syncreticArticles.has(scene.doc.word[from]!.text.toLowerCase()) &&
      scene.mentionsAt[head]!.some((m) => m.form === 'name')
    return (
      preposition === null &&
      (role === 'object' || role === 'predicative') &&
      (cases.length === 0 || cases.includes('nom') || isSyncretic) &&
      scene.mentionsAt[head]!.some((m) => m.country !== null)
    )
  })
  if (names.length === 0) return null
  const fill = fillRole(scene, [['subject']], () => ({ phrases: names, modifiers: [] }))
  return fill.parties.parties.length > 0 ? fill : null
}

/** „Das Geld aus der Kasse der EU blockiert Ungarn“: goods do nothing, whoever hangs on them. */
export const actsNot = (scene: Scene, subject: number | null): boolean => {
  if (subject === null) return false
  const { head } = scene.doc.phrase[subject]!
  return scene.goodsAt[head]!.length > 0 && scene.mentionsAt[head]!.length === 0
}
