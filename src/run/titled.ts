/** The ledger with its titles in the language of who reads it. */
import type { Language } from '../core/errors.ts'
import type { Ledger } from '../formats/ledger.ts'

const made = new WeakMap<Ledger, Map<Language, Ledger>>()

/** Made once for each ledger and language, so that what is kept by ledger is kept for it too. */
export const titledIn = (ledger: Ledger, language: Language): Ledger => {
  let byLanguage = made.get(ledger)
  if (byLanguage === undefined) {
    byLanguage = new Map()
    made.set(ledger, byLanguage)
  }
  let titled = byLanguage.get(language)
  if (titled === undefined) {
    titled = inLanguage(ledger, language)
    byLanguage.set(language, titled)
  }
  return titled
}

const inLanguage = (ledger: Ledger, language: Language): Ledger => {
  const titles = new Map(
    ledger.commitments.flatMap(({ id, titles }) => {
      const title = titles[language]
      return title === undefined ? [] : [[id, title] as const]
    }),
  )
  if (titles.size === 0) return ledger
  const before = new Map(ledger.commitments.map(({ id, title }) => [id, title]))
  return {
    ...ledger,
    commitments: ledger.commitments.map((one) => ({ ...one, title: titles.get(one.id) ?? one.title })),
    contradictions: ledger.contradictions.map((one) =>
      one.commitment !== null && one.about === before.get(one.commitment)
        ? { ...one, about: titles.get(one.commitment) ?? one.about }
        : one,
    ),
  }
}
