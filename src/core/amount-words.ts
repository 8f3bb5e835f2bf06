/** Sums of money in words, as newspapers round them. */
import type { Language } from './errors.ts'

interface Amount {
  readonly value: number
  readonly currency: string
}

const units: readonly (readonly [size: number, de: string, en: string])[] = [
  [1e9, 'Mrd.', 'bn'],
  [1e6, 'Mio.', 'm'],
]

/** „3,4 Mrd. USD“, “3.4 bn USD” */
export const sumWords = ({ value, currency }: Amount, language: string): string => {
  const [size, de, en] = units.find(([least]) => value >= least) ?? [1, '', '']
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value / size)
  return [number, language === 'de' ? de : en, currency].filter((part) => part !== '').join(' ')
}

const bounds: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  about: { de: 'rund', en: 'about' },
  at_least: { de: 'mindestens', en: 'at least' },
  up_to: { de: 'bis zu', en: 'up to' },
}

/** „bis zu 250 Mio. USD“ */
export const amountWords = (amount: Amount & { readonly bound: string }, language: Language): string =>
  [bounds[amount.bound]?.[language], sumWords(amount, language)]
    .filter((part) => part !== undefined)
    .join(' ')
