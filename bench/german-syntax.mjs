/**
 * The ground of reading German: clauses, subjects, objects and mood on UD GSD dev and PUD, tagging and lemmas on
 * UD GSD dev, speed, load time, memory.
 *
 *     npm run bench:syntax            after `npm run build`; the treebank is found at ../shared
 *
 * The shipped tagger has seen gsd-dev. `node scripts/train-tagger.mjs` prints the figures of five folds, which
 * are the honest ones; those printed here only show that nothing broke.
 */
import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { loadLexicon } from '../dist/lang/de/lexicon/lexicon.js'
import { segmentRules } from '../dist/lang/de/segment/rules.js'
import { loadSyntax } from '../dist/lang/de/syntax/rules.js'
import { segmentStage } from '../dist/stages/segment/stage.js'
import { syntaxStage } from '../dist/stages/syntax/stage.js'
import { readTreebank } from '../scripts/treebank.mjs'

const resident = () => process.memoryUsage().rss / 1e6
const before = resident()
const started = performance.now()
const lexicon = loadLexicon()
const lexiconMs = performance.now() - started
const syntax = loadSyntax()
const loadMs = performance.now() - started
console.log(
  `load: lexicon ${lexiconMs.toFixed(0)} ms, with tagger ${loadMs.toFixed(0)} ms, ${(resident() - before).toFixed(0)} MB`,
)
const knowledge = { locale: { lexicon, segment: segmentRules, syntax } }

/** Hits, gold and predicted, as an F1 of percent. */
const tally = () => ({ hit: 0, gold: 0, found: 0 })
const f1 = ({ hit, gold, found }) => ((200 * hit) / Math.max(1, gold + found)).toFixed(1)

const clausal = /^(?:root|ccomp|advcl|acl|csubj|parataxis)(?::|$)/u

/**
 * Phrases and clauses against the heads of the treebank: which words are subjects and objects, on what a genitive
 * depends, whether a finite verb is in the subjunctive, and how many words stand in the clause of their own predicate.
 */
const measureStructure = (name, sentences) => {
  const subject = tally()
  const object = tally()
  const genitive = tally()
  let moods = 0
  let moodsRight = 0
  const subjunctive = tally()
  let placed = 0
  let placedRight = 0
  for (const { tokens, labels, heads, relations, features } of sentences) {
    const sentence = [{ start: 0, end: tokens.at(-1).end, from: 0, to: tokens.length, block: 0 }]
    const { word, phrase, clause } = syntaxStage.run({ token: tokens, sentence }, knowledge).layers
    const isPredicate = (i) =>
      clausal.test(relations[i]) ||
      (relations[i] === 'conj' &&
        heads.some((h, j) => h === i && /^(?:nsubj|cop|aux)/u.test(relations[j]))) ||
      (relations[i] === 'conj' && labels[i].endsWith('.fin'))
    const predicateOf = (i) => {
      let at = i
      for (let steps = 0; at >= 0 && steps < 60; steps++) {
        if (isPredicate(at)) return at
        at = heads[at]
      }
      return -1
    }
    const owner = new Int32Array(tokens.length).fill(-1)
    clause.forEach(({ parts }, c) => {
      for (const [from, to] of parts) owner.fill(c, from, to)
    })
    tokens.forEach((_, i) => {
      if (labels[i] === 'PUNCT') return
      const predicate = predicateOf(i)
      if (predicate < 0) return
      const verbs = tokens
        .map((_, j) => j)
        .filter((j) => j === predicate || (heads[j] === predicate && /^(?:aux|cop)/u.test(relations[j])))
      if (!verbs.some((j) => labels[j].endsWith('.fin') || labels[j].endsWith('.izu'))) return
      placed++
      const own = owner[i] < 0 ? null : clause[owner[i]].verb
      if (own?.words.some((w) => verbs.includes(w))) placedRight++
    })
    const score = (counter, gold, found) => {
      counter.gold += gold.length
      counter.found += found.length
      counter.hit += found.filter((i) => gold.includes(i)).length
    }
    // What a phrase hangs on: the first word of a name, the noun of a number.
    const carrier = (i) => {
      let at = i
      for (
        let steps = 0;
        /^(?:flat|compound|nummod|det)/u.test(relations[at]) && heads[at] >= 0 && steps < 9;
        steps++
      )
        at = heads[at]
      return at
    }
    // „A und B kamen“: what is joined to a subject is one too.
    const isA = (test, i, steps = 0) =>
      test.test(relations[i]) ||
      (relations[i] === 'conj' && heads[i] >= 0 && steps < 20 && isA(test, heads[i], steps + 1))
    const withRelation = (test) => relations.flatMap((_, i) => (isA(test, i) && !isPredicate(i) ? [i] : []))
    const withRole = (role) => phrase.filter((p) => p.role === role).map(({ head }) => carrier(head))
    score(subject, withRelation(/^(?:nsubj|expl)/u), withRole('subject'))
    score(object, withRelation(/^obj$/u), withRole('object'))
    score(
      genitive,
      relations.flatMap((r, i) =>
        r === 'nmod' && /Case=Gen/u.test(features[i]) ? [`${i} ${heads[i]}`] : [],
      ),
      phrase
        .filter((p) => p.role === 'genitive' && p.governor !== null)
        .map((p) => `${p.head} ${phrase[p.governor].head}`),
    )
    labels.forEach((label, i) => {
      const gold = /Mood=(Ind|Sub)/u.exec(features[i])?.[1]
      if (!label.endsWith('.fin') || gold === undefined) return
      const ours = /^kon/u.test(word[i].feats.mood ?? '') ? 'Sub' : 'Ind'
      moods++
      if (ours === gold) moodsRight++
      if (gold === 'Sub') subjunctive.gold++
      if (ours === 'Sub') subjunctive.found++
      if (gold === 'Sub' && ours === 'Sub') subjunctive.hit++
    })
  }
  const figures = {
    words: (100 * placedRight) / placed,
    subjects: Number(f1(subject)),
    objects: Number(f1(object)),
    genitives: Number(f1(genitive)),
    mood: (100 * moodsRight) / Math.max(1, moods),
    subjunctive: Number(f1(subjunctive)),
  }
  console.log(
    `${name}: words in the clause of their predicate ${figures.words.toFixed(1)}, subjects F1 ${figures.subjects}, ` +
      `objects F1 ${figures.objects}, genitives with their noun F1 ${figures.genitives}, mood ${figures.mood.toFixed(1)} ` +
      `(subjunctive F1 ${figures.subjunctive})`,
  )
  return figures
}

const bench = (file) => new URL(`../../shared/bench/syntax/${file}.conllu.gz`, import.meta.url)
for (const name of ['gsd-dev', 'pud']) {
  if (!existsSync(bench(name))) continue
  measureStructure(name, readTreebank(gunzipSync(readFileSync(bench(name))).toString(), name, lexicon))
}

const treebank = new URL('../../shared/bench/syntax/gsd-dev.conllu.gz', import.meta.url)
if (existsSync(treebank)) {
  let all = 0
  let upos = 0
  let lemma = 0
  for (const { tokens, labels, lemmas } of readTreebank(
    gunzipSync(readFileSync(treebank)).toString(),
    'gsd-dev',
    lexicon,
  )) {
    const sentence = [{ start: 0, end: tokens.at(-1).end, from: 0, to: tokens.length, block: 0 }]
    const { word } = syntaxStage.run({ token: tokens, sentence }, knowledge).layers
    word.forEach((w, i) => {
      all++
      if (w.upos === labels[i].split('.')[0]) upos++
      if (w.lemma === lemmas[i]) lemma++
    })
  }
  console.log(
    `gsd-dev (seen in training): ${all} tokens, UPOS ${((100 * upos) / all).toFixed(2)}, lemma ${((100 * lemma) / all).toFixed(2)}`,
  )
} else console.log('gsd-dev: skipped, ../shared/bench/syntax is not here')

const sentences = [
  'Die Regierung in Wien hat am Dienstag angekündigt, die Hilfe für das Nachbarland bis Ende des Jahres zu verdoppeln.',
  '„Wir werden die Zusage einhalten“, sagte die Ministerin, die zuvor mit ihrem Kollegen telefoniert hatte.',
  'Nach Angaben des Ministeriums sollen 40 Generatoren und rund 1.200 Tonnen Mehl geliefert werden, sobald das Parlament zugestimmt hat.',
  'Die Opposition warf dem Kanzler vor, die Kosten verschwiegen zu haben, und verlangte eine Sondersitzung des Haushaltsausschusses.',
]
const text = sentences.join(' ').padEnd(0).repeat(5).slice(0, 2500)
const article = { text, blocks: [{ start: 0, end: text.length, role: 'paragraph' }] }
const run = () => {
  const { token, sentence } = segmentStage.run({ article, text }, knowledge).layers
  return syntaxStage.run({ article, text, token, sentence }, knowledge).layers
}
for (let i = 0; i < 50; i++) run()
const cpu = process.cpuUsage()
const rounds = 300
for (let i = 0; i < rounds; i++) run()
const used = process.cpuUsage(cpu)
const seconds = (used.user + used.system) / 1e6
console.log(
  `speed: ${(rounds / seconds).toFixed(0)} articles of 2.5 kB per CPU-second, segmentation and syntax`,
)
console.log(JSON.stringify({ lexiconMs, loadMs, articlesPerSecond: rounds / seconds }))
