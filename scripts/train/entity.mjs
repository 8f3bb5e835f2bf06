/**
 * Trains the name tagger on the GermEval 2014 development set (CC BY 4.0) and writes `models/de-names.bin`.
 *
 *     node scripts/train/entity.mjs --folds 5     five-fold cross-validation: one reading a sentence to --out
 *     node scripts/train/entity.mjs               all of it, weights written
 *
 * Needs a build (`dist/`, `data/`) and ../shared. Same input, same weights: the shuffle has its own seed.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'

const { values: options } = parseArgs({
  options: {
    folds: { type: 'string', default: '0' },
    epochs: { type: 'string', default: '20' },
    buckets: { type: 'string', default: '17' },
    drop: { type: 'string', default: '0.25' },
    fp: { type: 'string', default: '4' },
    miss: { type: 'string', default: '20' },
    bias: { type: 'string', default: '-60' },
    copies: { type: 'string', default: '2' },
    seeds: { type: 'string', default: '4' },
    out: { type: 'string', default: '/tmp/entity-cv.jsonl' },
    gold: {
      type: 'string',
      default: fileURLToPath(new URL('../../../shared/bench/entities/dev.jsonl.gz', import.meta.url)),
    },
  },
})
const dist = (name) => import(new URL(`../../dist/${name}`, import.meta.url).href)
const { loadGerman } = await dist('lang/de/pack.js')
const { segmentStage } = await dist('stages/segment/stage.js')
const { syntaxStage } = await dist('stages/syntax/stage.js')
const { createFeatures, featureChecksum } = await dist('stages/entity/tagger-features.js')
const { taggerLabels, viterbi } = await dist('stages/entity/tagger-labels.js')
const { createTagger } = await dist('stages/entity/tagger.js')
const { registerNames } = await dist('stages/entity/name-finder.js')

const locale = loadGerman()
const rules = locale.entity
const buckets = 1 << Number(options.buckets)
const labels = taggerLabels.length

let state = 0
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return state / 4294967296
}
const pick = (list) => list[Math.floor(random() * list.length)]

const documents = gunzipSync(readFileSync(options.gold)).toString().trim().split('\n').map(JSON.parse)

/** Sentences of a text with gold labels; entities that do not fall on tokens are left out. */
const prepare = (text, entities) => {
  const base = {
    text,
    language: 'de',
    publishedAt: null,
    article: { blocks: [{ start: 0, end: text.length, role: 'paragraph' }] },
  }
  const { token, sentence } = segmentStage.run(base, { locale }).layers
  const { word } = syntaxStage.run({ ...base, token, sentence }, { locale }).layers
  const gold = new Uint8Array(token.length)
  for (const one of entities) {
    const type = one.type === 'OTH' ? 'MISC' : one.type
    const begin = taggerLabels.indexOf(`B-${type}`)
    if (begin < 0) continue
    const from = token.findIndex((t) => t.start === one.start)
    const to = token.findIndex((t) => t.end === one.end)
    if (from < 0 || to < from) continue
    for (let i = from; i <= to; i++) gold[i] = i === from ? begin : begin + 1
  }
  return sentence.map((s) => ({
    words: word,
    from: s.from,
    to: s.to,
    gold: gold.subarray(s.from, s.to),
    known: registerNames(word, s, rules),
  }))
}

const lists = (name) =>
  readFileSync(new URL(`../../registers/names/${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
const given = lists('given')
const surnames = lists('surnames')
const cities = lists('cities')

/** The same sentence about other people and places, so that the model leans on context and lists, not on names. */
const vary = (text, entities) => {
  let out = ''
  let at = 0
  const moved = []
  let changed = false
  for (const one of [...entities].sort((a, b) => a.start - b.start)) {
    if (one.start < at) continue
    out += text.slice(at, one.start)
    let exact = one.exact
    if (one.type === 'PER' && random() < 0.8 && !/s$/.test(exact)) {
      exact = exact.includes(' ') ? `${pick(given)} ${pick(surnames)}` : pick(surnames)
      changed = true
    } else if (one.type === 'LOC' && random() < 0.5 && !exact.includes(' ') && !/s$/.test(exact)) {
      exact = pick(cities)
      changed = true
    }
    moved.push({ ...one, start: out.length, end: out.length + exact.length, exact })
    out += exact
    at = one.end
  }
  return changed ? [out + text.slice(at), moved] : null
}

/** One run of the perceptron; averaged weights and transitions. */
const trainOnce = (examples, seed) => {
  state = seed
  const reader = createFeatures(rules, buckets)
  const weights = new Float32Array(buckets * labels)
  const sums = new Float64Array(buckets * labels)
  const transitions = new Float32Array(labels * labels)
  const transitionSums = new Float64Array(labels * labels)
  let step = 1
  const order = examples.map((_, i) => i)
  for (let epoch = 0; epoch < Number(options.epochs); epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      ;[order[i], order[j]] = [order[j], order[i]]
    }
    for (const index of order) {
      const { words, from, to, gold, known } = examples[index]
      const count = to - from
      if (count === 0) continue
      // Features do not change from epoch to epoch.
      const example = examples[index]
      if (example.features === undefined) {
        const found = reader.read(words, from, to, known)
        example.features = found.features.slice(0, found.ends[count - 1])
        example.ends = found.ends.slice(0, count)
      }
      // Dropping features at random keeps single words from being learnt by heart.
      const features = example.features.slice()
      const { ends } = example
      for (let k = 0; k < features.length; k++) if (random() < Number(options.drop)) features[k] = -1
      const scores = new Float64Array(count * labels)
      for (let i = 0; i < count; i++)
        for (let k = i === 0 ? 0 : ends[i - 1]; k < ends[i]; k++)
          if (features[k] >= 0)
            for (let l = 0; l < labels; l++) scores[i * labels + l] += weights[features[k] * labels + l]
      // Margin: a wrong label has to lose by one.
      for (let i = 0; i < count; i++)
        for (let l = 0; l < labels; l++)
          if (l !== gold[i])
            scores[i * labels + l] += gold[i] === 0 ? Number(options.fp) : l === 0 ? Number(options.miss) : 1
      // A word without features is not the model's to decide: it takes its gold label. Left to the margins, every
      // lower-case word inside a name („von der“) would push the transitions away from names, without an end.
      for (let i = 0; i < count; i++)
        if (ends[i] === (i === 0 ? 0 : ends[i - 1])) scores[i * labels + gold[i]] += 1e9
      const path = viterbi(scores, count, transitions)
      for (let i = 0; i < count; i++) {
        if (path[i] !== gold[i])
          for (let k = i === 0 ? 0 : ends[i - 1]; k < ends[i]; k++) {
            if (features[k] < 0) continue
            const row = features[k] * labels
            weights[row + gold[i]]++
            sums[row + gold[i]] += step
            weights[row + path[i]]--
            sums[row + path[i]] -= step
          }
        const right = (i === 0 ? 0 : gold[i - 1]) * labels + gold[i]
        const wrong = (i === 0 ? 0 : path[i - 1]) * labels + path[i]
        if (right !== wrong) {
          transitions[right]++
          transitionSums[right] += step
          transitions[wrong]--
          transitionSums[wrong] -= step
        }
      }
      step++
    }
  }
  const average = (w, s) => Float64Array.from(w, (v, i) => v - s[i] / step)
  return [average(weights, sums), average(transitions, transitionSums)]
}

/** The mean of several runs that differ in order and in features dropped: steadier than any of them, no slower. */
const train = (examples) => {
  const averaged = new Float64Array(buckets * labels)
  const averagedTransitions = new Float64Array(labels * labels)
  for (let seed = 1; seed <= Number(options.seeds); seed++) {
    const [w, t] = trainOnce(examples, seed)
    for (let i = 0; i < w.length; i++) averaged[i] += w[i]
    for (let i = 0; i < t.length; i++) averagedTransitions[i] += t[i]
  }
  // One scale for both, so that their sum keeps its meaning; the few largest weights are clipped.
  const sorted = Float64Array.from(
    averaged.filter((v) => v !== 0),
    Math.abs,
  ).sort()
  const scale = 127 / Math.max(sorted[Math.floor(sorted.length * 0.9999)] ?? 1, 1e-9)
  const quantise = (v) => Math.max(-127, Math.min(127, Math.round(v * scale)))
  return {
    labels: taggerLabels,
    buckets,
    weights: Int8Array.from(averaged, quantise),
    transitions: Int8Array.from(averagedTransitions, quantise),
  }
}

const examplesOf = (list) => {
  state = 42
  return list.flatMap(({ body, entities }) => {
    const out = prepare(body, entities)
    for (let i = 0; i < Number(options.copies); i++) {
      const other = vary(body, entities)
      if (other !== null) out.push(...prepare(...other))
    }
    return out
  })
}

const folds = Number(options.folds)
if (folds > 0) {
  const lines = {}
  for (let fold = 0; fold < folds; fold++) {
    const model = train(examplesOf(documents.filter((_, i) => i % folds !== fold)))
    const { findNames } = await dist('stages/entity/name-finder.js')
    for (const bias of options.bias.split(',')) {
      const tagger = createTagger(rules, { ...model, bias: Number(bias) })
      documents.forEach((document, i) => {
        if (i % folds !== fold) return
        const entities = []
        const parts = prepare(document.body, [])
        for (const name of findNames(parts[0]?.words ?? [], parts, rules, tagger)) {
          const words = parts[0].words
          const start = words[name.from].start
          const end = words[name.to - 1].end
          entities.push({ start, end, type: name.type })
        }
        lines[bias] ??= []
        lines[bias].push(
          JSON.stringify({
            source: document.id,
            article: { text: document.body },
            entities,
            statements: [],
            events: [],
            times: [],
          }),
        )
      })
    }
  }
  for (const bias of Object.keys(lines))
    writeFileSync(`${options.out}.${bias}`, `${lines[bias].join('\n')}\n`)
} else {
  const model = train(examplesOf(documents))
  const folder = new URL('../../models/', import.meta.url)
  mkdirSync(folder, { recursive: true })
  const header = Buffer.from(
    JSON.stringify({
      licence: 'CC BY 4.0; trained on GermEval 2014, development set (CC BY 4.0)',
      labels: taggerLabels,
      buckets,
      bias: Number(options.bias),
      features: featureChecksum(rules),
    }),
  )
  const length = Buffer.alloc(4)
  length.writeUInt32LE(header.length)
  writeFileSync(
    new URL('de-names.bin', folder),
    Buffer.concat([length, header, Buffer.from(model.transitions.buffer), Buffer.from(model.weights.buffer)]),
  )
}
