/** Made-up reports of our own sentences by a seeded generator: every run of a benchmark has the same. */
import { sha256 } from '../dist/core/hash.js'

/** mulberry32: small, seeded, good enough for choosing sentences. */
const random = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}

const givers = [
  'Die USA',
  'Deutschland',
  'Frankreich',
  'Polen',
  'Dänemark',
  'Kanada',
  'Norwegen',
  'Schweden',
  'Japan',
  'Die Niederlande',
]
const takers = [
  'der Ukraine',
  'Moldau',
  'Georgien',
  'Armenien',
  'Jordanien',
  'dem Libanon',
  'Taiwan',
  'Estland',
]
export const goods = [
  'Flugabwehrraketen',
  'Artilleriemunition',
  'Schützenpanzer',
  'Drohnen',
  'Generatoren',
  'Radargeräte',
  'Minenräumgerät',
  'Medikamente',
  'Winterkleidung',
  'Fahrzeuge',
]
const acts = [
  (g, t, o, d) => `${g} haben ${t} am ${d} ${o} zugesagt.`,
  (g, t, o, d) => `${g} lieferten ${t} am ${d} ${o}.`,
  (_, t, o, d) => `Am ${d} wurde die Lieferung von ${o} an ${t} ausgesetzt, hieß es aus dem Ministerium.`,
  (g, t, o, d) => `${g} und Vertreter aus ${t} unterzeichneten am ${d} ein Abkommen über ${o}.`,
  (_, t, o, d) => `Ein Sprecher sagte am ${d}, ${o} für ${t} seien in Vorbereitung.`,
]
const fillers = [
  'Die Verhandlungen hatten sich über mehrere Wochen hingezogen.',
  'Beobachter sprechen von einem wichtigen Schritt, warnen aber vor zu hohen Erwartungen.',
  'Einzelheiten wurden zunächst nicht bekannt.',
  'Das Parlament muss dem Vorhaben noch zustimmen, eine Mehrheit gilt als sicher.',
  'In der Hauptstadt äußerte sich die Regierung zurückhaltend zu den Berichten.',
  '„Wir halten, was wir versprochen haben“, sagte die Ministerin vor Journalisten.',
  'Nach Angaben des Verteidigungsministeriums verzögert sich die Auslieferung um einige Wochen.',
  'Fachleute rechnen damit, dass die Kosten weiter steigen werden.',
  'Zuvor hatten mehrere Zeitungen über den Stand der Gespräche berichtet.',
  'Der Hersteller wollte sich auf Anfrage nicht dazu äußern.',
]

/** Made-up reports, in order of publication. */
export function* reports(total) {
  const next = random(20250703)
  const pick = (list) => list[Math.floor(next() * list.length)]
  for (let i = 0; i < total; i++) {
    const day = new Date(Date.UTC(2023, 0, 1 + Math.floor((i / total) * 900)))
    const date = `${day.getUTCDate()}. ${day.toLocaleString('de', { month: 'long', timeZone: 'UTC' })} ${day.getUTCFullYear()}`
    const sentences = Array.from({ length: 18 }, (_, n) =>
      n % 6 === 0 ? pick(acts)(pick(givers), pick(takers), pick(goods), date) : pick(fillers),
    )
    const paragraphs = Array.from({ length: 6 }, (_, n) => sentences.slice(n * 3, n * 3 + 3).join(' '))
    const head = acts[0](pick(givers), pick(takers), pick(goods), date).replace(/\.$/u, '')
    yield {
      source: `bericht-${i}`,
      bytes: new TextEncoder().encode(`${head}\n\n${paragraphs.join('\n\n')}\n`),
      kind: 'body',
      url: `https://blatt${i % 40}.example/bericht/${i}`,
      title: head,
      published: day.toISOString().slice(0, 10),
    }
  }
}

const iso = (day) => new Date(day * 864e5).toISOString().slice(0, 10)
const dayOf = (text) => Date.parse(text) / 864e5
/** Each was read, and then stored this often as if on other days. */
const readOnce = 500

/**
 * Reports with their readings, as the store takes them. A few hundred are read; the others are the same under other
 * days, addresses and hashes, with most of their passages told from one another.
 */
export async function* derivedReports(total, read) {
  const originals = []
  for (const one of reports(Math.min(total, readOnce))) originals.push({ one, ...(await read(one)) })
  for (let i = 0; i < total; i++) {
    const { one, report, derived } = originals[i % originals.length]
    const round = Math.floor(i / originals.length)
    const shift = (round * 22) % 880
    const moved = (text) =>
      text
        .replaceAll(one.published, iso(dayOf(one.published) + shift))
        .replaceAll(report.id, `${report.id}${round}`)
    const facts = JSON.parse(moved(JSON.stringify(derived.facts)))
    const url = `${one.url}-${round}`
    const contentHash = sha256(`${report.contentHash}${round}`)
    yield {
      report: { ...report, id: `${report.id}${round}`, url, contentHash },
      derived: {
        ...derived,
        reportId: `${report.id}${round}`,
        address: url,
        summary: { ...derived.summary, published: iso(dayOf(one.published) + shift) },
        reading: moved(derived.reading),
        facts: {
          ...facts,
          url,
          source: url,
          contentHash,
          fingerprint: facts.fingerprint.map((sentence, at) =>
            at % 4 === 0
              ? sentence
              : sentence.map((shingle) => (shingle ^ Math.imul(round, 0x9e3779b1)) >>> 0),
          ),
        },
      },
    }
  }
}
