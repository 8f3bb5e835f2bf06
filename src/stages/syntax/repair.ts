/** What the sentence shows and a tagger that looks two words far cannot see. */
import { ofAdjective, ofAnalyses, type Work } from './sentence-words.ts'
import type { Reading } from './words.ts'

const ends = (text: string | undefined): boolean => text === undefined || /^[.,;:!?…–—„“"()»«-]/u.test(text)

const isVerb = ({ upos }: Reading): boolean => upos === 'VERB' || upos === 'AUX'

/**
 * An article that no noun can follow: adverbs at most stand before a verb, a pronoun or the end.
 *
 *     Der Bund kann das nicht zahlen.      …, um das zu prüfen      die schon gelieferten Waffen
 *                   ^^^ PRON                     ^^^ PRON           ^^^ DET
 */
const standsAlone = ({ readings, lower }: Work, at: number): boolean => {
  let i = at + 1
  while (readings[i]?.upos === 'ADV' || readings[i]?.upos === 'PART') i++
  const next = readings[i]
  if (next === undefined || isVerb(next) || next.upos === 'PRON') return true
  // „die zwar, aber …“: behind an adverb a comma says nothing.
  return next.upos === 'PUNCT' && (i === at + 1 ? /^[.,;:!?]/u : /^[.!?]/u).test(lower[i]!)
}

type Relabel = (at: number, label: string) => Reading

const can = (
  { lexicon, lower }: Work,
  at: number,
  form: 'fin' | 'inf' | 'part2',
  person3: boolean,
): boolean =>
  lexicon
    .analyse(lower[at]!)
    .some(({ feats }) => feats.verbForm === form && feats.mood !== 'imp' && (!person3 || feats.person === 3))

const combinesWith = ({ readings, grammar }: Work, at: number): boolean =>
  grammar.modals.has(readings[at]!.lemma) || readings[at]!.lemma === 'werden'

/** Whether a conjunction or a subordinator stands between. */
const joined = ({ readings }: Work, from: number, to: number): boolean => {
  for (let i = from + 1; i < to; i++)
    if (readings[i]!.upos === 'CCONJ' || readings[i]!.upos === 'SCONJ') return true
  return false
}

/**
 * The right bracket of a clause with the verb last, and what must open it.
 *
 *     …, die modernen Waffen entgegenwirken können, …      … , das Not verursacht, …
 *        ^^^ pronoun         inf            fin                ^^^     fin
 */
const repairBracket = (work: Work, from: number, to: number, relabel: Relabel): void => {
  const { readings, lower, grammar } = work
  if (to - from < 3) return
  const last = to - 1
  const final = readings[last]!
  const before = readings[last - 1]!
  const auxiliary =
    grammar.modals.has(final.lemma) ||
    final.lemma === 'haben' ||
    final.lemma === 'sein' ||
    final.lemma === 'werden'
  if (isVerb(final) && isVerb(before) && auxiliary && final.form !== 'part') {
    if (final.form !== 'fin' && before.form === 'fin' && can(work, last, 'fin', true))
      readings[last] = relabel(last, 'AUX.fin')
    if (before.form === 'fin' && can(work, last - 1, 'inf', false) && grammar.modals.has(final.lemma))
      readings[last - 1] = relabel(last - 1, 'VERB.inf')
    else if (before.form === 'fin' && can(work, last - 1, 'part2', false))
      readings[last - 1] = relabel(last - 1, 'VERB.part')
  }
  // „soll … haben“, „sollen … werden können“: after a finite verb, the rest of the bracket is not finite.
  let first = from
  while (first < last && readings[first]!.form !== 'fin') first++
  for (let i = last; i > first && isVerb(readings[i]!); i--)
    if (
      first < i &&
      readings[i]!.form === 'fin' &&
      combinesWith(work, first) &&
      can(work, i, 'inf', false) &&
      !joined(work, first, i)
    )
      readings[i] = relabel(i, `${readings[i]!.upos}.inf`)
  // „hatte der Verband betont“: what closes the bracket is the participle, be it taken for an adjective or a present.
  if (
    first < last &&
    readings[first]!.lemma === 'haben' &&
    (final.form === 'fin' || (final.form === '' && (final.upos === 'ADJ' || final.upos === 'ADV'))) &&
    can(work, last, 'part2', false) &&
    before.upos !== 'CCONJ' &&
    readings.slice(first + 1, last).every(({ form }) => form === '')
  )
    readings[last] = relabel(last, 'VERB.part')
  // „bestimmen zu wollen“: before an infinitive with „zu“ stands another.
  if (
    isZu(work, last - 1) &&
    final.form === 'inf' &&
    readings[last - 2]?.form === 'fin' &&
    last - 2 >= from &&
    can(work, last - 2, 'inf', false)
  )
    readings[last - 2] = relabel(last - 2, 'VERB.inf')
  let opener = from
  while (opener < last && (readings[opener]!.upos === 'CCONJ' || readings[opener]!.upos === 'ADP')) opener++
  const opening = readings[opener]!
  let finite = from
  while (finite < to && readings[finite]!.form !== 'fin') finite++
  if (finite === to) finite = -1
  // „Die neuen Busse fahren.“: a whole sentence has a finite verb.
  if (finite === -1 && from === 0 && lower[to] === '.' && final.form === 'inf' && !isZu(work, last - 1)) {
    const verbs = readings.slice(from, to).filter(isVerb)
    if (verbs.length === 1 && can(work, last, 'fin', true)) readings[last] = relabel(last, 'VERB.fin')
  }
  // „Der Verband befürchtet, dass …“: what a clause depends on has a finite verb, too, unless it has no subject.
  const governs =
    from === 0 &&
    lower[to] === ',' &&
    readings[to + 1]?.upos === 'SCONJ' &&
    ['DET', 'NOUN', 'PROPN'].includes(opening.upos)
  const subordinate = opening.upos === 'SCONJ' || opening.form === 'rel'
  if ((subordinate || governs) && finite === -1 && final.form === 'part' && can(work, last, 'fin', true))
    readings[last] = relabel(last, 'VERB.fin')
  // „…, die neu im Amt ist,“: a pronoun that opens, and the only finite verb at the end.
  const isRelative =
    opening.upos === 'PRON' || (opening.upos === 'DET' && ['inf', 'part'].includes(readings[last - 1]!.form))
  if (isRelative && grammar.relativeForms.has(lower[opener]!) && from > 0 && finite === last)
    readings[opener] = relabel(opener, 'PRON.rel')
}

/**
 * Verbs that share a bracket with the one behind the conjunction.
 *
 *     Der Bund will die Hilfe kürzen und die Länder entlasten.      …, dass sie A stützen und B stärken könnten
 *              ^^^^           inf                   inf                         inf                 ^^^^^^^
 */
const repairCoordination = (work: Work, from: number, to: number, relabel: Relabel): void => {
  const { readings, grammar } = work
  const last = to - 1
  if (last - from < 3) return
  const isModal = (at: number): boolean =>
    readings[at]!.form === 'fin' &&
    (grammar.modals.has(readings[at]!.lemma) || readings[at]!.lemma === 'werden')
  // Verb last: before each conjunction stands a verb of the form that the last one has.
  const shared = readings[last - 1]!.form
  const auxiliary = isModal(last) || readings[last]!.lemma === 'haben'
  if (readings[last]!.form === 'fin' && auxiliary && (shared === 'inf' || shared === 'part')) {
    for (let i = from + 1; i < last - 1; i++)
      if (
        readings[i]!.form === 'fin' &&
        readings[i + 1]!.upos === 'CCONJ' &&
        can(work, i, shared === 'inf' ? 'inf' : 'part2', false)
      )
        readings[i] = relabel(i, shared === 'inf' ? 'VERB.inf' : 'VERB.part')
    return
  }
  let first = from
  while (first < to && readings[first]!.form !== 'fin') first++
  if (first === to || !isModal(first)) return
  // Verb second: a last verb that can be the infinitive is one, unless it stands second behind the conjunction.
  let final = last
  while (final > first && readings[final]!.form === '' && readings[final]!.upos !== 'CCONJ') final--
  if (readings[final]!.form !== 'fin' || final !== last || !can(work, final, 'inf', false)) return
  let conjunction = final - 1
  while (conjunction > first && readings[conjunction]!.upos !== 'CCONJ') conjunction--
  if (conjunction === first) return
  for (let i = conjunction + 1; i < final; i++) {
    const { upos, form } = readings[i]!
    // „… und sie zahlen“, „… und wir zahlen“
    if (form === 'fin' || upos === 'SCONJ') return
    if (upos === 'PRON' && final === conjunction + 2) return
  }
  readings[final] = relabel(final, 'VERB.inf')
}

/**
 * An article taken for a relative pronoun: no verb stands last.
 *
 *     Er riet, der Stadt Busse zu leihen.      …, die Union wolle das Gesetz ablehnen
 *              ^^^                                ^^^       ^^^^^
 */
const repairArticle = (work: Work, from: number, to: number, relabel: Relabel): void => {
  const { readings, lower, grammar } = work
  if (from === 0 || lower[from - 1] !== ',' || !articles.has(lower[from]!)) return
  if (readings[from]!.form !== 'rel' && readings[from]!.upos !== 'PRON') return
  let noun = from + 1
  while (noun < to && readings[noun]!.upos === 'ADJ') noun++
  const head = readings[noun]
  if (head === undefined || noun >= to || (head.upos !== 'NOUN' && head.upos !== 'PROPN')) return
  const article = relabel(from, 'DET')
  if ((ofAnalyses(article.candidates) & ofAnalyses(head.candidates)) === 0) return
  let finite = from
  while (finite < to && readings[finite]!.form !== 'fin') finite++
  let infinitive = from
  while (infinitive < to && readings[infinitive]!.form !== 'izu' && !isZu(work, infinitive)) infinitive++
  if (finite === to) {
    if (infinitive < to) readings[from] = article
    return
  }
  let end = noun + 1
  while (end < to && (readings[end]!.upos === 'PROPN' || readings[end]!.upos === 'NOUN')) end++
  // Verb second, and the bracket closes at the end: „wolle … ablehnen“, „lehne … ab“.
  // Behind a last verb only prepositions and comparisons may follow, never „sich“ or an object.
  const closes =
    ['inf', 'part', 'vz'].includes(readings[to - 1]!.form) ||
    grammar.prefixes.has(lower[to - 1]!) ||
    !['ADP', 'CCONJ', 'SCONJ'].includes(readings[finite + 1]?.upos ?? 'ADP')
  if (finite === end && finite < to - 2 && closes) readings[from] = article
}

/**
 * A relative pronoun taken for the article of a number: the verb stands last.
 *
 *     ein Paket, das 60 Millionen Euro vorsieht
 *                ^^^ rel               ^^^^^^^^
 */
const repairRelative = (work: Work, from: number, to: number, relabel: Relabel): void => {
  const { readings, lower } = work
  if (lower[from - 1] !== ',' || !articles.has(lower[from]!) || readings[from]!.upos !== 'DET') return
  let number = from + 1
  while (number < to && (readings[number]!.upos === 'ADV' || readings[number]!.upos === 'ADJ')) number++
  if (readings[number]?.upos !== 'NUM') return
  let finite = from
  while (finite < to && readings[finite]!.form !== 'fin') finite++
  if (finite === to - 1) readings[from] = relabel(from, 'PRON.rel')
}

const articles: ReadonlySet<string> = new Set(['der', 'die', 'das', 'dem', 'den'])

/**
 * What a stretch leaves open.
 *
 *     Zuvor hatte die Chefin, die …, erklärt, dass …
 *           ^^^^^ part2
 */
const openBracket = ({ readings, grammar }: Work, from: number, to: number): 'inf' | 'part2' | null => {
  let found: 'inf' | 'part2' | null = null
  for (let i = from; i < to; i++) {
    const { form, lemma } = readings[i]!
    if (form === 'inf' || form === 'part' || form === 'izu') return null
    if (form !== 'fin') continue
    if (i === to - 1 && from < i) return null
    found = grammar.modals.has(lemma) ? 'inf' : ['haben', 'sein', 'werden'].includes(lemma) ? 'part2' : null
  }
  return found
}

const isCapital = (token: { readonly text: string } | undefined): boolean =>
  token !== undefined && /^\p{Lu}\p{Ll}/u.test(token.text)

const opensPhrase = (reading: Reading | undefined): boolean =>
  reading !== undefined && ['PROPN', 'NOUN', 'DET', 'NUM'].includes(reading.upos)

const closesWithParticiple = (readings: readonly Reading[], from: number): boolean => {
  let last = from
  while (readings[last + 1] !== undefined && readings[last + 1]!.upos !== 'PUNCT') last++
  return readings[last]!.form === 'part'
}

const contracted: ReadonlySet<string> = new Set(['am', 'beim', 'im', 'vom', 'zum'])

/**
 * An adjective with a capital: behind a preposition and its article no second noun stands that agrees with them.
 *
 *     im Weißen Haus      aus dem Weißen Haus      auf der Grünen Woche
 *        ^^^^^^                   ^^^^^^                   ^^^^^^
 */
const isAdjectiveOfName = ({ readings, lower, lexicon }: Work, at: number): boolean => {
  const head = readings[at + 1]
  const before = readings[at - 1]
  if (head?.upos !== 'NOUN' || !lexicon.lookup(lower[at]!).some(({ upos }) => upos === 'ADJ')) return false
  if (contracted.has(lower[at - 1]!)) return true
  // „mit dem Vorsitzenden Dr. Weber“: an abbreviation agrees with nothing.
  if (before?.upos !== 'DET' || readings[at - 2]?.upos !== 'ADP' || head.candidates.length === 0) return false
  return (ofAnalyses(before.candidates) & ofAdjective(lower[at]!) & ofAnalyses(head.candidates)) !== 0
}

/** A compound with a hyphen, a capital that the lexicon knows as no verb, or that a finite verb follows at once, is a noun. */
const repairNouns = (work: Work, relabel: Relabel): void => {
  const { tokens, lower, readings, lexicon } = work
  readings.forEach((reading, i) => {
    // „106-Milliarden-Antrag“, „Ukraine-Gesandter“: a compound with a hyphen is what its last part is. Of names only
    // those that end in an inflected adjective are none.
    const { text } = tokens[i]!
    const head = text.slice(text.lastIndexOf('-') + 1)
    if (reading.upos !== 'NOUN' && head.length < text.length && /^\p{Lu}\p{Ll}/u.test(head)) {
      const isNoun =
        reading.upos === 'PROPN'
          ? /e[mnrs]?$/u.test(head) && lexicon.lookup(head.toLowerCase()).some(({ upos }) => upos === 'ADJ')
          : lexicon.analyse(head).some(({ upos }) => upos === 'NOUN')
      if (isNoun) {
        readings[i] = relabel(i, 'NOUN')
        return
      }
    }
    if (reading.upos === 'NOUN' && isAdjectiveOfName(work, i)) {
      readings[i] = relabel(i, 'ADJ')
      return
    }
    // „dt.“, „gest.“
    if ((reading.upos === 'VERB' || reading.upos === 'AUX') && /\p{L}\.$/u.test(tokens[i]!.text)) {
      readings[i] = relabel(i, 'ADJ')
      return
    }
    // „hat den Verkauf an Kanada genehmigt“: a prefix closes its clause; what a phrase and a participle follow is none.
    if (reading.form === 'vz' && opensPhrase(readings[i + 1]) && closesWithParticiple(readings, i + 1))
      readings[i] = relabel(i, 'ADP')
    // „18 Leopard-2-Panzer“: what has letters is no punctuation mark.
    if (reading.upos === 'PUNCT' && isCapital(tokens[i])) readings[i] = relabel(i, 'NOUN')
    // „Mohammed bin Salman“: the particle of a name stands between two capitals and has no „ich“ beside it.
    if (
      tokens[i]!.text === 'bin' &&
      isCapital(tokens[i - 1]) &&
      isCapital(tokens[i + 1]) &&
      !lower.includes('ich')
    ) {
      readings[i] = relabel(i, 'PROPN')
      return
    }
    if (reading.upos !== 'VERB' || !isCapital(tokens[i])) return
    const isVerb = lexicon.analyse(lower[i]!).some(({ upos }) => upos === 'VERB' || upos === 'AUX')
    const isNoun = lexicon.lookup(tokens[i]!.text).some(({ upos }) => upos === 'NOUN')
    const followed = readings[i + 1]?.form === 'fin' && reading.form !== 'part'
    if (!isVerb || (isNoun && followed)) readings[i] = relabel(i, 'NOUN')
  })
}

/** Word classes that open a noun phrase. */
const phraseOpeners: ReadonlySet<string> = new Set(['DET', 'ADJ', 'ADP', 'NUM'])

/** A name, or a title before a name, to which no adjective belongs unless something opens the phrase. */
const namesPerson = ({ readings }: Work, at: number): boolean =>
  readings[at]?.upos === 'PROPN' || (readings[at]?.upos === 'NOUN' && readings[at + 1]?.upos === 'PROPN')

/**
 * A participle at a noun taken for a verb: another finite verb follows that noun at once.
 *
 *     Mit dem Vorgang vertraute Quellen sagten …
 *                     ^^^^^^^^^ ADJ     ^^^^^^
 */
const repairParticiple = (work: Work, from: number, to: number, relabel: Relabel): void => {
  const { readings, lower, lexicon } = work
  for (let i = from + 1; i + 2 < to; i++) {
    if (readings[i]!.form !== 'fin' || readings[i + 1]!.upos !== 'NOUN' || readings[i + 2]!.form !== 'fin')
      continue
    const stem = lower[i]!.replace(/e[nrsm]?$/u, '')
    if (stem !== lower[i] && lexicon.lookup(stem).some(({ feats }) => feats.verbForm === 'part2'))
      readings[i] = relabel(i, 'ADJ')
  }
}

/**
 * A preterite taken for a participle at a noun: no noun that it could belong to follows, and the stretch has no
 * other finite verb.
 *
 *     Beide unterzeichneten eine Erklärung      In Genf unterzeichneten Präsident Berset und …
 *           ^^^^^^^^^^^^^^^ fin                          ^^^^^^^^^^^^^^^ fin
 */
const repairPreterite = (work: Work, from: number, to: number, relabel: Relabel): void => {
  const { readings } = work
  for (let i = from; i < to; i++) if (readings[i]!.form === 'fin') return
  for (let i = from + 1; i < to; i++) {
    if (readings[i]!.upos !== 'ADJ' || !can(work, i, 'fin', true)) continue
    const next = readings[i + 1]?.upos
    const alone = next === 'DET' || next === 'ADP' || next === 'ADV' || next === 'PRON'
    if (!alone && !(namesPerson(work, i + 1) && !phraseOpeners.has(readings[i - 1]!.upos))) continue
    readings[i] = relabel(i, 'VERB.fin')
    return
  }
}

const isZu = ({ readings, lower }: Work, at: number): boolean =>
  lower[at] === 'zu' && readings[at]!.upos === 'PART'

/** Longest apposition that is looked through, in words. */
const longestApposition = 14

/**
 * An article that looks like a relative pronoun: only nouns follow it up to a comma, and the sentence's verb behind.
 *
 *     Anna Weber, die Leiterin des Amtes, sagte …
 *                 ^^^
 */
const opensApposition = ({ readings, lower }: Work, at: number): boolean => {
  if (!/^(?:der|die|das)$/u.test(lower[at]!) || lower[at - 1] !== ',') return false
  let end = at + 1
  while (end < at + longestApposition && /^(?:NOUN|PROPN|ADJ|DET|ADP|NUM)$/u.test(readings[end]?.upos ?? ''))
    end++
  return end > at + 1 && lower[end] === ',' && readings[end + 1]?.form === 'fin'
}

/** Corrects labels in place; `relabel` reads a word anew with another label. */
export const repairReadings = (work: Work, relabel: Relabel): void => {
  const { readings, lower, grammar, lexicon } = work
  repairNouns(work, relabel)
  // „Dies bestätigte der Minister“, „Das heiße nicht, dass …“: the verb looks like an adjective.
  const stop = readings.findIndex(({ upos }) => upos === 'PUNCT')
  if (
    /^(?:dies|das|dieses)$/u.test(lower[0] ?? '') &&
    readings[1]?.upos === 'ADJ' &&
    can(work, 1, 'fin', true) &&
    !/^(?:NOUN|PROPN|ADJ)$/u.test(readings[2]?.upos ?? '') &&
    readings.slice(0, stop < 0 ? undefined : stop).every(({ form }) => form !== 'fin')
  )
    readings[1] = relabel(1, 'VERB.fin')
  // The auxiliary or modal verb whose bracket is still open, with what would close it.
  let open: 'inf' | 'part2' | null = null
  for (let from = 0, i = 0; i <= readings.length; i++) {
    if (i < readings.length && (readings[i]!.upos !== 'PUNCT' || /^[()]$/u.test(lower[i]!))) continue
    if (i === from + 1 && open !== null && readings[from]!.form === 'fin' && can(work, from, open, false)) {
      readings[from] = relabel(from, open === 'inf' ? 'VERB.inf' : 'VERB.part')
      open = null
    }
    repairPreterite(work, from, i, relabel)
    repairParticiple(work, from, i, relabel)
    repairArticle(work, from, i, relabel)
    repairRelative(work, from, i, relabel)
    repairBracket(work, from, i, relabel)
    repairCoordination(work, from, i, relabel)
    open = openBracket(work, from, i) ?? open
    from = i + 1
  }
  let finite = -1
  for (let i = 0; i < readings.length; i++) {
    const { upos, form, lemma } = readings[i]!
    // „sagte ihr Sprecher“: before a common noun it is a possessive.
    if (upos === 'PRON' && lower[i] === 'ihr' && readings[i + 1]?.upos === 'NOUN')
      readings[i] = relabel(i, 'DET')
    if (upos === 'PRON' && opensApposition(work, i)) readings[i] = relabel(i, 'DET')
    if (upos === 'DET' && lemma === 'der' && standsAlone(work, i)) readings[i] = relabel(i, 'PRON')
    if (upos === 'PUNCT' && form === '' && /^[,;:]$/u.test(lower[i]!)) finite = -1
    else if (form === 'fin') finite = i
    // „teilte es mit.“: a preposition with nothing after it is a separated prefix.
    else if (
      finite !== -1 &&
      (upos === 'ADP' || upos === 'ADV' || upos === 'ADJ') &&
      form === '' &&
      grammar.prefixes.has(lower[i]!) &&
      (ends(lower[i + 1]) || readings[i + 1]?.upos === 'CCONJ') &&
      lexicon.lookup(lower[i]! + readings[finite]!.lemma).some((a) => a.upos === 'VERB')
    )
      readings[i] = { ...relabel(i, upos === 'ADJ' ? 'ADJ' : upos), form: 'vz' }
  }
}
