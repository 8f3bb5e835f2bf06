import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const here = existsSync(`${root}../shared/score/readings.mjs`)
const built = existsSync(`${root}dist/cli/main.js`)
const floors = JSON.parse(readFileSync(`${root}bench/floors.json`, 'utf8')) as Record<
  string,
  Record<string, number>
>

/** The quick ones; `npm run score` runs all. */
const quick = ['seeds', 'ledger', 'times', 'quotes', 'fundus']

/** No figure drops unseen. The texts and the scorers stay outside of the project. */
describe.skipIf(!here || !built)('figures stay above their floors (skipped without ../shared)', () => {
  it.each(quick)(
    '%s',
    (name) => {
      const { status, stdout, stderr } = spawnSync('node', ['scripts/score.mjs', name], {
        cwd: root,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      })
      expect(status, stdout + stderr).toBe(0)
      for (const figure of Object.keys(floors[name]!)) expect(stdout).toContain(`ok    ${figure} `)
    },
    600_000,
  )
})

it('there is a floor for every benchmark that has one', () => {
  expect(Object.keys(floors).length).toBeGreaterThanOrEqual(8)
})
