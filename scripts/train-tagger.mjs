/**
 * Trains the tagger on Universal Dependencies German (GSD and PUD, CC BY-SA) and writes `models/de-tagger.bin`.
 *
 *     node scripts/train-tagger.mjs            five folds over gsd-dev, then the model of everything
 *     node scripts/train-tagger.mjs --measure  without gsd-dev, measured on it; writes nothing
 *
 * Needs `../shared/bench/syntax` and a built `dist`. The result depends on nothing but the inputs.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { loadLexicon } from '../dist/lang/de/lexicon/lexicon.js'
import { grammar } from '../dist/lang/de/syntax/grammar.js'
import { syntaxStage } from '../dist/stages/syntax/stage.js'
import { featureCount, fillFeatures } from '../dist/stages/syntax/tagger.js'
import { nextState } from '../dist/stages/syntax/tagger-labels.js'
import { viewsOf } from '../dist/stages/syntax/tagger-views.js'
import { readWord } from '../dist/stages/syntax/words.js'
import { inGsdLabels, readTreebank } from './treebank.mjs'

const folder = new URL('../../shared/bench/syntax/', import.meta.url)
const bits = 17
const epochs = 10
const seeds = [1, 2, 3, 4]
/** Share of the features left out at random, so that no single one carries a word. */
const dropped = 0.1
const lexicon = loadLexicon()
const hash = createHash('sha256')
const load = (name) => {
  const packed = readFileSync(new URL(`${name}.conllu.gz`, folder))
  hash.update(packed)
  return readTreebank(gunzipSync(packed).toString(), name, lexicon)
}
const dev = load('gsd-dev')
const pud = load('pud').map(inGsdLabels)
const part = load('gsd-train-part')
const labels = [
  ...new Set([...dev, ...pud].flatMap((s) => s.labels.filter((l) => typeof l === 'string'))),
].sort()
const indexOf = new Map(labels.map((l, i) => [l, i]))

/** Sets of labels: one for hand-made parts of speech, several where the source says less. */
const allowed = (label) =>
  (Array.isArray(label) ? label : [label]).map((l) => indexOf.get(l)).filter((l) => l !== undefined)

/** One run of the averaged perceptron over sentences with `views` and `gold`; its weights. */
function trainOnce(sentences, firstSeed) {
  const size = labels.length
  const weights = new Float32Array(size << bits)
  const totals = new Float64Array(size << bits)
  const stamps = new Int32Array(size << bits)
  let step = 0
  const bump = (at, by) => {
    totals[at] += weights[at] * (step - stamps[at])
    stamps[at] = step
    weights[at] += by
  }
  const rows = new Int32Array(featureCount)
  const scores = new Float64Array(size)
  const ready = [...sentences]
  let seed = firstSeed
  const random = () => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
    return seed / 2 ** 32
  }
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = ready.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      ;[ready[i], ready[j]] = [ready[j], ready[i]]
    }
    for (const { tokens, views, gold, partial } of ready) {
      // What is labelled by sets joins when the model can choose within them.
      if (partial && epoch < 2) continue
      let before = 0
      let beforeThat = 0
      let state = 0
      for (let at = 0; at < tokens.length; at++) {
        step++
        fillFeatures(rows, views, at, before, beforeThat, state, bits)
        scores.fill(0)
        // The first is the bias.
        for (let f = 1; f < featureCount; f++) if (random() < dropped) rows[f] = -1
        for (let f = 0; f < featureCount; f++) {
          if (rows[f] < 0) continue
          const row = rows[f] * size
          for (let l = 0; l < size; l++) scores[l] += weights[row + l]
        }
        const set = gold[at]
        let best = 0
        for (let l = 1; l < size; l++) if (scores[l] > scores[best]) best = l
        let chosen = best
        if (set.length > 0 && !set.includes(best)) {
          let truth = set[0]
          for (const l of set) if (scores[l] > scores[truth]) truth = l
          for (let f = 0; f < featureCount; f++) {
            if (rows[f] < 0) continue
            bump(rows[f] * size + truth, 1)
            bump(rows[f] * size + best, -1)
          }
          // Half the time the next word sees the mistake, as it will in use.
          chosen = random() < 0.5 ? best : truth
        }
        if (tokens[at].kind === 'punctuation') chosen = indexOf.get('PUNCT')
        state = nextState(state, labels[chosen], tokens[at].text)
        beforeThat = before
        before = chosen + 1
      }
    }
  }
  return weights.map((weight, at) => (totals[at] + weight * (step - stamps[at])) / step)
}

/** The mean of several runs that differ in order and in features left out: steadier than any of them, no slower. */
function train(sentences) {
  const size = labels.length
  const ready = sentences.map((s) => ({
    ...s,
    views: viewsOf(s.tokens, 0, s.tokens.length, lexicon),
    gold: s.labels.map(allowed),
  }))
  const averaged = new Float64Array(size << bits)
  for (const seed of seeds) {
    const weights = trainOnce(ready, seed)
    for (let at = 0; at < averaged.length; at++) averaged[at] += weights[at]
  }
  const sorted = averaged
    .filter((v) => v !== 0)
    .map(Math.abs)
    .sort()
  const scale = 127 / Math.max(sorted[Math.floor(sorted.length * 0.9995)] ?? 1, 1e-9)
  const packed = new Int8Array(size << bits)
  for (let at = 0; at < packed.length; at++)
    packed[at] = Math.max(-127, Math.min(127, Math.round(averaged[at] * scale)))
  const model = { version: '', labels, bits, weights: packed, lemmas: new Map() }
  // Lemmas that the lexicon gets wrong more often than right.
  const counts = new Map()
  for (const { tokens, lemmas, labels: gold, partial } of sentences) {
    if (partial) continue
    tokens.forEach((token, i) => {
      if (Array.isArray(gold[i])) return
      const upos = gold[i].split('.')[0]
      if (upos === 'PROPN' || upos === 'PUNCT' || token.kind !== 'word') return
      const key = `${upos === 'NOUN' ? token.text : token.text.toLowerCase()}\t${upos}`
      const entry = counts.get(key) ?? { all: 0, lemmas: new Map(), token, label: gold[i] }
      counts.set(key, entry)
      entry.all++
      entry.lemmas.set(lemmas[i], (entry.lemmas.get(lemmas[i]) ?? 0) + 1)
    })
  }
  for (const [key, entry] of counts) {
    const [lemma, count] = [...entry.lemmas].sort((a, b) => b[1] - a[1])[0]
    const ours = readWord(entry.token, entry.label, lexicon, { tagger: model, grammar }).lemma
    if (lemma !== ours && count > (entry.lemmas.get(ours) ?? 0) && (count > 1 || entry.all === 1))
      model.lemmas.set(key, lemma)
  }
  return model
}

function measure(model, sentences, list) {
  let all = 0
  let rightTag = 0
  let rightLemma = 0
  const wrong = new Map()
  const wrongLemma = new Map()
  const note = (map, key) => map.set(key, (map.get(key) ?? 0) + 1)
  const locale = { lexicon, syntax: { tagger: model, grammar } }
  for (const { tokens, labels: gold, lemmas } of sentences) {
    const document = {
      token: tokens,
      sentence: [{ start: 0, end: tokens.at(-1).end, from: 0, to: tokens.length, block: 0 }],
    }
    const { word } = syntaxStage.run(document, { locale }).layers
    tokens.forEach((token, i) => {
      all++
      const { upos, lemma } = word[i]
      const want = gold[i].split('.')[0]
      if (want === upos) rightTag++
      else note(wrong, list === 'words' ? `${token.text} ${want}→${upos}` : `${want}→${upos}`)
      if (lemma === lemmas[i]) rightLemma++
      else note(wrongLemma, `${token.text} ${upos} ${lemmas[i]} ≠ ${lemma}`)
    })
  }
  if (list)
    for (const map of [wrong, wrongLemma])
      console.log(
        [...map]
          .sort((a, b) => b[1] - a[1])
          .slice(0, 60)
          .map(([k, n]) => `${n} ${k}`)
          .join('; '),
      )
  return { all, upos: (100 * rightTag) / all, lemma: (100 * rightLemma) / all }
}

const show = (name, { all, upos, lemma }) =>
  console.log(`${name}: ${all} tokens, UPOS ${upos.toFixed(2)}, lemma ${lemma.toFixed(2)}`)

if (process.argv.includes('--measure')) {
  const model = train([...pud, ...part])
  show(
    'gsd-dev, trained without it',
    measure(model, dev, process.argv.includes('--words') ? 'words' : 'labels'),
  )
} else {
  if (!process.argv.includes('--quick')) {
    const sums = { all: 0, upos: 0, lemma: 0 }
    for (let fold = 0; fold < 5; fold++) {
      const model = train([...dev.filter((_, i) => i % 5 !== fold), ...pud, ...part])
      const result = measure(
        model,
        dev.filter((_, i) => i % 5 === fold),
      )
      sums.all += result.all
      sums.upos += result.upos * result.all
      sums.lemma += result.lemma * result.all
    }
    show('gsd-dev, five folds', { all: sums.all, upos: sums.upos / sums.all, lemma: sums.lemma / sums.all })
  }
  const model = train([...dev, ...pud, ...part])
  const header = Buffer.from(
    JSON.stringify({
      version: hash.digest('hex').slice(0, 12),
      licence: 'CC BY-SA 4.0; trained on UD German GSD (CC BY-SA 4.0) and PUD (CC BY-SA 3.0)',
      labels,
      bits,
      lemmas: Object.fromEntries([...model.lemmas].sort()),
    }),
  )
  const size = labels.length
  const head = Buffer.alloc(4)
  head.writeUInt32LE(header.length)
  const out = [head, header]
  for (let row = 0; row < 2 ** bits; row++) {
    const values = model.weights.subarray(row * size, (row + 1) * size)
    if (values.every((v) => v === 0)) continue
    const record = Buffer.alloc(4 + size)
    record.writeUInt32LE(row)
    values.forEach((v, i) => {
      record.writeInt8(v, 4 + i)
    })
    out.push(record)
  }
  mkdirSync(new URL('../models/', import.meta.url), { recursive: true })
  const file = Buffer.concat(out)
  writeFileSync(new URL('../models/de-tagger.bin', import.meta.url), file)
  console.log(`models/de-tagger.bin: ${(file.length / 1e6).toFixed(2)} MB, ${model.lemmas.size} lemmas`)
}
