/** What `npm run score` and `npm run bench:german` share: readings of the benchmarks, and the scorers of `../shared/score`. */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

export const root = fileURLToPath(new URL('../', import.meta.url))
export const shared = join(root, '../shared')
export const cli = join(root, 'dist/cli/main.js')
export const big = 1024 * 1024 * 1024
export const bench = (path) => join(shared, 'bench', path)

/** Readings of a benchmark file by the built command line, written to `out` as JSON Lines. */
export const readBench = (path, out) => {
  const rows = gunzipSync(readFileSync(bench(path)))
  const result = spawnSync('node', [cli, 'read', '--json', '--jsonl', '-'], { input: rows, maxBuffer: big })
  if (result.status !== 0) process.stderr.write(result.stderr)
  writeFileSync(out, result.stdout)
  return out
}

/** Readings of the five seed reports, written to `out`. */
export const readSeeds = (out) => {
  const result = spawnSync('node', [cli, 'read', '--json', join(shared, 'seeds')], { maxBuffer: big })
  if (result.status !== 0) process.stderr.write(result.stderr)
  writeFileSync(out, result.stdout)
  return out
}

/** The table that a scorer prints, its figures, the worst `list` cases, and what it complains of. */
export const score = (scorer, gold, predictions, list = null) => {
  const more = list === null ? [] : ['--list', String(list)]
  const result = spawnSync(
    'node',
    [join(shared, 'score', scorer), '--gold', gold, '--pred', predictions, ...more],
    { encoding: 'utf8', maxBuffer: big },
  )
  const lines = result.stdout.trimEnd().split('\n')
  return {
    table: lines.slice(0, -1).join('\n'),
    figures: JSON.parse(lines.at(-1)),
    worst: lines.filter((line) => line.startsWith('  - ')).map((line) => line.slice(4)),
    complaints: result.stderr,
  }
}
