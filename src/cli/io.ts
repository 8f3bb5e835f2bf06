/** What a command may touch of the outside: streams, clock, environment. Tests give their own. */
import type { Readable, Writable } from 'node:stream'
import type { Language } from '../core/errors.ts'
import { fillIn } from '../core/errors.ts'
import type { FetchAddress } from '../run/input.ts'
import { type MessageKey, messages } from './messages.ts'

export interface Io {
  readonly stdin: Readable
  /** Writes to standard output and waits where the reader is slower. */
  write(text: string | Uint8Array): Promise<void>
  /** Fetches the page at an address that the user names. */
  readonly fetchAddress: FetchAddress
  /** A line on standard error. */
  log(line: string): void
  /** Standard error as it is, for a progress line; null where nobody watches. */
  readonly screen: Writable | null
  readonly language: Language
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The clock: an instant in UTC. */
  now(): string
  /** From here on an interrupt does not end the process; the signal tells of it. */
  catchInterrupts(): AbortSignal
}

/** `{count|Bericht|Berichte}` takes the word that fits the number. */
const plural = (template: string, details: Readonly<Record<string, string | number>>): string =>
  template.replaceAll(
    /\{(?<name>[a-zA-Z]+)\|(?<one>[^|}]*)\|(?<many>[^|}]*)\}/gu,
    (_, name: string, one: string, many: string) => (Number(details[name]) === 1 ? one : many),
  )

export const say = (
  language: Language,
  key: MessageKey,
  details: Readonly<Record<string, string | number>> = {},
): string => fillIn(plural(messages[key][language], details), details)

/** `--lang`, else the locale of the environment as POSIX has it. */
export const languageOf = (
  given: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Language => {
  const locale = given || environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || ''
  return /^de(?![a-z])/iu.test(locale) ? 'de' : 'en'
}
