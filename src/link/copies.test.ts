import { describe, expect, it } from 'vitest'
import { createCopyIndex } from './copies.ts'
import { shinglesOf } from './fingerprint.ts'

const own = [
  'Der Bundesrat in Bern genehmigt die Ausfuhr von Radpanzern aus eingelagerten Beständen.',
  'Das Parlament hatte der Vorlage im Sommer mit knapper Mehrheit zugestimmt.',
  'Gegner des Geschäfts verweisen auf die Neutralität des Landes.',
  'Die Fahrzeuge sollen im Frühjahr über Rotterdam verschifft werden.',
  'Der Hersteller rechnet mit Aufträgen für die kommenden drei Jahre.',
]
const other = [
  'In Wien berät der Nationalrat über ein Paket gegen die hohen Energiepreise.',
  'Die Koalition will Haushalte mit kleinen Einkommen gezielt entlasten.',
  'Der Rechnungshof hält die Finanzierung für nicht gesichert.',
  'Ein Beschluss wird noch vor der Sommerpause erwartet.',
]
const background = [
  'Die Schweiz liefert grundsätzlich keine Waffen in Konfliktgebiete.',
  'Das Gesetz war zuletzt vor zwei Jahren verschärft worden.',
]
const standing = 'Über Ausnahmen entscheidet die Regierung nach Anhörung beider Kammern.'
const notice = ['Abonnieren Sie unseren Newsletter und lesen Sie alles Wichtige am Morgen in Ihrem Postfach.']

const pairs = (
  reports: Record<string, { text: readonly string[]; day?: string; agencies?: string[] }>,
): string[] => {
  const index = createCopyIndex()
  for (const [report, { text, day, agencies }] of Object.entries(reports))
    index.add({
      report,
      day: day ?? '2024-06-01',
      agencies: agencies ?? [],
      fingerprint: text.map(shinglesOf),
    })
  return [...index.changed()]
    .flatMap((a) => index.edgesOf(a).flatMap((edge) => (a < edge.with ? [`${a}~${edge.with}`] : [])))
    .sort()
}

describe('copies', () => {
  it.each([
    ['the same report', { a: { text: own }, b: { text: own } }, ['a~b']],
    ['its first two sentences', { a: { text: own }, b: { text: own.slice(0, 2) } }, ['a~b']],
    ['in another order', { a: { text: own }, b: { text: [...own].reverse() } }, ['a~b']],
    [
      'a passage inside another report',
      { a: { text: own }, b: { text: [...other.slice(0, 2), ...own.slice(0, 3), ...other.slice(2)] } },
      ['a~b'],
    ],
    ['months later', { a: { text: own }, b: { text: own, day: '2024-09-01' } }, []],
    ['another report', { a: { text: own }, b: { text: other } }, []],
    [
      'the same background at the end',
      { a: { text: [...own, ...background] }, b: { text: [...other, ...background] } },
      [],
    ],
    [
      'the same background as the second half of a short report',
      {
        a: { text: [...own, ...background, standing] },
        b: { text: [...other.slice(0, 3), ...background, standing] },
      },
      [],
    ],
  ])('%s', (_, reports, expected) => expect(pairs(reports)).toEqual(expected))

  it('a notice that comes back for weeks makes none', () => {
    const days = ['2024-06-01', '2024-06-10', '2024-06-20', '2024-06-30']
    const reports = Object.fromEntries(
      days.map((day, index) => [
        `r${index}`,
        { day, text: [`Bericht Nummer ${index} über etwas ganz Eigenes.`, ...notice] },
      ]),
    )
    expect(pairs(reports)).toEqual([])
  })

  it('forgets a report that is taken back', () => {
    const index = createCopyIndex()
    const fingerprint = own.map(shinglesOf)
    for (const report of ['a', 'b']) index.add({ report, day: '2024-06-01', agencies: [], fingerprint })
    index.remove('b')
    expect(index.edgesOf('a')).toEqual([])
  })
})
