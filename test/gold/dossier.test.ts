import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Commitment, Ledger } from '../../src/formats/ledger.ts'
import { buildLedger } from '../../src/ledger/build.ts'
import type { ReportFacts } from '../../src/link/facts.ts'
import { loadKnowledge } from '../../src/run/knowledge.ts'
import { readTask } from '../../src/run/reader.ts'

/**
 * What an analyst who knows the facts (samples/SOURCES.md) expects of the sample dossier on some days. Each fact
 * names an entry by what it is about and says how it stood. `DOSSIER_LIST=1` prints those that do not hold.
 */
interface Fact {
  readonly says: string
  readonly asOf: string | null
  readonly kind: Commitment['kind']
  readonly parties: string
  /** Goods, or part of the evidence, that tell the entry from others between the same parties. */
  readonly about: string
  readonly holds: (commitment: Commitment) => boolean
}

const is =
  (stage: string | null, suspension = 'none') =>
  (one: Commitment): boolean =>
    one.stage === stage && one.suspension === suspension
const paused = (one: Commitment): boolean => one.suspension === 'paused'
const flows = (one: Commitment): boolean => one.suspension === 'none'

const usa = 'USA>UKR'
const both = 'UKR,USA>'
const facts: readonly Fact[] = [
  {
    says: 'the Patriot system of 2022 is delivered',
    asOf: '2023-12-31',
    kind: 'delivery',
    parties: usa,
    about: 'erstmals ein Flugabwehrsystem',
    holds: is('delivering'),
  },
  {
    says: 'the budget of 2022 is funded',
    asOf: '2022-12-31',
    kind: 'funding',
    parties: usa,
    about: 'Haushaltsgesetz',
    holds: is('funded'),
  },
  {
    says: 'the budget of 2022 says nothing of the package of 2024',
    asOf: null,
    kind: 'funding',
    parties: usa,
    about: 'Haushaltsgesetz',
    holds: (one) => one.history.every((step) => (step.date?.edtf ?? '') < '2024'),
  },
  {
    says: 'cluster munitions were announced',
    asOf: '2023-07-08',
    kind: 'delivery',
    parties: usa,
    about: 'Streumunition',
    holds: is(null),
  },
  {
    says: 'cluster munitions have arrived',
    asOf: '2023-07-14',
    kind: 'delivery',
    parties: usa,
    about: 'Streumunition',
    holds: is('delivering'),
  },
  {
    says: 'the G7 have pledged support',
    asOf: '2023-12-31',
    kind: 'funding',
    parties: 'G7>UKR',
    about: 'langfristige',
    holds: is('pledged'),
  },
  {
    says: 'the request of 2023 is blocked at the end of the year',
    asOf: '2023-12-31',
    kind: 'funding',
    parties: usa,
    about: '106-Milliarden',
    holds: is(null, 'blocked'),
  },
  {
    says: 'it is blocked still in January',
    asOf: '2024-01-15',
    kind: 'funding',
    parties: usa,
    about: '106-Milliarden',
    holds: is(null, 'blocked'),
  },
  {
    says: 'the Senate alone does not fund it',
    asOf: '2024-02-20',
    kind: 'funding',
    parties: usa,
    about: '106-Milliarden',
    holds: is(null, 'blocked'),
  },
  {
    says: 'it is funded in May',
    asOf: '2024-05-01',
    kind: 'funding',
    parties: usa,
    about: '106-Milliarden',
    holds: is('funded'),
  },
  {
    says: 'the earlier money is used up at the end of 2023',
    asOf: '2023-12-31',
    kind: 'funding',
    parties: usa,
    about: 'aufgebraucht',
    holds: is('exhausted'),
  },
  {
    says: 'the package of 300 million is delivered in March 2024',
    asOf: '2024-03-20',
    kind: 'delivery',
    parties: usa,
    about: '300 Millionen',
    holds: is('delivering'),
  },
  {
    says: 'ATACMS are delivered',
    asOf: '2024-05-01',
    kind: 'delivery',
    parties: usa,
    about: 'ATACMS',
    holds: is('delivering'),
  },
  {
    says: 'the third German Patriot system is on its way',
    asOf: '2024-05-01',
    kind: 'delivery',
    parties: 'DEU>UKR',
    about: 'weiteres Flugabwehrsystem',
    holds: is('delivering'),
  },
  {
    says: 'the security agreement is under negotiation',
    asOf: '2024-05-01',
    kind: 'agreement',
    parties: both,
    about: 'Sicherheitsabk',
    holds: is('negotiating'),
  },
  {
    says: 'the security agreement is signed',
    asOf: '2024-06-20',
    kind: 'agreement',
    parties: both,
    about: 'Sicherheitsabk',
    holds: is('signed'),
  },
  {
    says: 'two reports of the signing are copies of one',
    asOf: '2024-06-20',
    kind: 'agreement',
    parties: both,
    about: 'Sicherheitsabk',
    holds: (one) =>
      one.history.some((step) => step.transition === 'agree' && step.reports === 2 && step.origins === 1),
  },
  {
    says: 'military aid is not paused before March 2025',
    asOf: '2025-03-01',
    kind: 'delivery',
    parties: usa,
    about: 'erstmals ein Flugabwehrsystem',
    holds: flows,
  },
  {
    says: 'military aid is paused',
    asOf: '2025-03-05',
    kind: 'delivery',
    parties: usa,
    about: 'Militärhilfe für die Ukraine eingefroren',
    holds: paused,
  },
  {
    says: 'military aid is paused the day after',
    asOf: '2025-03-06',
    kind: 'delivery',
    parties: usa,
    about: 'Militärhilfe für die Ukraine eingefroren',
    holds: paused,
  },
  {
    says: 'military aid flows again',
    asOf: '2025-03-15',
    kind: 'delivery',
    parties: usa,
    about: 'Militärhilfe für die Ukraine eingefroren',
    holds: flows,
  },
  {
    says: 'the raw-materials agreement is not signed in March',
    asOf: '2025-03-15',
    kind: 'agreement',
    parties: both,
    about: 'Rohstoff',
    holds: is(null),
  },
  {
    says: 'the raw-materials agreement is signed',
    asOf: '2025-05-02',
    kind: 'agreement',
    parties: both,
    about: 'Rohstoff',
    holds: is('signed'),
  },
  {
    says: 'the raw-materials agreement is ratified',
    asOf: '2025-05-10',
    kind: 'agreement',
    parties: both,
    about: 'Rohstoff',
    holds: (one) => one.history.some((step) => step.transition === 'approve' && step.factuality === 'actual'),
  },
  {
    says: 'munitions are paused',
    asOf: '2025-07-03',
    kind: 'delivery',
    parties: usa,
    about: 'einen Teil der für die Ukraine',
    holds: paused,
  },
  {
    says: 'munitions are paused on the fifth',
    asOf: '2025-07-05',
    kind: 'delivery',
    parties: usa,
    about: 'einen Teil der für die Ukraine',
    holds: paused,
  },
  {
    says: 'munitions flow again',
    asOf: '2025-07-12',
    kind: 'delivery',
    parties: usa,
    about: 'einen Teil der für die Ukraine',
    holds: flows,
  },
  {
    says: 'that stop was ended by a resumption',
    asOf: '2025-07-12',
    kind: 'delivery',
    parties: usa,
    about: 'einen Teil der für die Ukraine',
    holds: (one) =>
      one.history.at(-1)?.transition === 'resume' ||
      one.history.some(
        (step) => step.transition === 'resume' && (step.date?.edtf ?? '').includes('2025-07-'),
      ),
  },
  {
    says: 'Ukraine and Denmark have signed',
    asOf: '2025-07-12',
    kind: 'agreement',
    parties: 'DNK,UKR>',
    about: 'Abkommen',
    holds: is('signed'),
  },
]

/** Facts that hold; raise it when the figure rises. */
const floor = 29

let read: ReportFacts[]
let known: ReturnType<typeof loadKnowledge>
beforeAll(() => {
  known = loadKnowledge()
  const folder = fileURLToPath(new URL('../../samples/reports/', import.meta.url))
  read = readdirSync(folder).map((name) => {
    const answer = readTask(
      {
        input: {
          bytes: readFileSync(folder + name),
          kind: null,
          name,
          url: null,
          title: null,
          published: null,
          today: null,
        },
        tokens: false,
        keep: { id: `r-${name}`, url: null, capturedAt: '2026-01-01T00:00:00Z' },
      },
      known,
    )
    return answer.kept!.facts as ReportFacts
  })
}, 60_000)

const ledgerOn = (asOf: string | null): Ledger =>
  buildLedger({ facts: read, decisions: [], withdrawn: [] }, { asOf, clock: 'published' }, known.codebook)

const entriesOf = (fact: Fact): readonly Commitment[] =>
  ledgerOn(fact.asOf).commitments.filter(
    (one) =>
      one.kind === fact.kind &&
      `${[...one.providers].sort()}>${one.recipients}` === fact.parties &&
      one.history.some((step) => step.evidence.some(({ exact }) => exact.includes(fact.about))),
  )

describe('the sample dossier', () => {
  it('says what an analyst knows', () => {
    const failed = facts.filter((fact) => {
      const entries = entriesOf(fact)
      return entries.length !== 1 || !fact.holds(entries[0]!)
    })
    const lines = failed.map(
      (fact) =>
        `${fact.asOf} ${fact.says}: ${entriesOf(fact).map((one) => `${one.title} ${one.stage} ${one.suspension}`)}`,
    )
    if (process.env.DOSSIER_LIST) process.stdout.write(`${lines.join('\n')}\n`)
    expect(facts.length - failed.length, lines.join('\n')).toBeGreaterThanOrEqual(floor)
  })

  it('contradicts itself where its papers do: who ordered the stop, and nowhere else', () => {
    const told = ledgerOn(null).contradictions
    expect(
      told.map(({ kind, claims }) => [kind, [...new Set(claims.map(({ value }) => value))].sort()]),
    ).toEqual([['actor', ['Elbridge Colby', 'Pete Hegseth']]])
  })

  it('has titles that name something, and ids of their own', () => {
    const { commitments } = ledgerOn(null)
    expect(commitments.length).toBeGreaterThanOrEqual(25)
    expect(new Set(commitments.map(({ id }) => id)).size).toBe(commitments.length)
    for (const { title } of commitments) {
      const about = title.slice(title.indexOf(': ') + 2)
      expect(about, title).not.toMatch(
        /^(?:Teil|Ähnliche|Geplante|Bestimmte|Weitere|Milliarden|Millionen|Ukraine|USA|\p{Ll})/u,
      )
      expect(about, title).not.toMatch(/(?:^|\s)(?:der|die|das|den|von|für|-)$/u)
    }
  })

  it('dates no report by a minister whom another report names as well', () => {
    const { inferredDates } = ledgerOn(null)
    expect(inferredDates.map(({ source }) => source)).toContain('netzblick-senat.txt')
    expect(inferredDates.map(({ source }) => source)).not.toContain('netzblick-lieferstopp.txt')
  })

  it('dates no step by the day of a capture', () => {
    for (const { history } of ledgerOn(null).commitments)
      for (const step of history) expect(step.date?.edtf ?? '').not.toContain('2026')
  })
})
