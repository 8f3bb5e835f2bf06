/**
 * `npm test`: installs what is missing, builds, runs every test, and ends with one line:
 * `N passed, N failed, N skipped`. Arguments go to vitest.
 *
 * The browser tests use Debian's Chromium. Where there is none it is installed if that is possible (root and apt);
 * else they are skipped with a line that says so, or, with AKTENLAGE_BROWSER=required, the run fails.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { prepare, root, stopWith } from './prepare.mjs'

const run = (command, args) =>
  spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0

const installBrowser = () => {
  if (process.platform !== 'linux' || process.getuid() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  console.log('Installing Chromium for the browser tests (apt-get) …')
  const install = ['install', '-y', '-qq', '--no-install-recommends', 'chromium']
  process.env.DEBIAN_FRONTEND = 'noninteractive'
  return run('apt-get', install) || (run('apt-get', ['update', '-qq']) && run('apt-get', install))
}

await prepare()

// Only now: what it imports may just have been installed.
const { findChromium } = await import('./chromium.mjs')
let browser = findChromium()
if (browser === null && process.env.AKTENLAGE_CHROMIUM === undefined && installBrowser())
  browser = findChromium()
if (browser === null) {
  const message = 'no Chromium found; install it (apt-get install chromium) or set AKTENLAGE_CHROMIUM'
  if (process.env.AKTENLAGE_BROWSER === 'required') stopWith(`Browser tests cannot run: ${message}.`)
  console.log(`SKIPPED browser tests: ${message}.`)
}

const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const { status } = spawnSync(process.execPath, [vitest, 'run', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, AKTENLAGE_CHROMIUM: browser ?? '' },
})
process.exitCode = status ?? 1
