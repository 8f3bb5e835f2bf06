import { describe, expect, it } from 'vitest'
import type { Sentence } from '../../core/layers.ts'
import { segmentRules } from '../../lang/de/segment/rules.ts'
import type { Knowledge } from '../knowledge.ts'
import { segmentStage } from './stage.ts'

const knowledge = { locale: { segment: segmentRules } } as unknown as Knowledge

const segment = (text: string, blocks: readonly (readonly [number, number])[] = [[0, text.length]]) => {
  const article = { text, blocks: blocks.map(([start, end]) => ({ start, end, role: 'paragraph' })) }
  const document = { article, text } as unknown as Parameters<typeof segmentStage.run>[0]
  return segmentStage.run(document, knowledge).layers
}

describe('tokens', () => {
  it.each([
    ['am 2. Juli', 'am|2.|Juli'],
    ['um 5.30 Uhr', 'um|5.30|Uhr'],
    ['Es waren 20. Die Polizei kam.', 'Es|waren|20|.|Die|Polizei|kam|.'],
    ['die US-Hilfe, 155-Millimeter', 'die|US-Hilfe|,|155-Millimeter'],
    ['Luft- und Raumfahrt', 'Luft-|und|Raumfahrt'],
    ['Waffen und -systeme', 'Waffen|und|-systeme'],
    ['Dr. A. Berger, u.a. in Nr. 5', 'Dr.|A.|Berger|,|u.a.|in|Nr.|5'],
    ['3,5 Mio. Euro (1.200 t)', '3,5|Mio.|Euro|(|1.200|t|)'],
    ['siehe https://example.org/a-b.', 'siehe|https://example.org/a-b|.'],
    ['„Ja“, sagte er', '„|Ja|“|,|sagte|er'],
    ['der 3. Weltkrieg', 'der|3.|Weltkrieg'],
  ])('%s', (text, expected) =>
    expect(
      segment(text)
        .token.map((t) => t.text)
        .join('|'),
    ).toBe(expected),
  )
})

describe('sentences', () => {
  it.each<[string, string[]]>([
    ['Das schrieb er auf X. Kiew schwieg.', ['Das schrieb er auf X.', 'Kiew schwieg.']],
    ['Das schrieb Malcolm X. Müller selbst.', ['Das schrieb Malcolm X. Müller selbst.']],
    ['Er kam am 2. Juli. Sie ging.', ['Er kam am 2. Juli.', 'Sie ging.']],
    ['„Wir liefern.“ Er ging.', ['„Wir liefern.“', 'Er ging.']],
    ['„Wir liefern!“, sagte er. Dann ging er.', ['„Wir liefern!“, sagte er.', 'Dann ging er.']],
    ['"Alles klar?" fragte er. "Ja."', ['"Alles klar?" fragte er.', '"Ja."']],
    ['»Das ist gut. Wir gehen«, sagte sie.', ['»Das ist gut.', 'Wir gehen«, sagte sie.']],
    ['Das sagte Prof. Dr. Weber. Er muss es wissen.', ['Das sagte Prof. Dr. Weber.', 'Er muss es wissen.']],
    ['Es gab Brot, Milch usw. Die Kinder aßen.', ['Es gab Brot, Milch usw.', 'Die Kinder aßen.']],
    ['Präsident John F. Kennedy kam nach Berlin.', ['Präsident John F. Kennedy kam nach Berlin.']],
    ['WIEN (APA) - Der Rat tagt. Er berät.', ['WIEN (APA) - Der Rat tagt.', 'Er berät.']],
    ['Was nun? Niemand weiß es …', ['Was nun?', 'Niemand weiß es …']],
  ])('%s', (text, expected) => {
    expect(segment(text).sentence.map(({ start, end }: Sentence) => text.slice(start, end))).toEqual(expected)
  })

  it('never crosses blocks', () => {
    const text = 'Neue Hilfe für Kenia\nDie Regierung zahlt'
    const { sentence } = segment(text, [
      [0, 20],
      [21, text.length],
    ])
    expect(sentence.map(({ block, start, end }) => [block, text.slice(start, end)])).toEqual([
      [0, 'Neue Hilfe für Kenia'],
      [1, 'Die Regierung zahlt'],
    ])
  })
})
