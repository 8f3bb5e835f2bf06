/** What the sentence shows and a tagger that looks two words far cannot see. */
import { opensApposition, repairArticle, repairRelative, standsAlone } from './repair-articles.ts'
import {
  openBracket,
  repairBracket,
  repairCoordination,
  repairParticiple,
  repairPreterite,
} from './repair-brackets.ts'
import { repairNominals } from './repair-nominals.ts'
import { canBe, isFiniteVerb, isVerb, type Relabel, type Work } from './sentence-words.ts'

const isEnd = (text: string | undefined): boolean => text === undefined || /^[.,;:!?…–—„“"()»«-]/u.test(text)

/**
 * A verb that looks like an adjective, behind the pronoun that opens the sentence.
 *
 *     Dies bestätigte der Minister      Das heiße nicht, dass …
 *          ^^^^^^^^^^                       ^^^^^
 */
const repairOpening = (work: Work, relabel: Relabel): void => {
  const { readings, lower, grammar } = work
  if (!grammar.demonstratives.has(lower[0] ?? '') || readings[1]?.upos !== 'ADJ') return
  if (!canBe(work, 1, 'fin') || /^(?:NOUN|PROPN|ADJ)$/u.test(readings[2]?.upos ?? '')) return
  const stop = readings.findIndex(({ upos }) => upos === 'PUNCT')
  if (readings.slice(0, stop < 0 ? undefined : stop).every(({ form }) => form !== 'fin'))
    readings[1] = relabel(1, 'VERB.fin')
}

/** A quotation mark or a dash: what it sets off stands inside the clause. */
const isInserted = (mark: string): boolean => /^[„“”"»«‚‘›‹–—-]$/u.test(mark)

/** The last word of a stretch is its only verb, and nothing there opens a clause. */
const isOnlyVerb = ({ readings }: Work, from: number, to: number): boolean =>
  readings
    .slice(from, to - 1)
    .every((one) => !isVerb(one) && one.upos !== 'SCONJ' && one.upos !== 'CCONJ' && one.form !== 'rel')

/** Stretches between marks, one after the other. */
const repairStretches = (work: Work, relabel: Relabel): void => {
  const { readings, lower } = work
  // What would close the bracket of an auxiliary or modal verb that is still open.
  let open: 'inf' | 'part2' | null = null
  for (let from = 0, i = 0; i <= readings.length; i++) {
    if (i < readings.length && (readings[i]!.upos !== 'PUNCT' || /^[()]$/u.test(lower[i]!))) continue
    // Behind a comma one word alone closes it, behind a quotation or a dash the last one of the stretch.
    const closes = i === from + 1 || (from > 0 && isInserted(lower[from - 1]!) && isOnlyVerb(work, from, i))
    if (closes && open !== null && isFiniteVerb(work, i - 1) && canBe(work, i - 1, open)) {
      readings[i - 1] = relabel(i - 1, open === 'inf' ? 'VERB.inf' : 'VERB.part')
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
}

/** Determiner or pronoun, by what follows. */
const repairDeterminers = (work: Work, relabel: Relabel): void => {
  const { readings, lower, grammar } = work
  readings.forEach(({ upos, lemma }, i) => {
    // „sagte ihr Sprecher“: before a common noun it is a possessive.
    const isPossessive = grammar.possessives.has(lower[i]!) && readings[i + 1]?.upos === 'NOUN'
    if (upos === 'PRON' && (isPossessive || opensApposition(work, i))) readings[i] = relabel(i, 'DET')
    if (upos === 'DET' && lemma === grammar.article && standsAlone(work, i)) readings[i] = relabel(i, 'PRON')
  })
}

/**
 * A preposition with nothing after it is a separated prefix.
 *
 *     teilte es mit.
 *               ^^^
 */
const repairPrefixes = (work: Work, relabel: Relabel): void => {
  const { readings, lower, grammar, lexicon } = work
  let finite = -1
  readings.forEach(({ upos, form }, i) => {
    if (upos === 'PUNCT' && form === '' && /^[,;:]$/u.test(lower[i]!)) finite = -1
    else if (form === 'fin') finite = i
    else if (
      finite !== -1 &&
      (upos === 'ADP' || upos === 'ADV' || upos === 'ADJ') &&
      form === '' &&
      grammar.prefixes.has(lower[i]!) &&
      (isEnd(lower[i + 1]) || readings[i + 1]?.upos === 'CCONJ') &&
      lexicon.lookup(lower[i]! + readings[finite]!.lemma).some((one) => one.upos === 'VERB')
    )
      readings[i] = { ...relabel(i, upos), form: 'vz' }
  })
}

/** Corrects labels in place. */
export const repairReadings = (work: Work, relabel: Relabel): void => {
  repairNominals(work, relabel)
  repairOpening(work, relabel)
  repairStretches(work, relabel)
  repairDeterminers(work, relabel)
  repairPrefixes(work, relabel)
}
