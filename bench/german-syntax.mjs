/**
 * The ground of reading German: tagging and lemmas on UD GSD dev, speed, load time, memory.
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
