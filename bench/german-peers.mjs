/** What npm offers for German, made to answer the same questions; each in the most favourable reading of its output. */
import * as chrono from 'chrono-node'
import nlp from 'de-compromise'

const two = (number) => String(number).padStart(2, '0')

/** TIMEX3 value of as much as chrono is certain of. */
const timexOf = (parsed) => {
  const year = String(parsed.get('year')).padStart(4, '0')
  const day = `${year}-${two(parsed.get('month'))}-${two(parsed.get('day'))}`
  if (parsed.isCertain('hour')) return `${day}T${two(parsed.get('hour'))}:${two(parsed.get('minute') ?? 0)}`
  if (parsed.isCertain('day') || parsed.isCertain('weekday')) return day
  if (parsed.isCertain('month')) return `${year}-${two(parsed.get('month'))}`
  return parsed.isCertain('year') ? year : day
}

/** Times of a text by chrono-node's German parser. */
export const chronoTimes = (text, published) =>
  chrono.de
    .parse(text, published === null ? undefined : new Date(`${published}T12:00:00`))
    .map(({ index, text: exact, start }) => ({
      start: index,
      end: index + exact.length,
      type: start.isCertain('hour') ? 'TIME' : 'DATE',
      value: timexOf(start),
    }))

/** Terms of a text by de-compromise, with their place in it. */
const termsOf = (text) => {
  const document = nlp(text)
  document.compute('root')
  return document.json({ offset: true }).flatMap(({ terms }) => terms)
}

const typeOf = ({ tags }) =>
  tags.some((tag) => /^(?:Person|FirstName|LastName)$/u.test(tag))
    ? 'PER'
    : tags.some((tag) => /^(?:Place|City|Country|Region)$/u.test(tag))
      ? 'LOC'
      : tags.some((tag) => /^(?:Organization|Company)$/u.test(tag))
        ? 'ORG'
        : null

/** Names by de-compromise: neighbours of one type are one name. */
export const compromiseNames = (text) => {
  const names = []
  for (const term of termsOf(text)) {
    const type = typeOf(term)
    if (type === null) continue
    const { start, length } = term.offset
    const last = names.at(-1)
    if (last?.type === type && last.end === start - 1) last.end = start + length
    else names.push({ start, end: start + length, type })
  }
  return names
}

/** Parts of speech that a term may be, by the most telling of its tags first. */
const partsOf = [
  [/^(?:Auxiliary|Copula|Modal)$/u, ['AUX', 'VERB']],
  [/^(?:ProperNoun|Person|Place|Organization)$/u, ['PROPN']],
  [/^(?:Value|Cardinal|Number|Date|Ordinal)$/u, ['NUM', 'ADJ']],
  [/^Pronoun$/u, ['PRON']],
  [/^Determiner$/u, ['DET']],
  [/^Preposition$/u, ['ADP']],
  [/^Conjunction$/u, ['CCONJ', 'SCONJ']],
  [/^Adverb$/u, ['ADV']],
  [/^Adjective$/u, ['ADJ']],
  [/^Verb$/u, ['VERB']],
  [/^(?:Negative|Particle)$/u, ['PART']],
  [/^Noun$/u, ['NOUN']],
]

/** By start of a token: the parts of speech that de-compromise allows, and the lemma, in lower case. */
export const compromiseWords = (text) =>
  new Map(
    termsOf(text).map(({ offset, tags, root, normal }) => [
      offset.start,
      {
        upos: partsOf.find(([tag]) => tags.some((one) => tag.test(one)))?.[1] ?? ['X'],
        lemma: root ?? normal,
      },
    ]),
  )
