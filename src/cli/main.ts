#!/usr/bin/env node
/** The command line: gives the process's streams to a command and takes its exit code. */
import { languageOf } from './io.ts'
import { runProgram } from './program.ts'

// `aktenlage read … | head` ends when the reader has seen enough; that is no error.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })

/** The first signal asks the command to end in order; whoever asks twice does not want to wait. */
const catchInterrupts = (): AbortSignal => {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(signal === 'SIGINT' ? 130 : 143)
      stop.abort()
    })
  }
  return stop.signal
}

const args = process.argv.slice(2)
const languageAt = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
const given =
  languageAt < 0
    ? undefined
    : args[languageAt] === '--lang'
      ? args[languageAt + 1]
      : args[languageAt]!.slice('--lang='.length)

process.exitCode = await runProgram(args, {
  stdin: process.stdin,
  fetchAddress: async (url) => (await import('../acquire/fetch-page.ts')).fetchPage(url),
  write: (text) =>
    new Promise((resolve, reject) => {
      process.stdout.write(text, (error) => (error ? reject(error) : resolve()))
    }),
  log: (line) => void process.stderr.write(`${line}\n`),
  screen: process.stderr.isTTY ? process.stderr : null,
  language: languageOf(given, process.env),
  environment: process.env,
  now: () => new Date().toISOString(),
  catchInterrupts,
})
