/** What commander says of a command line that cannot be understood, in the user's language. */
import type { Command, CommanderError } from 'commander'
import { type Io, say } from './io.ts'
import type { MessageKey } from './messages.ts'

const messageOf: Readonly<Record<string, MessageKey>> = {
  'commander.unknownOption': 'unknownOption',
  'commander.unknownCommand': 'unknownCommand',
  'commander.missingArgument': 'missingArgument',
  'commander.optionMissingArgument': 'optionMissing',
  'commander.excessArguments': 'excessArguments',
  'commander.invalidArgument': 'invalidArgument',
}

/** Commander tells these only in its sentences: error: option '--x <n>' argument '0' is invalid. Allowed choices are … */
const invalid =
  /(?:option '(?<option>[^']*)' argument '(?<given>[^']*)'|value '(?<value>[^']*)' is invalid for argument '(?<argument>[^']*)')/u
const possible = /is invalid[^.]*\. (?:Allowed choices are )?(?<possible>.+?)\.?$/u
const guess = /Did you mean (?:one of )?(?<guess>[^?]+)\?/u

/** The command that was being read, with the group that it is in. */
const commandOf = (program: Command, args: readonly string[]): string => {
  const names = [program.name()]
  let at = program
  for (const arg of args) {
    const next = at.commands.find((command) => command.name() === arg)
    if (next === undefined) continue
    names.push(arg)
    at = next
  }
  return names.join(' ')
}

/** One line: what is wrong, what would be right, where to look. */
export const usageErrorText = (
  error: CommanderError,
  program: Command,
  args: readonly string[],
  { language }: Pick<Io, 'language'>,
): string => {
  const key = messageOf[error.code]
  const named = invalid.exec(error.message)?.groups
  const details = {
    what: named?.option ?? named?.argument ?? /'(?<what>[^']*)'/u.exec(error.message)?.groups?.what ?? '',
    value: named?.given ?? named?.value ?? '',
    possible: possible.exec(error.message)?.groups?.possible ?? '',
  }
  const meant = guess.exec(error.message)?.groups?.guess
  return [
    key === undefined ? error.message : say(language, key, details),
    ...(meant === undefined ? [] : [say(language, 'didYouMean', { meant })]),
    say(language, 'seeHelp', { command: commandOf(program, args) }),
  ].join(' ')
}
