import { beforeAll, describe, expect, it } from 'vitest'
import type { Ledger } from '../../src/formats/ledger.ts'
import { buildLedger } from '../../src/ledger/build.ts'
import type { ReportFacts } from '../../src/link/facts.ts'
import { loadKnowledge } from '../../src/run/knowledge.ts'
import { shippedCodebook } from '../../src/run/paths.ts'
import { readTask } from '../../src/run/reader.ts'
import type { Knowledge } from '../../src/stages/knowledge.ts'

const ledgerOf = (bodies: readonly string[], knowledge: Knowledge, published: string): Ledger => {
  const facts = bodies.map((body, i): ReportFacts => {
    const input = {
      bytes: new TextEncoder().encode(body),
      kind: 'body' as const,
      name: `report-${i}`,
      url: null,
      title: null,
      published,
      today: null,
    }
    const keep = { id: `r-${i}`, url: null, capturedAt: '2026-01-01T00:00:00Z' }
    return readTask({ input, tokens: false, keep }, knowledge).kept!.facts as ReportFacts
  })
  const ground = { facts, decisions: [], withdrawn: [] }
  return buildLedger(ground, { asOf: null, clock: 'published' }, knowledge.codebook)
}

/** Words of the trade in reports that are of no state's help: business, sport, culture, town halls, weather. */
const distractors: readonly string[] = [
  'Der Konsolenhersteller hat einen Lieferstopp für sein neues Gerät in Deutschland und Frankreich verhängt. Händler hatten um mehr Geräte gebeten.',
  'Der französische Stürmer hat dem Verein aus München eine Zusage gegeben. Der Vertrag soll am Freitag unterzeichnet werden.',
  'Die Wirtin lieferte den Gästen aus den Niederlanden drei Runden Bier und sagte weitere zu.',
  'Der Stadtrat von Kassel hat zwei Millionen Euro für eine neue Turnhalle bewilligt. Die Arbeiten beginnen im Mai.',
  'Der Autobauer stoppt die Auslieferung seines Geländewagens wegen eines Fehlers an den Bremsen.',
  'Die Gewerkschaft fordert acht Prozent mehr Lohn. Die Arbeitgeber lehnten die Forderung ab; die Verhandlungen gehen weiter.',
  'Das Museum in Dresden hat ein Gemälde aus Madrid erhalten. Die Leihgabe bleibt bis zum Herbst.',
  'Ein Tiefdruckgebiet über Großbritannien liefert am Wochenende reichlich Regen. Die Schneefälle in Polen setzen aus.',
  'Die Bundesregierung hat den Kommunen eine Milliarde Euro für Schulen zugesagt. Die Länder müssen dem Paket noch zustimmen.',
  'Bei den Filmfestspielen traf der deutsche Regisseur die französische Schauspielerin. Sie vereinbarten einen gemeinsamen Film.',
  'Der Verteidiger blockte den Schuss und leitete den Angriff der Spanier ein. Italien stellte daraufhin um.',
  'Der Onlinehändler gewährt Neukunden zwanzig Euro und liefert ohne Aufpreis nach Österreich.',
  'Die Bank stellt dem Bauträger einen Kredit über 40 Millionen Euro zur Verfügung.',
  'Die Bahn nimmt den Verkehr zwischen Wien und Prag nach dem Sturm wieder auf.',
  'Der Chiphersteller aus den USA hat mit einem Konzern aus Südkorea einen Vertrag über Speicher geschlossen. Die Aktie stieg um drei Prozent.',
  'Der Handballverband zieht seine Zusage für das Turnier in Norwegen zurück.',
  'Die Feuerwehr rüstet ihre Löschzüge mit neuen Funkgeräten aus. Der Landkreis hat dafür 300.000 Euro freigegeben.',
  'Das Theater hat seine Mittel für dieses Jahr aufgebraucht. Der Senat in Hamburg lehnte einen Zuschuss ab.',
  'Wissenschaftler aus Japan und Deutschland haben ein Medikament gegen Heuschnupfen vorgestellt.',
  'Der Fernsehsender hat die Ausstrahlung der Serie ausgesetzt und kündigte eine Entscheidung für den Sommer an.',
  'Der Schachweltmeister aus Indien griff auf dem Königsflügel an und nahm das Angebot zum Remis nicht an.',
  'Eine Rentnerin aus Graz spendete dem Tierheim hundert Decken. Weitere Hilfe wurde versprochen.',
]

let assistance: Knowledge
let sanctions: Knowledge
beforeAll(() => {
  assistance = loadKnowledge()
  sanctions = loadKnowledge(shippedCodebook('sanctions'))
})

describe('reports of other things in the same words', () => {
  it.each(distractors)('%s', (body) => {
    expect(ledgerOf([body], assistance, '2025-03-04').commitments.map(({ title }) => title)).toEqual([])
  })

  it('are noticed as such: a report of help beside them gives its entry', () => {
    const { commitments } = ledgerOf(
      [...distractors, 'Norwegen hat der Ukraine am Montag vier Haubitzen geliefert.'],
      assistance,
      '2025-03-04',
    )
    expect(commitments.map(({ providers, recipients }) => [...providers, ...recipients])).toEqual([
      ['NOR', 'UKR'],
    ])
  })
})

describe('another codebook goes through the same stages', () => {
  it('a measure is threatened, imposed and lifted', () => {
    const { codebook, commitments } = ledgerOf(
      [
        'Kanada droht Belarus mit Sanktionen.',
        'Kanada hat am Dienstag Sanktionen gegen Belarus verhängt.',
        'Die Ukraine hat von Norwegen Haubitzen erhalten.',
      ],
      sanctions,
      '2025-03-05',
    )
    expect(codebook).toMatch(/^sanctions@sha256:/u)
    expect(commitments.length).toBeGreaterThanOrEqual(1)
    expect(new Set(commitments.map(({ kind }) => kind))).toEqual(new Set(['measure']))
    expect(commitments.flatMap(({ providers }) => providers)).toContain('CAN')
    expect(commitments.some(({ stage }) => stage === 'imposed')).toBe(true)
  })
})
