import type { ClauseScene, Form } from './clause-scene.ts'

/** Word that denies the clause, or null. „nicht nur“ denies nothing. */
export const negationOf = (scene: ClauseScene, clause: number): number | null => {
  const { rules } = scene
  const forms = scene.forms(clause)
  let harmless = false
  for (let i = 0; i < forms.length; i++) {
    const { lower, at } = forms[i]!
    if (!rules.notWords.has(lower) && !rules.noDeterminers.includes(lower) && !isHardly(scene, forms, i))
      continue
    if (rules.harmlessAfterNot.has(forms[i + 1]?.lower ?? '')) {
      harmless = true
      continue
    }
    // „nicht Berlin, sondern Paris“ denies a part only.
    if (forms.some((form, j) => j > i && form.lower === rules.butRather)) return null
    return at
  }
  return scene.clauses[clause]!.verb?.negated && !harmless ? (forms[0]?.at ?? null) : null
}

/** „kommt kaum an“; but „kaum 200“ counts, and „Kaum war er da, …“ is a time. */
const isHardly = ({ rules, words }: ClauseScene, forms: readonly Form[], i: number): boolean => {
  if (!rules.hardly.has(forms[i]!.lower)) return false
  const next = forms[i + 1]
  if (next === undefined) return true
  const { kind, upos } = words[next.at]!
  return kind !== 'number' && upos !== 'NUM' && !(i === 0 && (upos === 'VERB' || upos === 'AUX'))
}
