import type { Sentence, Word } from '../../core/layers.ts'
import type { EntityRules } from '../../lang/common/entity.ts'

/** The determiner of the phrase whose noun stands at `at`. */
export const determinerBefore = (
  words: readonly Word[],
  at: number,
  sentence: Sentence,
  rules: EntityRules,
): 'definite' | 'indefinite' | null => {
  for (let i = at - 1; i >= sentence.from && at - i <= 8; i--) {
    const lower = words[i]!.text.toLowerCase()
    if (rules.words.definite.has(lower)) return 'definite'
    if (rules.words.indefinite.has(lower)) return 'indefinite'
    if (words[i]!.kind === 'punctuation' || /^\p{Lu}/u.test(words[i]!.text)) return null
  }
  return null
}

/** Whose somebody is follows: „Präsident *des Verbandes*“, „Sprecherin *für* Verkehr“. */
export const isAttributed = (
  words: readonly Word[],
  at: number,
  sentence: Sentence,
  rules: EntityRules,
): boolean => at + 1 < sentence.to && rules.words.complementOpeners.has(words[at + 1]?.text ?? '')

/** „der damalige Kanzler“, „Ex-Minister“: an office held no more. */
export const isFormer = (
  words: readonly Word[],
  at: number,
  sentence: Sentence,
  rules: EntityRules,
): boolean => {
  if (rules.isFormerTitle(words[at]!.text)) return true
  for (let i = at - 1; i >= sentence.from && at - i <= 3; i--) {
    if (rules.words.former.has(words[i]!.text.toLowerCase())) return true
    if (/^\p{Lu}/u.test(words[i]!.text)) return false
  }
  return false
}

/** „der Schweizer“ against „schweizer“. */
export const isCapitalised = (word: Word): boolean => /^\p{Lu}/u.test(word.text)

/** „der Schweizer Regierung“ against „die Schweizer“. */
export const isAttributive = (words: readonly Word[], at: number, sentence: Sentence): boolean => {
  const next = words[at + 1]
  return next !== undefined && at + 1 < sentence.to && /^\p{Lu}/u.test(next.text)
}
