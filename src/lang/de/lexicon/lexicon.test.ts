import { describe, expect, it } from 'vitest'
import { loadLexicon } from './lexicon.ts'

const lexicon = loadLexicon()

describe('compounds', () => {
  it.each([
    ['Luftverteidigungssysteme', 'luft verteidigung system'],
    ['US-Militärhilfe', 'us militär hilfe'],
    ['155-Millimeter-Granaten', '155 millimeter granate'],
    ['Waffenlieferungen', 'waffe lieferung'],
    ['Raketenabwehrsystem', 'rakete abwehr system'],
    ['Hilfspakete', 'hilfe paket'],
    ['Bundesregierung', 'bund regierung'],
    ['Streitkräfte', 'streit kraft'],
    ['Handelsabkommen', 'handel abkommen'],
    ['Lieferzusagen', 'liefer zusage'],
    ['Fördermittel', 'förder mittel'],
  ])('splits %s', (word, parts) => expect(lexicon.split(word).join(' ')).toBe(parts))

  it.each(['Donnerstag', 'Ministerium', 'Regierung', 'Betrieb', 'Ausbildung', 'Partnerschaft', 'Erfahrung'])(
    'leaves %s whole',
    (word) => expect(lexicon.split(word)).toHaveLength(1),
  )
})

describe('analyses', () => {
  const moods = (form: string): string[] => [
    ...new Set(
      lexicon
        .analyse(form)
        .filter((a) => a.feats.person === 3)
        .map((a) => `${a.lemma} ${a.feats.mood} ${a.feats.number}`),
    ),
  ]
  it.each<[string, string[]]>([
    ['sei', ['sein kon1 sing']],
    ['habe', ['haben kon1 sing']],
    ['hätten', ['haben kon2 plur']],
    ['liefert', ['liefern ind sing']],
    ['einbestellte', ['einbestellen ind sing', 'einbestellen kon2 sing']],
  ])('%s', (form, expected) => expect(moods(form)).toEqual(expected))

  it.each([
    ['mitgeteilt', 'mitteilen', 'part2'],
    ['einzubestellen', 'einbestellen', 'zuinf'],
    ['aufrechterhalten', 'aufrechterhalten', 'inf'],
    ['unterstützt', 'unterstützen', 'part2'],
    ['musste', 'müssen', 'fin'],
  ])('%s is a form of %s', (form, lemma, verbForm) =>
    expect(lexicon.analyse(form).some((a) => a.lemma === lemma && a.feats.verbForm === verbForm)).toBe(true),
  )

  it('knows nothing of what is no word', () => {
    expect(lexicon.analyse('xqzt')).toEqual([])
    expect(lexicon.lookup('')).toEqual([])
    expect(lexicon.split('')).toEqual([''])
  })
})
