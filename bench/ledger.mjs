// Linking and ledger at scale: node bench/ledger.mjs [--reports 20000] [--seed 1] [--parties 22]
// Facts come from a seeded generator, so that nothing but linking and the ledger is measured. Needs `npm run build`.
import { fileURLToPath } from 'node:url'
import { loadCodebook } from '../dist/codebook/load.js'
import { buildLedger } from '../dist/ledger/build.js'

const argument = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? fallback : Number(process.argv[at + 1])
}
const count = argument('reports', 20_000)

/** mulberry32: small, seeded, the same everywhere. */
let state = argument('seed', 1) >>> 0
const random = () => {
  state = (state + 0x6d2b79f5) >>> 0
  let t = Math.imul(state ^ (state >>> 15), state | 1)
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}
const whole = (n) => Math.floor(random() * n)
const pick = (list) => list[whole(list.length)]

/** An archive about one pair of parties has everything in one block of evidence: `--parties 1`. */
const parties = argument('parties', 22)
const donors = 'USA DEU FRA GBR ITA ESP POL NLD BEL DNK SWE NOR FIN CZE CAN JPN KOR AUS TUR EU NATO G7'
  .split(' ')
  .slice(0, parties)
const takers = 'UKR MDA GEO ARM ISR EGY JOR LBN SYR SDN ETH KEN TWN PHL VNM PAK AFG HTI'
  .split(' ')
  .slice(0, parties)
const goods =
  'air-defence missiles munitions artillery armoured-vehicles tanks aircraft drones ships energy medical humanitarian'.split(
    ' ',
  )
const syllables = 'ka lo mi ra tu ven dor sal pen qui bel nor fas tri gam hul zek wab yol'.split(' ')
const word = () => Array.from({ length: 2 + whole(3) }, () => pick(syllables)).join('')
const vocabulary = Array.from({ length: 6000 }, word)
/** Rarer words further back, as in language. */
const rareWord = () => vocabulary[Math.floor(vocabulary.length * random() ** 2.5)]
const firstDay = Date.UTC(2023, 0, 1) / 864e5
const days = 900
const iso = (day) => new Date(day * 864e5).toISOString().slice(0, 10)
const hash = () =>
  `sha256:${Array.from({ length: 8 }, () => ((random() * 2 ** 32) >>> 0).toString(16).padStart(8, '0')).join('')}`

const matters = Array.from({ length: Math.max(20, Math.round(count / 40)) }, () => {
  const type = pick(['delivery', 'delivery', 'funding', 'agreement'])
  return {
    type,
    donor: pick(donors),
    taker: pick(takers),
    goods: [pick(goods), pick(goods)].filter((x, i, all) => all.indexOf(x) === i),
    name: word(),
    sum: (1 + whole(60)) * 1e8,
    from: firstDay + whole(days - 60),
    length: 20 + whole(200),
    terms: Array.from({ length: 12 }, rareWord),
  }
})
const object = (m) =>
  m.type === 'agreement'
    ? `${m.name[0].toUpperCase()}${m.name.slice(1)}abkommen`
    : m.type === 'funding'
      ? `neues ${m.name[0].toUpperCase()}${m.name.slice(1)}hilfspaket`
      : `Lieferung von ${m.name[0].toUpperCase()}${m.name.slice(1)}`
/** One telling in ten has another figure. */
const sum = (m) => m.sum * (random() < 0.9 ? 1 : 1.24)
const types = {
  delivery: ['request', 'pledge', 'pledge', 'provide', 'provide', 'pause', 'resume'],
  funding: ['request', 'pledge', 'block', 'approve', 'approve', 'exhaust'],
  agreement: ['negotiate', 'negotiate', 'agree'],
}
const event = (m, day, start, sentence) => {
  const progress = (day - m.from) / m.length
  const list = types[m.type]
  const type = list[Math.min(list.length - 1, Math.floor(progress * list.length + random() * 1.5))]
  const party = (c) => ({ name: c, country: c })
  const asked = type === 'request'
  const both = m.type === 'agreement'
  return {
    type,
    evidence: { start, end: start + 40, exact: `${object(m)} wurde von ${m.donor} gemeldet` },
    trigger: { start, end: start + 8, exact: 'gemeldet' },
    actors: both ? [party(m.donor), party(m.taker)] : [party(asked ? m.taker : m.donor)],
    recipients: both ? [] : [party(asked ? m.donor : m.taker)],
    persons: [],
    object: object(m),
    goods: m.type === 'delivery' ? m.goods : [],
    amount:
      m.type === 'funding' && random() < 0.4 ? { value: sum(m), currency: 'USD', bound: 'exact' } : null,
    quantity:
      m.type === 'delivery' && random() < 0.2 ? { value: sum(m) / 1e7, unit: 'Stück', bound: 'exact' } : null,
    place: null,
    date: random() < 0.5 ? { edtf: iso(day - whole(3)), basis: 'publication' } : null,
    factuality: random() < 0.85 ? 'actual' : pick(['planned', 'possible']),
    background: random() < 0.2,
    statement: null,
    stance: null,
    final: false,
    rule: 'bench',
    sentence,
    speaker: null,
    speakerCountry: null,
    around: [],
    named: [],
  }
}
const shingles = () => Array.from({ length: 12 }, () => (random() * 2 ** 32) >>> 0).sort((a, b) => a - b)
const wires = []
const report = (index) => {
  const m = pick(matters)
  const day = m.from + whole(m.length)
  // A third copies a wire report of the days before, whole or in part.
  const wire =
    random() < 0.33 ? wires.findLast((w) => w.matter === m && day - w.day < 4 && day >= w.day) : undefined
  const own = Array.from({ length: 6 + whole(10) }, shingles)
  const fingerprint =
    wire === undefined ? own : [...wire.fingerprint.slice(0, 4 + whole(8)), ...own.slice(0, whole(4))]
  if (wire === undefined) wires.push({ matter: m, day, fingerprint })
  if (wires.length > 4000) wires.shift()
  const terms = [
    ...m.terms.map((t) => [t, 2 + random()]),
    ...Array.from({ length: 30 }, () => [rareWord(), 1]),
  ]
  const second = random() < 0.3 ? pick(matters) : m
  const undated = random() < 0.02
  return {
    report: `r-${index.toString(36).padStart(5, '0')}`,
    source: `https://example.org/${index}`,
    url: `https://example.org/${index}`,
    contentHash: hash(),
    capturedAt: `${iso(day + whole(3))}T12:00:00Z`,
    title: `${object(m)}: ${m.terms.slice(0, 4).join(' ')}`,
    heading: `${object(m)}: ${m.terms.slice(0, 4).join(' ')}`,
    publisher: `Blatt ${whole(40)}`,
    agencies: wire === undefined ? [] : ['dpa'],
    published: undated ? null : { edtf: iso(day), basis: 'stated' },
    modified: null,
    events: [event(m, day, 10, 0), event(m, day, 200, 2), event(second, day, 400, 5)],
    times: [],
    appearances: [],
    lastings: [],
    orders: [],
    manners: [],
    offices: [],
    persons: [],
    countries: [m.donor, m.taker].sort(),
    terms: [...new Map(terms)].slice(0, 48),
    fingerprint,
  }
}

const codebook = loadCodebook(fileURLToPath(new URL('../codebooks/assistance.yaml', import.meta.url)))
const all = Array.from({ length: count }, (_, index) => report(index))
const sorted = [...all].sort((a, b) => (a.capturedAt < b.capturedAt ? -1 : 1))
/** Processor time: on a shared machine the wall clock measures the neighbours. */
const timed = (run) => {
  const start = process.cpuUsage()
  const value = run()
  const { user, system } = process.cpuUsage(start)
  return { ms: (user + system) / 1e3, value }
}
const percentile = (list, p) =>
  [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * p))]
const round = (x) => Math.round(x * 10) / 10

let ground = { facts: sorted.slice(0, -20), decisions: [], withdrawn: [] }
const cold = timed(() => buildLedger(ground, { asOf: null, clock: 'published' }, codebook))
const adds = []
for (let more = 19; more >= 0; more--) {
  ground = { ...ground, facts: sorted.slice(0, sorted.length - more) }
  adds.push(timed(() => buildLedger(ground, { asOf: null, clock: 'published' }, codebook)).ms)
}
const asOf = Array.from({ length: 60 }, () => iso(firstDay + whole(days + 100))).map(
  (day) => timed(() => buildLedger(ground, { asOf: day, clock: 'published' }, codebook)).ms,
)
const final = buildLedger(ground, { asOf: null, clock: 'published' }, codebook)
console.log(
  JSON.stringify({
    reports: count,
    snapshot: final.snapshot,
    contradictions: final.contradictions.length,
    commitments: final.commitments.length,
    matters: matters.length,
    stories: final.stories.length,
    wireGroups: final.wireGroups.length,
    megabytes: round(JSON.stringify(final).length / 1e6),
    coldMs: round(cold.ms),
    addOneMs: { p50: round(percentile(adds, 0.5)), p95: round(percentile(adds, 0.95)) },
    asOfMs: { p50: round(percentile(asOf, 0.5)), p95: round(percentile(asOf, 0.95)) },
    factsKilobytes: round(JSON.stringify(all[0]).length / 1e3),
    heapMegabytes: round(process.memoryUsage().heapUsed / 1e6),
  }),
)
