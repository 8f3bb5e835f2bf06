/**
 * Runs the scorers of `../shared/score` on what the built command line reads, and compares with
 * `bench/floors.json`.
 *
 *   node scripts/score.mjs [NAME…] [--list N] [--keep]     names: seeds ledger times quotes entities fundus …
 *
 * Exit status 1 below a floor, 0 with a line that says so where `../shared` is not there.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bench, big, cli, readBench, readSeeds, root, score, shared } from './scoring.mjs'

const args = process.argv.slice(2)
const listAt = args.indexOf('--list')
const list = listAt < 0 ? null : args[listAt + 1]
const names = args.filter((a, i) => !a.startsWith('--') && (listAt < 0 || i !== listAt + 1))

if (!existsSync(shared)) {
  console.log('../shared is not here: nothing to score against.')
  process.exit(0)
}
const work = mkdtempSync(join(tmpdir(), 'aktenlage-score-'))
const floors = JSON.parse(readFileSync(join(root, 'bench/floors.json'), 'utf8'))

/** Readings of a benchmark file, kept with the others of this run. */
const readingsOf = (path, out) => readBench(path, join(work, out))

const seedDays = ['2023-12-07', '2023-12-31', '2024-01-15', '2024-05-01', '2025-07-31']

const runs = {
  seeds: () => {
    readSeeds(join(work, 'seeds.jsonl'))
    return ['readings.mjs', join(shared, 'gold/seeds'), join(work, 'seeds.jsonl')]
  },
  ledger: () => {
    const folder = join(work, 'ledger')
    mkdirSync(folder)
    const db = join(work, 'seeds.db')
    execFileSync('node', [cli, 'add', '--db', db, join(shared, 'seeds')], { stdio: 'pipe' })
    const ledger = (...more) =>
      execFileSync('node', [cli, 'ledger', '--json', '--db', db, ...more], { maxBuffer: big })
    writeFileSync(join(folder, 'final.json'), ledger())
    for (const day of seedDays) writeFileSync(join(folder, `asof-${day}.json`), ledger('--as-of', day))
    return ['ledger.mjs', join(shared, 'gold/seeds/ledger.gold.json'), folder]
  },
  times: () => ['times.mjs', bench('times/dev.jsonl.gz'), readingsOf('times/dev.jsonl.gz', 'times.jsonl')],
  quotes: () => [
    'quotes.mjs',
    bench('quotes/dev.jsonl.gz'),
    readingsOf('quotes/dev.jsonl.gz', 'quotes.jsonl'),
  ],
  entities: () => [
    'entities.mjs',
    bench('entities/dev.jsonl.gz'),
    readingsOf('entities/dev.jsonl.gz', 'entities.jsonl'),
  ],
  fundus: () => [
    'articles.mjs',
    bench('articles/fundus-de-dev.jsonl.gz'),
    readingsOf('articles/fundus-de-dev.jsonl.gz', 'fundus.jsonl'),
  ],
  scrapinghub: () => [
    'articles.mjs',
    bench('articles/scrapinghub-dev.jsonl.gz'),
    readingsOf('articles/scrapinghub-dev.jsonl.gz', 'scrapinghub.jsonl'),
  ],
  segments: () => [
    'segments.mjs',
    bench('articles/segments-dev.jsonl.gz'),
    readingsOf('articles/segments-dev.jsonl.gz', 'segments.jsonl'),
  ],
  dates: () => [
    'dates.mjs',
    bench('articles/dates-dev.jsonl.gz'),
    readingsOf('articles/dates-dev.jsonl.gz', 'dates.jsonl'),
  ],
}

let below = 0
for (const name of names.length > 0 ? names : Object.keys(runs)) {
  if (runs[name] === undefined) {
    console.error(`There is no run ${name}; there are ${Object.keys(runs).join(', ')}.`)
    process.exit(2)
  }
  const [scorer, gold, pred] = runs[name]()
  const { table, figures, complaints } = score(scorer, gold, pred, list)
  console.log(`\n== ${name}\n${table}`)
  if (complaints) console.log(complaints)
  for (const [figure, floor] of Object.entries(floors[name] ?? {})) {
    const ok = figures[figure] >= floor
    if (!ok) below++
    console.log(`  ${ok ? 'ok   ' : 'BELOW'} ${figure} ${figures[figure]} (floor ${floor})`)
  }
}
if (args.includes('--keep')) console.log(`\nKept in ${work}`)
else rmSync(work, { recursive: true })
if (below > 0) {
  console.log(`\n${below} figures below their floor.`)
  process.exit(1)
}
