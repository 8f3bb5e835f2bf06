/** Amounts of money and counted things, found word by word. */
import type { Amount, Bound, Quantity, Word } from '../../core/layers.ts'
import type { EventRules } from '../../lang/common/event.ts'

/** `from`/`to` are word indices, half-open. */
export interface Measure {
  readonly from: number
  readonly to: number
  readonly amount: Amount | null
  readonly quantity: Quantity | null
}

/** „3,2“ → 3.2, „150.000“ → 150000; null for what is no plain number. */
export const parseNumber = (text: string, rules: EventRules): number | null => {
  let digits = ''
  let decimals = false
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!
    if (char >= '0' && char <= '9') digits += char
    else if (char === rules.decimal && !decimals && i > 0) {
      decimals = true
      digits += '.'
    } else if (char === rules.thousands && !decimals && i > 0 && text.length - i > 3) continue
    else return null
  }
  return digits === '' ? null : Number(digits)
}

/** „61-Milliarden-Dollar-Paket“; without a currency for „106-Milliarden-Antrag“. */
const compoundAmount = (
  text: string,
  rules: EventRules,
): { readonly value: number; readonly currency: string | null } | null => {
  if (!text.includes('-')) return null
  const parts = text.toLowerCase().split('-')
  const value = parseNumber(parts[0]!, rules) ?? rules.numerals.get(parts[0]!) ?? null
  if (value === null) return null
  const factor = rules.multipliers.get(parts[1] ?? '') ?? 1
  const next = factor === 1 ? 1 : 2
  const currency =
    rules.currencies.get(parts[next] ?? '') ?? rules.currencies.get(`${parts[next]}-${parts[next + 1]}`)
  if (currency === undefined && factor < 1e6) return null
  return { value: value * factor, currency: currency ?? null }
}

const stemIn = (
  text: string,
  stems: ReadonlyMap<string, string>,
  endings: readonly string[],
): string | null => {
  for (const ending of endings) {
    if (text.endsWith(ending)) {
      const found = stems.get(text.slice(0, text.length - ending.length))
      if (found !== undefined) return found
    }
  }
  return null
}

const exactly = (at: number, value: number, currency: string): Measure => ({
  from: at,
  to: at + 1,
  amount: { value, currency, bound: 'exact' },
  quantity: null,
})

/**
 * All measures of a text, in order.
 *
 *     bis zu 3,2 Milliarden kanadische Dollar      mehr als 300 Vertreter
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^      ^^^^^^^^^^^^^^^^^^^^^^
 */
export const findMeasures = (words: readonly Word[], rules: EventRules): readonly Measure[] => {
  const out: Measure[] = []
  const bare: { readonly at: number; readonly value: number }[] = []
  const lower = (i: number): string => words[i]?.text.toLowerCase() ?? ''
  const numberAt = (i: number): number | null => {
    const word = words[i]
    if (word === undefined) return null
    return word.kind === 'number' || /^\p{Nd}/u.test(word.text)
      ? parseNumber(word.text, rules)
      : (rules.numerals.get(word.text.toLowerCase()) ?? null)
  }
  const sameSentence = (a: number, b: number): boolean => words[a]?.sentence === words[b]?.sentence

  for (let i = 0; i < words.length; i++) {
    const { kind, text, upos } = words[i]!
    if (kind === 'punctuation' || upos === 'VERB' || upos === 'ADP') continue
    const compound = text.includes('-') ? compoundAmount(text, rules) : null
    if (compound !== null) {
      if (compound.currency === null) bare.push({ at: i, value: compound.value })
      else out.push(exactly(i, compound.value, compound.currency))
      continue
    }
    // „$60 Milliarden“, „€ 5 Mio.“
    const sign = kind === 'symbol' ? (rules.currencies.get(lower(i)) ?? null) : null
    const at = sign !== null && numberAt(i + 1) !== null ? i + 1 : i
    let value = numberAt(at)
    if (value === null) continue
    const isArticle = words[at]!.kind !== 'number' && value === 1
    let next = at + 1
    // „zwischen 5 und 7 Milliarden“, „300 bis 400 Soldaten“: the upper end counts, the bound says range.
    let range = false
    if (
      (lower(next) === 'bis' || lower(next) === 'und' || lower(next) === '-' || lower(next) === '–') &&
      numberAt(next + 1) !== null &&
      sameSentence(i, next + 1)
    ) {
      if (lower(next) !== 'und' || lower(at - 1) === 'zwischen') {
        range = true
        value = numberAt(next + 1)!
        next += 2
      }
    }
    let factor = 1
    const multiplier = rules.multipliers.get(lower(next))
    if (multiplier !== undefined && sameSentence(i, next)) {
      factor = multiplier
      next++
      if (lower(next) === '.' && multiplier >= 1e3 && words[next]?.start === words[next - 1]?.end) next++
    }
    let bound: Bound = range ? 'range' : 'exact'
    let from = at === i ? at : i
    if (!range) {
      const two = rules.bounds.get(`${lower(from - 2)} ${lower(from - 1)}`)
      const one = rules.bounds.get(lower(from - 1))
      if (two !== undefined && sameSentence(from, from - 2)) {
        bound = two
        from -= 2
      } else if (one !== undefined && sameSentence(from, from - 1)) {
        bound = one
        from -= 1
      }
    }
    const national = lower(next)
    const base = lower(next + 1)
    const special = rules.nationalCurrencies.get(base)
    const specialCurrency = special === undefined ? null : stemIn(national, special, rules.adjectiveEndings)
    const currency = sign ?? specialCurrency ?? rules.currencies.get(national) ?? null
    if (currency !== null && sameSentence(i, Math.min(next, words.length - 1))) {
      const to = sign !== null ? next : specialCurrency === null ? next + 1 : next + 2
      out.push({
        from,
        to,
        amount: { value: Math.round(value * factor * 100) / 100, currency, bound },
        quantity: null,
      })
      i = to - 1
      continue
    }
    if (isArticle && factor === 1) continue
    // „300 ukrainische Vertreter“: the noun behind at most two adjectives is what is counted.
    let noun = next
    while (noun < next + 3 && words[noun]?.upos === 'ADJ') noun++
    const counted = words[noun]
    if (
      counted !== undefined &&
      (counted.upos === 'NOUN' || counted.upos === 'PROPN') &&
      sameSentence(i, noun) &&
      !rules.measureUnits.has(counted.lemma.toLowerCase()) &&
      !rules.measureUnits.has(counted.text.toLowerCase()) &&
      !(
        words[at]!.kind === 'number' &&
        factor === 1 &&
        value >= 1900 &&
        value <= 2100 &&
        !words[at]!.text.includes(rules.thousands) &&
        !rules.fillers.has(lower(next))
      )
    ) {
      out.push({
        from,
        to: noun + 1,
        amount: null,
        quantity: { value: value * factor, unit: counted.text, bound },
      })
      i = noun
    }
  }
  // „106-Milliarden-Antrag“ is in the only currency that the report names.
  const currencies = new Set(out.flatMap(({ amount }) => amount?.currency ?? []))
  const [only] = currencies
  if (bare.length === 0 || currencies.size !== 1) return out
  return [...out, ...bare.map(({ at, value }) => exactly(at, value, only!))].sort((a, b) => a.from - b.from)
}
