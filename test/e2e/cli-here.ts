/** Runs a command line inside the test: the same code with streams of our own, without the start of a process. */
import { Readable } from 'node:stream'
import { languageOf } from '../../src/cli/io.ts'
import { runProgram } from '../../src/cli/program.ts'
import type { CliOptions, CliResult } from './cli-process.ts'

export const runHere = async (
  args: readonly string[],
  options: Pick<CliOptions, 'input' | 'environment'> & {
    readonly pages?: Readonly<Record<string, string>>
  } = {},
): Promise<CliResult> => {
  let stdout = ''
  let stderr = ''
  const environment = options.environment ?? {}
  const languageAt = args.indexOf('--lang')
  const code = await runProgram(args, {
    stdin: Readable.from([Buffer.from(options.input ?? '')]),
    fetchAddress: async (url) => {
      const page = options.pages?.[url]
      if (page === undefined) throw new Error('HTTP 404')
      return { bytes: Buffer.from(page), url }
    },
    write: async (text) => {
      // Bytes are given as Latin-1, one character a byte.
      stdout += typeof text === 'string' ? text : Buffer.from(text).toString('latin1')
    },
    log: (line) => {
      stderr += `${line}\n`
    },
    screen: null,
    language: languageOf(languageAt < 0 ? undefined : args[languageAt + 1], environment),
    environment,
    now: () => '2026-01-02T03:04:05.000Z',
    catchInterrupts: () => new AbortController().signal,
  })
  return { code, signal: null, stdout, stderr }
}
