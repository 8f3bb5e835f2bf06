/**
 * Makes a fresh clone, or one left half-way, ready to run: installs what is missing, builds what is out of date.
 * Built-in modules only: it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../', import.meta.url))
const at = (...parts) => join(root, ...parts)

/** Says what to do and ends. */
export const stopWith = (message) => {
  console.error(message)
  process.exit(1)
}

const leastNode = [20, 19]

const checkNode = () => {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < leastNode[0] || (major === leastNode[0] && minor < leastNode[1]))
    stopWith(`Aktenlage needs Node ${leastNode.join('.')} or newer; this is ${process.versions.node}.`)
}

const readJson = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

/** Whether a package of the lockfile is for this machine. */
const wanted = ({ os, cpu, optional }) => {
  const allows = (list, name) =>
    list === undefined ||
    list.includes(name) ||
    (list.some((one) => one[0] === '!') && !list.includes(`!${name}`))
  return allows(os, process.platform) && allows(cpu, process.arch) && !optional
}

/**
 * npm writes its own lockfile into node_modules when it is done, so an interrupted install has none, or an old one.
 * Files may also have been deleted since.
 */
const isInstalled = () => {
  const lock = readJson(at('package-lock.json'))
  const done = readJson(at('node_modules/.package-lock.json'))
  if (lock === null || done === null) return false
  return Object.entries(lock.packages).every(([path, entry]) => {
    if (path === '') return true
    const there = done.packages[path]
    if (there === undefined) return !wanted(entry)
    return there.version === entry.version && existsSync(at(path, 'package.json'))
  })
}

const npm = (args) => {
  // npm names itself to its scripts; without it (node scripts/start.mjs) the one on the path is taken.
  const cli = process.env.npm_execpath
  return cli !== undefined && /\.c?js$/u.test(cli)
    ? spawnSync(process.execPath, [cli, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
    : spawnSync('npm', args, {
        cwd: root,
        stdio: ['ignore', 'inherit', 'inherit'],
        shell: process.platform === 'win32',
      })
}

const install = () => {
  if (isInstalled()) return
  if (existsSync(at('node_modules')) && lstatSync(at('node_modules')).isSymbolicLink())
    stopWith('node_modules is a link and lacks packages; run npm ci where it points to.')
  console.log('Installing packages (npm ci) …')
  const { status } = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  if (status !== 0 || !isInstalled())
    stopWith(
      'The packages could not be installed. Check that the npm registry can be reached, then start again.',
    )
}

/** What a build is made from. */
const sources = ['src', 'web', 'scripts', 'package-lock.json', 'package.json', 'tsconfig.json']

const sourceState = () => {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0])
  const add = (path) => {
    const info = statSync(at(path))
    if (info.isDirectory()) for (const name of readdirSync(at(path)).sort()) add(join(path, name))
    else hash.update(`${path} ${info.size} ${info.mtimeMs}\n`)
  }
  for (const path of sources) if (existsSync(at(path))) add(path)
  return hash.digest('hex')
}

const build = () => {
  const mark = at('dist/.built')
  const state = sourceState()
  if (existsSync(mark) && readFileSync(mark, 'utf8') === state) return
  console.log('Building …')
  // Without its mark a build that stops half-way counts as none.
  rmSync(mark, { force: true })
  const { status } = npm(['run', '--silent', 'build'])
  if (status !== 0) stopWith('The build failed; see above.')
  writeFileSync(mark, state)
}

const isAlive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Two starts at once would take each other's files away: the second waits. */
const lockFolder = async () => {
  mkdirSync(at('.aktenlage'), { recursive: true })
  const lock = at('.aktenlage/prepare.lock')
  for (let waited = 0; ; waited++) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      const owner = Number(existsSync(lock) ? readFileSync(lock, 'utf8') : 0)
      // Whoever was killed between making the file and writing into it leaves it empty.
      const isLeft = owner > 0 ? !isAlive(owner) : waited > 25
      if (isLeft) rmSync(lock, { force: true })
      else if (waited === 0) console.log('Another start is installing or building; waiting …')
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
  const unlock = () => rmSync(lock, { force: true })
  process.once('exit', unlock)
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130))
  return unlock
}

export const prepare = async () => {
  checkNode()
  const unlock = await lockFolder()
  try {
    install()
    build()
  } finally {
    unlock()
    process.removeAllListeners('SIGINT')
    process.removeAllListeners('SIGTERM')
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await prepare()
