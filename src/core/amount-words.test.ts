import { expect, it } from 'vitest'
import { amountWords } from './amount-words.ts'

it.each([
  [250e6, 'up_to', 'bis zu 250 Mio. USD', 'up to 250 m USD'],
  [3.44e9, 'about', 'rund 3,4 Mrd. USD', 'about 3.4 bn USD'],
  [1500, 'exact', '1.500 USD', '1,500 USD'],
])('%d %s is „%s“ and “%s”', (value, bound, de, en) => {
  const amount = { value, currency: 'USD', bound }
  expect([amountWords(amount, 'de'), amountWords(amount, 'en')]).toEqual([de, en])
})
