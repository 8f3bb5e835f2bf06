/**
 * A PostgreSQL server for one test file: its own folder, a socket instead of a port, gone at the end. Without the
 * server's programs the tests are skipped, unless AKTENLAGE_POSTGRES=required.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const installed = '/usr/lib/postgresql'

const folderOfPrograms = (): string | null => {
  const versions = existsSync(installed)
    ? readdirSync(installed)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(installed, version, 'bin'))
    : []
  const all = [...versions, ...(process.env.PATH ?? '').split(':')]
  return (
    all.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ?? null
  )
}

/** The server refuses to run as root; somebody else of this machine does it then. */
const somebodyElse = (): { readonly uid: number; readonly gid: number } | null => {
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((option) => spawnSync('id', [option, name], { encoding: 'utf8' }))
    if (uid?.status === 0 && gid?.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  }
  return null
}

const programs = folderOfPrograms()
const runner: { readonly uid?: number; readonly gid?: number } | null =
  process.getuid?.() === 0 ? somebodyElse() : {}

export const withoutPostgres: string | null =
  programs === null
    ? 'initdb and postgres are not on this machine (Debian: apt-get install postgresql)'
    : runner === null
      ? 'run by root, and there is no user postgres or nobody to run the server'
      : null
if (withoutPostgres !== null && process.env.AKTENLAGE_POSTGRES === 'required')
  throw new Error(withoutPostgres)

export interface PostgresServer {
  /** Address of a schema, made when first opened. */
  address(schema?: string): string
  query(statement: string): string
  /** Stops it without any ceremony, as a power cut would. */
  kill(): Promise<void>
  start(): Promise<void>
  stop(): Promise<void>
}

export const startPostgres = async (): Promise<PostgresServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'aktenlage-postgres-'))
  const data = join(folder, 'data')
  mkdirSync(data, { mode: 0o700 })
  const as = { cwd: folder, ...runner }
  if (runner?.uid !== undefined) for (const one of [folder, data]) chownSync(one, runner.uid, runner.gid!)
  const program = (name: string): string => join(programs!, name)
  execFileSync(
    program('initdb'),
    ['-D', data, '-U', 'aktenlage', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...as, stdio: 'pipe' },
  )
  let server: ChildProcess | null = null
  const query = (statement: string): string =>
    execFileSync(
      existsSync(program('psql')) ? program('psql') : 'psql',
      ['-h', folder, '-U', 'aktenlage', '-d', 'postgres', '-XAtqc', statement],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
    ).trim()
  const ended = (): Promise<void> =>
    new Promise((resolve) => {
      if (server === null || server.exitCode !== null || server.signalCode !== null) resolve()
      else server.once('exit', () => resolve())
    })
  const start = async (): Promise<void> => {
    server = spawn(program('postgres'), ['-D', data, '-k', folder, '-c', 'listen_addresses='], {
      ...as,
      stdio: 'ignore',
    })
    for (let attempt = 0; ; attempt++) {
      try {
        query('SELECT 1')
        return
      } catch (error) {
        if (attempt > 300 || server.exitCode !== null) throw error
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    }
  }
  await start()
  return {
    address: (schema = 'aktenlage') =>
      `postgres://aktenlage@localhost/postgres?host=${folder}&schema=${schema}`,
    query,
    kill: async () => {
      server!.kill('SIGQUIT')
      await ended()
    },
    start,
    stop: async () => {
      server!.kill('SIGINT')
      await ended()
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    },
  }
}
