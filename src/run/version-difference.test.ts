import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Reading } from '../formats/reading.ts'
import { differenceOf } from './version-difference.ts'

/** A reading whose sentences end with a stop and a space. */
const readingOf = (text: string, changes: Partial<Reading['article']> = {}) => {
  const sentences: { start: number; end: number }[] = []
  for (const { 0: sentence, index } of text.matchAll(/[^.]+\.?/gu))
    if (sentence.trim() !== '')
      sentences.push({ start: index + (index > 0 ? 1 : 0), end: index + sentence.length })
  const article = {
    ...{ title: 'Titel', kicker: null, published: null, modified: null, publisher: null, dateline: null },
    ...{ authors: [], agencies: [], text },
    ...changes,
  }
  return { article, sentences } as unknown as Pick<Reading, 'article' | 'sentences'>
}

const shown = (before: string, after: string): string =>
  differenceOf(readingOf(before), readingOf(after))
    .pieces.map(({ change, text }) =>
      change === 'same' ? text : change === 'removed' ? `[-${text}-]` : `{+${text}+}`,
    )
    .join('')

describe('the difference of two versions', () => {
  it.each([
    ['nothing', 'Der Rat tagt. Er berät.', 'Der Rat tagt. Er berät.', ''],
    [
      'a word in a sentence',
      'Der Rat tagt. Er bewilligt vier Millionen für die Brücke.',
      'Der Rat tagt. Er bewilligt drei Millionen für die Brücke.',
      'Der Rat tagt. Er bewilligt [-vier-]{+drei+} Millionen für die Brücke.',
    ],
    [
      'words side by side as one change',
      'Er bewilligt am Montag früh vier Millionen Euro für die Brücke am Hafen.',
      'Er bewilligt am Dienstag spät vier Millionen Euro für die Brücke am Hafen.',
      'Er bewilligt am [-Montag früh-]{+Dienstag spät+} vier Millionen Euro für die Brücke am Hafen.',
    ],
    ['a sentence more', 'Der Rat tagt.', 'Der Rat tagt. Es regnet.', 'Der Rat tagt.{+ Es regnet.+}'],
    [
      'a sentence in between',
      'Der Rat tagt. Die Sitzung endet spät.',
      'Der Rat tagt. Es gibt Streit. Die Sitzung endet spät.',
      'Der Rat tagt. {+Es gibt Streit. +}Die Sitzung endet spät.',
    ],
    [
      'another sentence as a whole',
      'Der Rat tagt. Alle stimmen zu.',
      'Der Rat tagt. Niemand weiß warum.',
      'Der Rat tagt. [-Alle stimmen zu.-]{+Niemand weiß warum.+}',
    ],
  ])('%s', (_, before, after, expected) => expect(shown(before, after)).toBe(expected))

  it('names the fields that changed and counts the words', () => {
    const { fields, removedWords, addedWords } = differenceOf(
      readingOf('Er bewilligt vier Millionen für die Brücke.', { title: 'Alt', authors: ['Ada Holm'] }),
      readingOf('Er bewilligt drei bis vier Millionen für die Brücke.', { title: 'Neu', agencies: ['dpa'] }),
    )
    expect(fields).toEqual([
      { field: 'title', before: 'Alt', after: 'Neu' },
      { field: 'authors', before: 'Ada Holm', after: null },
      { field: 'agencies', before: null, after: 'dpa' },
    ])
    expect([removedWords, addedWords]).toEqual([0, 2])
  })

  const text = fc
    .array(
      fc
        .array(fc.constantFrom('Rat', 'tagt', 'im', 'Mai', '120', '–', 'Geld', ','), {
          minLength: 1,
          maxLength: 6,
        })
        .map((words) => `${words.join(' ')}.`),
      { maxLength: 8 },
    )
    .map((sentences) => sentences.join(' '))

  it('holds both texts, letter for letter', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { pieces } = differenceOf(readingOf(before), readingOf(after))
        const without = (change: string): string =>
          pieces.flatMap((piece) => (piece.change === change ? [] : [piece.text])).join('')
        if (before === after) expect(pieces).toEqual([])
        else {
          expect(without('added')).toBe(before)
          expect(without('removed')).toBe(after)
        }
        const changes = pieces.map(({ change }) => change)
        expect(changes.filter((change, i) => change === changes[i - 1])).toEqual([])
      }),
    )
  })

  it('of long texts without anything in common is the whole of both', () => {
    const long = (word: string): string => Array.from({ length: 5000 }, (_, i) => `${word} ${i}.`).join(' ')
    const { pieces } = differenceOf(readingOf(long('Rat')), readingOf(long('Tat')))
    expect(pieces.map(({ change }) => change)).toEqual(['removed', 'added'])
  })
})
