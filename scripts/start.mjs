/**
 * `npm start`: from a fresh clone to a dossier in the browser. Installs, builds, reads the sample reports into
 * `.aktenlage/samples.sqlite` and serves them on loopback. A second start says where the first one is.
 *
 *     npm start                        the sample dossier
 *     npm start -- --db ukraine.sqlite your own data file
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { prepare, root, stopWith } from './prepare.mjs'

const args = process.argv.slice(2)
const dbAt = args.indexOf('--db')
const own = dbAt >= 0 ? args[dbAt + 1] : process.env.AKTENLAGE_DB
const file = own === undefined ? join(root, '.aktenlage/samples.sqlite') : resolve(own)
const rest = dbAt >= 0 ? args.toSpliced(dbAt, 2) : args

await prepare()

const cli = join(root, 'dist/cli/main.js')
const running = join(root, '.aktenlage/server.json')

/** Where a server of the same data file answers, or null. */
const runningAt = async () => {
  if (!existsSync(running)) return null
  try {
    const { address, file: served } = JSON.parse(readFileSync(running, 'utf8'))
    if (served !== file) return null
    const answer = await fetch(new URL('api/health', address), { signal: AbortSignal.timeout(2000) })
    return answer.ok ? address : null
  } catch {
    return null
  }
}

const there = await runningAt()
if (there !== null) {
  console.log(`Aktenlage is running already: ${there}`)
  process.exit(0)
}

if (own === undefined) {
  const { status } = spawnSync(process.execPath, [cli, 'add', '--db', file, 'samples/reports'], {
    // From here, so that the reports are called the same wherever the clone lies.
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) stopWith('The sample reports could not be read; see above.')
}

const server = spawn(process.execPath, [cli, 'serve', '--db', file, '--write', ...rest], {
  stdio: ['ignore', 'pipe', 'inherit'],
})
let told = ''
server.stdout.on('data', (chunk) => {
  process.stdout.write(chunk)
  told += chunk
  const address = /http:\/\/\S+?\/(?=\s)/u.exec(told)?.[0]
  if (address !== undefined && !existsSync(running))
    writeFileSync(running, JSON.stringify({ address, file, pid: server.pid }))
})
rmSync(running, { force: true })
// The terminal sends the signal to both; the server ends in order and we with it.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.on('exit', (code, signal) => {
  rmSync(running, { force: true })
  process.exitCode = signal === null ? (code ?? 0) : 1
})
