/** Runs the built command line as a user would. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const cli = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
if (!existsSync(cli)) throw new Error('The end-to-end tests run what is built: npm run build')

export interface CliResult {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface CliOptions {
  readonly input?: string | Uint8Array
  readonly environment?: Readonly<Record<string, string>>
  readonly cwd?: string
  /** Called with the child as soon as it runs. */
  readonly started?: (child: ReturnType<typeof spawn>) => void
  readonly command?: readonly string[]
}

const cleanEnvironment = { PATH: process.env.PATH ?? '', HOME: '/nonexistent', LC_ALL: 'C' }

export const runCli = (args: readonly string[], options: CliOptions = {}): Promise<CliResult> =>
  new Promise((resolve, reject) => {
    const [command = process.execPath, ...before] = options.command ?? []
    const child = spawn(command, [...before, ...(options.command ? [process.execPath] : []), cli, ...args], {
      cwd: options.cwd,
      env: { ...cleanEnvironment, ...options.environment },
    })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', reject)
    child.on('close', (code, signal) =>
      resolve({
        code,
        signal,
        stdout: Buffer.concat(out).toString('utf8'),
        stderr: Buffer.concat(err).toString('utf8'),
      }),
    )
    // A command that ends early does not read everything.
    child.stdin.on('error', () => undefined)
    child.stdin.end(options.input ?? '')
    options.started?.(child)
  })

export const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '')
export const rows = <T>(text: string): T[] => lines(text).map((line) => JSON.parse(line) as T)
