import { describe, expect, it } from 'vitest'
import type { Block, BlockRole } from './article.ts'
import { openingOf } from './opening.ts'

const article = (blocks: readonly (readonly [BlockRole, string])[], lead: string | null = null) => {
  let text = ''
  const spans = blocks.map(([role, words]): Block => {
    const start = text.length
    text += `${words}\n\n`
    return { role, start, end: start + words.length }
  })
  return { lead, text, blocks: spans }
}

describe('a report without a title is told by how it begins', () => {
  it('with its first block, in one line', () => {
    const found = openingOf(
      article([
        ['paragraph', 'Kiew hat\ndie Lieferung bestätigt.'],
        ['heading', 'Was folgt'],
      ]),
    )
    expect(found).toBe('Kiew hat die Lieferung bestätigt.')
  })

  it('with its lead before its text, but not with what stands under a picture or in a table', () => {
    const blocks = [
      ['caption', 'Ein Zug in Lwiw.'],
      ['table', 'Jahr Summe'],
      ['paragraph', 'Der Zug kam an.'],
    ] as const
    expect(openingOf(article(blocks))).toBe('Der Zug kam an.')
    expect(openingOf(article(blocks, 'Waggons mit Generatoren sind da.'))).toBe(
      'Waggons mit Generatoren sind da.',
    )
  })

  it('cut between two words, within one only where there is no other place', () => {
    const long = openingOf(article([['paragraph', 'Die Regierung in Bern prüft weitere Hilfe. '.repeat(9)]]))!
    expect(long).toMatch(/^Die Regierung in Bern prüft .*(?:Hilfe\.|\p{L}) …$/u)
    expect(long.length).toBeLessThanOrEqual(92)
    expect('Die Regierung in Bern prüft weitere Hilfe. '.repeat(9)).toContain(`${long.slice(0, -2)} `)
    expect(openingOf(article([['paragraph', 'x'.repeat(500)]]))).toBe(`${'x'.repeat(90)} …`)
  })

  it('and not at all where there is no text', () => {
    expect(openingOf(article([]))).toBeNull()
    expect(openingOf(article([['paragraph', '  ']]))).toBeNull()
  })
})
