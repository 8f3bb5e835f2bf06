/**
 * All figures of reading German in one run, with what npm offers beside them, and the ten worst cases of each.
 *
 *     npm run bench:german                   after `npm run build`; the development data is found at ../shared
 *     npm run bench:german -- --json         the same as JSON
 *     npm run bench:german -- --folds        names and parts of speech by models that have not seen the sentences, too:
 *                                            trained anew, two minutes of CPU
 *     npm run bench:german -- times names    these alone: times quotes names words factuality seeds speed
 *
 * No package of npm attributes speech or judges factuality, and none has a German lexicon with lemmas and cases but
 * de-compromise's; so quotes, factuality and seeds have no peer. A peer gets the text as we do, and every doubt.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { runnerImport } from 'vite'
import { bench, big, readBench, readSeeds, root, score, shared } from '../scripts/scoring.mjs'
import { readTreebank } from '../scripts/treebank.mjs'
import { chronoTimes, compromiseNames, compromiseWords } from './german-peers.mjs'

const flags = process.argv.slice(2).filter((one) => one.startsWith('--'))
const only = process.argv.slice(2).filter((one) => !one.startsWith('--'))
const withFolds = flags.includes('--folds')
const work = mkdtempSync(join(tmpdir(), 'aktenlage-german-'))
const worstCases = 10

const rowsOf = (path) =>
  gunzipSync(readFileSync(bench(path)))
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

/** Readings as the scorers want them, by a peer; with articles of 2.5 kB per CPU-second. */
const readByPeer = (path, out, annotate) => {
  const before = process.cpuUsage()
  let letters = 0
  const lines = rowsOf(path).map(({ id, text, body, published }) => {
    const whole = text ?? body
    letters += whole.length
    return JSON.stringify({ source: id, article: { text: whole }, ...annotate(whole, published ?? null) })
  })
  const { user, system } = process.cpuUsage(before)
  writeFileSync(join(work, out), `${lines.join('\n')}\n`)
  return { file: join(work, out), perSecond: letters / 2500 / ((user + system) / 1e6) }
}

const chosen = (figures, names) => Object.fromEntries(names.map((name) => [name, figures[name]]))
const scored = (system, scorer, path, file, names) => {
  const { figures, worst } = score(scorer, bench(path), file, worstCases)
  return { system, figures: chosen(figures, names), worst }
}

const timeFigures = ['valueF1', 'strictF1', 'relaxedF1']
const nameFigures = ['f1', 'PER.f1', 'LOC.f1', 'ORG.f1']
const treebank = 'syntax/gsd-dev.conllu.gz'

/** UPOS and lemma accuracy in percent; `read` gives for each token the parts of speech that it may be and a lemma. */
const measureWords = (system, sentences, read) => {
  let all = 0
  let upos = 0
  let lemma = 0
  const confusions = new Map()
  for (const sentence of sentences) {
    const found = read(sentence)
    sentence.tokens.forEach((token, i) => {
      const gold = sentence.labels[i].split('.')[0]
      const ours = found[i]
      all++
      if (ours.upos.includes(gold)) upos++
      else {
        const key = `${gold} taken for ${ours.upos.join(' or ')}`
        const seen = confusions.get(key) ?? []
        confusions.set(key, [...seen, token.text])
      }
      if (ours.lemma.toLowerCase() === sentence.lemmas[i].toLowerCase()) lemma++
    })
  }
  const worst = [...confusions]
    .sort((a, b) => b[1].length - a[1].length)
    .slice(0, worstCases)
    .map(([key, words]) => `${words.length} times ${key}: ${[...new Set(words)].slice(0, 5).join(', ')}`)
  return { system, figures: { tokens: all, upos: (100 * upos) / all, lemma: (100 * lemma) / all }, worst }
}

const measureShippedWords = async () => {
  const { loadGerman } = await import('../dist/lang/de/pack.js')
  const { syntaxStage } = await import('../dist/stages/syntax/stage.js')
  const knowledge = { locale: loadGerman() }
  const text = gunzipSync(readFileSync(bench(treebank))).toString()
  const sentences = readTreebank(text, 'gsd-dev', knowledge.locale.lexicon)
  const shipped = ({ tokens: token }) => {
    const sentence = [{ start: 0, end: token.at(-1).end, from: 0, to: token.length, block: 0 }]
    return syntaxStage
      .run({ token, sentence }, knowledge)
      .layers.word.map(({ upos, lemma }) => ({ upos: [upos], lemma }))
  }
  // Marks are no terms of de-compromise; they count as right.
  const peer = ({ tokens, labels, lemmas }) => {
    const text = tokens.reduce((sofar, { start, text: form }) => sofar.padEnd(start) + form, '')
    const words = compromiseWords(text)
    return tokens.map(({ start }, i) =>
      labels[i] === 'PUNCT'
        ? { upos: ['PUNCT'], lemma: lemmas[i] }
        : (words.get(start) ?? { upos: ['none'], lemma: '' }),
    )
  }
  return [
    measureWords('aktenlage as shipped, trained on these sentences', sentences, shipped),
    measureWords('de-compromise', sentences, peer),
  ]
}

const script = (name, ...args) =>
  execFileSync(process.execPath, [join(root, name), ...args], { encoding: 'utf8', maxBuffer: big })

/** By a model that has not seen gsd-dev. */
const unseenWords = () => {
  const [, upos, lemma] = /UPOS ([\d.]+), lemma ([\d.]+)/u.exec(
    script('scripts/train-tagger.mjs', '--measure'),
  )
  return {
    system: 'aktenlage, trained without them',
    figures: { upos: Number(upos), lemma: Number(lemma) },
    worst: [],
  }
}

const foldedNames = () => {
  const out = join(work, 'folds.jsonl')
  script('scripts/train/entity.mjs', '--folds', '5', '--out', out)
  // One file for each bias that was tried; by default there is one.
  const [file] = readdirSync(work).filter((name) => name.startsWith('folds.jsonl'))
  return scored(
    'aktenlage, five folds',
    'entities.mjs',
    'entities/dev.jsonl.gz',
    join(work, file),
    nameFigures,
  )
}

const factuality = async () => {
  const { module } = await runnerImport(join(root, 'test/gold/factuality.ts'))
  return ['first', 'second'].map((half) => {
    const judged = module.judgeCases(module.casesOf(`./factuality-${half}.txt`))
    const { macro, background, per } = module.scores(judged)
    const wrong = judged.filter((j) => j.found !== j.factuality || j.foundBackground !== j.background)
    const told = (kind, background) => (background ? `${kind}, background` : kind)
    return {
      system:
        half === 'first'
          ? 'aktenlage, the half it was tuned on'
          : 'aktenlage, the half written after the rules',
      figures: {
        cases: judged.length,
        macroF1: 100 * macro,
        backgroundF1: 100 * background,
        ...Object.fromEntries(Object.entries(per).map(([kind, f1]) => [kind, 100 * f1])),
      },
      worst: wrong
        .slice(0, worstCases)
        .map(
          (j) =>
            `${j.sentence} [${j.verb}] is ${told(j.factuality, j.background)}, read as ${told(j.found, j.foundBackground)}`,
        ),
    }
  })
}

/** Articles of 2.5 kB per CPU-second. */
const speed = () => {
  const figures = JSON.parse(script('bench/read.mjs', '--json'))
  const peer = (system, path, annotate) => ({
    system,
    figures: { perCpuSecond: readByPeer(path, 'speed.jsonl', annotate).perSecond },
    worst: [],
  })
  return [
    {
      system: 'aktenlage, to factuality',
      figures: {
        ...figures.toFactuality,
        times: figures.stages.time.steady,
        words: figures.stages.syntax.steady,
        names: figures.stages.entity.steady,
        readyCpuMs: figures.load.cpuMs,
        readyMegabytes: figures.load.megabytes,
      },
      worst: [],
    },
    peer('chrono-node, times alone', 'quotes/dev.jsonl.gz', (text, published) => ({
      times: chronoTimes(text, published?.slice(0, 10) ?? null),
    })),
    peer('de-compromise, words alone', 'quotes/dev.jsonl.gz', (text) => ({
      words: compromiseWords(text).size,
    })),
  ]
}

const tasks = {
  times: () => {
    const path = 'times/dev.jsonl.gz'
    const peer = readByPeer(path, 'chrono.jsonl', (text, published) => ({
      times: chronoTimes(text, published),
    }))
    return [
      scored('aktenlage', 'times.mjs', path, readBench(path, join(work, 'times.jsonl')), timeFigures),
      scored('chrono-node', 'times.mjs', path, peer.file, timeFigures),
    ]
  },
  quotes: () => {
    const path = 'quotes/dev.jsonl.gz'
    const file = readBench(path, join(work, 'quotes.jsonl'))
    return [scored('aktenlage', 'quotes.mjs', path, file, ['messageF1', 'speakerF1', 'jointF1', 'productF1'])]
  },
  names: () => {
    const path = 'entities/dev.jsonl.gz'
    const peer = readByPeer(path, 'names.jsonl', (text) => ({ entities: compromiseNames(text) }))
    const shipped = readBench(path, join(work, 'entities.jsonl'))
    return [
      ...(withFolds ? [foldedNames()] : []),
      scored('aktenlage as shipped, trained on these sentences', 'entities.mjs', path, shipped, nameFigures),
      scored('de-compromise', 'entities.mjs', path, peer.file, nameFigures),
    ]
  },
  words: async () => [...(withFolds ? [unseenWords()] : []), ...(await measureShippedWords())],
  factuality,
  seeds: () => {
    const { figures, worst } = score(
      'readings.mjs',
      join(shared, 'gold/seeds'),
      readSeeds(join(work, 'seeds.jsonl')),
      worstCases,
    )
    const names = ['timesF1', 'timesRangeF1', 'statementJointF1', 'statementSpeakerF1', 'entityF1', 'eventF1']
    return [
      {
        system: 'aktenlage',
        figures: chosen(
          figures,
          names.filter((one) => one in figures),
        ),
        worst,
      },
    ]
  },
  speed,
}

const unknown = only.find((name) => tasks[name] === undefined)
if (unknown !== undefined || !existsSync(shared)) {
  console.error(
    unknown === undefined
      ? '../shared is not here: nothing to measure with.'
      : `There is no ${unknown}; there are ${Object.keys(tasks).join(', ')}.`,
  )
  process.exit(2)
}
const results = {}
for (const name of only.length > 0 ? only : Object.keys(tasks)) {
  results[name] = await tasks[name]()
  if (flags.includes('--json')) continue
  console.log(`\n== ${name}`)
  for (const { system, figures, worst } of results[name]) {
    console.log(
      `${system}: ${Object.entries(figures)
        .map(([figure, value]) => `${figure} ${Number.isInteger(value) ? value : value.toFixed(1)}`)
        .join(', ')}`,
    )
    for (const one of worst) console.log(`  - ${one}`)
  }
}
if (flags.includes('--json')) console.log(JSON.stringify(results, null, 2))
rmSync(work, { recursive: true })
