/** The labels of the web pages, where something else names the same things. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { label as stateLabel } from '../src/core/labels.ts'
import { packageRoot } from '../src/run/paths.ts'
import { valueNames, valueWord } from '../web/src/words.ts'

interface Codebook {
  readonly goods: Readonly<Record<string, { readonly label: { readonly de: string; readonly en: string } }>>
}
const { goods } = parse(
  readFileSync(join(packageRoot, 'codebooks/assistance.yaml'), 'utf8'),
) as unknown as Codebook
const source = readFileSync(join(packageRoot, 'web/src/words.ts'), 'utf8')
const table = source.slice(source.indexOf('  goods: {'))
const words = new Map(
  [
    ...table
      .slice(0, table.indexOf('  },'))
      .matchAll(/'?(?<key>[a-z-]+)'?: \['(?<de>[^']+)', '(?<en>[^']+)'\]/gu),
  ].map(({ groups }) => [groups!.key!, { de: groups!.de!, en: groups!.en! }]),
)

describe('goods are called on the pages as in the codebook, which makes titles from them', () => {
  it.each(Object.entries(goods).map(([key, { label }]) => [key, label] as const))('%s', (key, label) => {
    // „Waffen, nicht näher genannt“ would be two in a list.
    for (const language of ['de', 'en'] as const)
      expect(words.get(key)?.[language].toLowerCase()).toBe(label[language].split(',')[0]!.toLowerCase())
  })
})

describe('states are called on the pages as on the command line and in exports', () => {
  const lists = ['kind', 'stage', 'suspension', 'factuality'] as const
  it.each(
    lists
      .flatMap((list) => valueNames(list).map((value) => [list, value] as const))
      .filter(([, value]) => value !== 'none'),
  )('%s %s', (list, value) => {
    for (const language of ['de', 'en'] as const)
      expect(stateLabel(language, value)).toBe(valueWord(language, list, value))
  })
})
