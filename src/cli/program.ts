/** Which commands there are and what they take. Each is loaded when it runs, so that --help is quick. */
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { asAktenlageError, errorText, exitCodes, failure } from '../core/errors.ts'
import { exportNames } from '../export/names.ts'
import { type Io, say } from './io.ts'
import type { MessageKey } from './messages.ts'
import { usageErrorText } from './usage-error.ts'

/** Options that every command takes. */
export interface CommonOptions {
  readonly db?: string
  readonly codebook?: string
  readonly lang?: string
}

/** `2025-02-31` has the form of a day and is none. */
const isDay = (value: string): boolean => {
  const time = Date.parse(`${value}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value)
}

const day = (value: string): string => {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(value) || !isDay(value)) throw failure('INPUT_DATE', { value })
  return value
}

/** A year, a month, a day, a time of day, or an interval of these, possibly open at one end. */
const edtf = (value: string): string => {
  const one = String.raw`\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?)?)?[?~%]?`
  if (!new RegExp(`^(?:${one}|(?:${one}|\\.\\.)/(?:${one}|\\.\\.))$`, 'u').test(value))
    throw failure('INPUT_DATE', { value })
  return value
}

const count =
  (least: number, most: number) =>
  (value: string): number => {
    const number = Number(value)
    if (!Number.isInteger(number) || number < least || number > most)
      throw new InvalidArgumentError(`${least} … ${most}`)
    return number
  }

const settable = ['published', 'title', 'publisher', 'agency'] as const

const build = (io: Io, done: (exitCode: number) => void): Command => {
  const text = (key: MessageKey): string => say(io.language, key)
  const styled = (command: Command): Command =>
    command
      .helpOption('-h, --help', text('helpOption'))
      .configureHelp({
        showGlobalOptions: true,
        // What can be chosen stands in the description, in the user's language; commander would add it in English.
        optionDescription: ({ description }) => description,
        argumentDescription: ({ description }) => description,
        styleTitle: (title) =>
          ({
            'Usage:': text('usage'),
            'Arguments:': text('arguments'),
            'Options:': text('options'),
            'Global Options:': text('globalOptions'),
            'Commands:': text('commands'),
          })[title] ?? title,
      })
      .configureOutput({
        writeOut: (out) => void io.write(out),
        writeErr: (out) => io.log(out.trimEnd()),
        // Usage errors are told by `runProgram`, in the user's language.
        outputError: () => undefined,
      })
      .exitOverride()

  const program = styled(new Command('aktenlage'))
    .description(text('program'))
    .helpCommand('help [command]', text('helpCommand'))
    .option('-V, --version', text('versionOption'))
    .option('--db <file>', text('optDb'))
    .option('--codebook <file>', text('optCodebook'))
    .addOption(new Option('--lang <language>', text('optLang')).choices(['de', 'en']))
    .addHelpText('after', `\n${text('moreHelp')}\n\n${text('exitCodes')}`)

  const command = (
    name: string,
    help: MessageKey,
    examples: readonly string[],
    parent = program,
  ): Command => {
    const made = styled(parent.command(name)).description(text(help))
    const title = text(examples.length === 1 ? 'example' : 'examples')
    if (examples.length > 0)
      made.addHelpText('after', `\n${title}\n${examples.map((example) => `  ${example}`).join('\n')}`)
    return made
  }
  /** Runs a command with its options, those of the program included. */
  const runs = <Input>(
    made: Command,
    toInput: (args: readonly unknown[], options: Record<string, unknown>) => Input,
    load: () => Promise<(input: Input & CommonOptions, io: Io) => Promise<number>>,
  ): void => {
    made.action(async (...all: unknown[]) => {
      const options = made.optsWithGlobals() as Record<string, unknown>
      const args = all.slice(0, -2)
      const run = await load()
      done(await run({ ...(options as CommonOptions), ...toInput(args, options) }, io))
    })
  }
  const clockOption = (): Option =>
    new Option('--clock <clock>', text('optClock')).choices(['published', 'captured'])
  /** Only reports that were out on a day; decisions change nothing about that. */
  const outOptions = (made: Command): Command =>
    made.option('--as-of <day>', text('optAsOf'), day).addOption(clockOption())
  const asOfOptions = (made: Command): Command =>
    outOptions(made).addOption(
      new Option('--decisions <which>', text('optDecisions')).choices(['today', 'as-of']),
    )
  /** Commands that read reports, and so with the registers of the user. */
  const readsReports = (made: Command): Command => made.addHelpText('after', `\n${text('moreRegisters')}`)
  const inputOptions = (made: Command): Command =>
    readsReports(made)
      .argument('<inputs...>', text('argInputs'))
      .option('--jsonl', text('optJsonl'))
      .option('--published <date>', text('optPublished'), edtf)
      .option('-j, --threads <n>', text('optThreads'), count(1, 256))
  const nothing = () => ({})
  const with1 =
    <Name extends string>(name: Name) =>
    ([value]: readonly unknown[]) =>
      // What it is, the argument's declaration above says.
      ({ [name]: value }) as Record<Name, never>

  runs(
    inputOptions(
      command('read', 'helpRead', [
        'aktenlage read bericht.html',
        'zcat korpus.jsonl.gz | aktenlage read --jsonl -j 2 - > lesungen.jsonl',
      ]),
    )
      .option('--json', text('optJsonRead'))
      .addOption(new Option('--layers <names>', text('optLayers')).choices(['tokens'])),
    with1('inputs'),
    async () => (await import('./commands/read.ts')).runRead,
  )
  runs(
    inputOptions(
      command('add', 'helpAdd', [
        'aktenlage add berichte/',
        'aktenlage add --jsonl --db ukraine.sqlite korpus.jsonl.gz',
      ]),
    ).option('--json', text('optJson')),
    with1('inputs'),
    async () => (await import('./commands/add.ts')).runAdd,
  )
  runs(
    asOfOptions(
      command('ledger', 'helpLedger', [
        'aktenlage ledger --as-of 2025-07-03',
        'aktenlage ledger --json > register.json',
      ]),
    ).option('--json', text('optJson')),
    nothing,
    async () => (await import('./commands/ledger.ts')).runLedger,
  )
  runs(
    asOfOptions(
      command('show', 'helpShow', ['aktenlage show c-7f3a', 'aktenlage show r-4201 --lang de']).argument(
        '<id>',
        text('argId'),
      ),
    ).option('--json', text('optJson')),
    with1('id'),
    async () => (await import('./commands/show.ts')).runShow,
  )
  runs(
    command('versions', 'helpVersions', [
      'aktenlage versions r-4201',
      'aktenlage versions https://blatt.example/bericht',
    ])
      .argument('<report>', text('argReport'))
      .option('--json', text('optJson')),
    with1('id'),
    async () => (await import('./commands/versions.ts')).runVersions,
  )
  runs(
    outOptions(
      command('search', 'helpSearch', [
        'aktenlage search Verteidigung',
        'aktenlage search Patriot --as-of 2025-07-03 --json',
      ]).argument('<words...>', text('argWords')),
    )
      .option('--limit <n>', text('optLimit'), count(1, 1000))
      .option('--json', text('optJsonLines')),
    with1('words'),
    async () => (await import('./commands/search.ts')).runSearch,
  )
  runs(
    asOfOptions(
      command('list', 'helpList', [
        'aktenlage list reports --as-of 2025-07-03',
        'aktenlage list stories --json',
      ]).addArgument(
        new Argument('<what>', text('argWhat')).choices(['reports', 'stories', 'contradictions', 'sources']),
      ),
    )
      .option('--limit <n>', text('optLimit'), count(1, 1_000_000))
      .option('--json', text('optJsonLines')),
    with1('what'),
    async () => (await import('./commands/list.ts')).runList,
  )
  runs(
    command('diff', 'helpDiff', ['aktenlage diff 2025-07-01 2025-07-10'])
      .argument('<from>', text('argFrom'), day)
      .argument('<to>', text('argTo'), day)
      .addOption(clockOption())
      .option('--json', text('optJson')),
    ([from, to]) => ({ from: from as string, to: to as string }),
    async () => (await import('./commands/diff.ts')).runDiff,
  )
  runs(
    asOfOptions(
      readsReports(
        command('explain', 'helpExplain', ['aktenlage explain bericht.html', 'aktenlage explain c-7f3a']),
      ).argument('<id|file>', text('argIdOrFile')),
    ).option('--json', text('optJson')),
    with1('id'),
    async () => (await import('./commands/explain.ts')).runExplain,
  )
  runs(
    command('case', 'helpCase', ['aktenlage case seite.html --note "Teaser im Text"'])
      .argument('<file>', text('argFile'))
      .option('--into <folder>', text('optInto'), 'test/cases')
      .option('--name <name>', text('optCaseName'))
      .option('--note <text>', text('optNote'))
      .option('--url <address>', text('optUrl'))
      .option('--entry <n>', text('optEntry'), count(1, 1_000_000)),
    ([file], options) => ({ file: file as string, into: options.into as string }),
    async () => (await import('./commands/case.ts')).runCase,
  )
  runs(
    command('verify', 'helpVerify', ['aktenlage verify']).option('--json', text('optJson')),
    nothing,
    async () => (await import('./commands/verify.ts')).runVerify,
  )
  runs(
    readsReports(command('rebuild', 'helpRebuild', ['aktenlage rebuild -j 2'])).option(
      '-j, --threads <n>',
      text('optThreads'),
      count(1, 256),
    ),
    nothing,
    async () => (await import('./commands/rebuild.ts')).runRebuild,
  )
  runs(
    command('set', 'helpSet', [
      'aktenlage set r-4201 --published 2025-07-02 --publisher "Die Zeitung"',
      'aktenlage set r-4201 --undo published',
    ])
      .argument('<report>', text('argReport'))
      .option('--published <date>', text('optSetDate'), edtf)
      .option('--title <text>', text('optSetTitle'))
      .option('--publisher <name>', text('optSetPublisher'))
      .option('--agency <name>', text('optSetAgency'))
      .addOption(new Option('--none <field>', text('optSetNone')).choices([...settable]))
      .addOption(new Option('--undo <field>', text('optSetUndo')).choices([...settable]))
      .option('--by <who>', text('optBy')),
    with1('report'),
    async () => (await import('./commands/set.ts')).runSet,
  )
  runs(
    command('withdraw', 'helpWithdraw', ['aktenlage withdraw r-4201 --reason "doppelt erfasst"'])
      .argument('<report>', text('argReport'))
      .option('--reason <text>', text('optReason')),
    with1('report'),
    async () => (await import('./commands/withdraw.ts')).runWithdraw,
  )
  runs(
    command('backup', 'helpBackup', ['aktenlage backup sicherung.sqlite']).argument(
      '<file>',
      text('argTarget'),
    ),
    with1('target'),
    async () => (await import('./commands/backup.ts')).runBackup,
  )

  runs(
    readsReports(
      command('serve', 'helpServe', ['aktenlage serve', 'aktenlage serve --port 8080 --db ukraine.sqlite']),
    )
      .option('--port <n>', text('optPort'), count(0, 65_535))
      .option('--host <name>', text('optHost'))
      .option('--write', text('optWrite')),
    nothing,
    async () => (await import('./commands/serve.ts')).runServe,
  )

  runs(
    asOfOptions(
      command('export', 'helpExport', [
        'aktenlage export csv --bom --semicolon > register.csv',
        'aktenlage export xlsx --as-of 2025-07-03 > register.xlsx',
        'aktenlage export markdown --of c-7f3a > dossier.md',
      ]).addArgument(new Argument('<format>', text('argFormat')).choices([...exportNames])),
    )
      .option('--of <id>', text('optOf'))
      .option('--bom', text('optBom'))
      .option('--semicolon', text('optSemicolon')),
    with1('format'),
    async () => (await import('./commands/export.ts')).runExport,
  )
  const importing = command('import', 'helpImport', ['aktenlage import kiel Ukraine_Support_Tracker.xlsx'])
  runs(
    asOfOptions(
      command(
        'kiel',
        'helpImportKiel',
        ['aktenlage import kiel Ukraine_Support_Tracker.xlsx'],
        importing,
      ).argument('<file>', text('argWorkbook')),
    )
      .option('--all', text('optAll'))
      .option('--json', text('optJson')),
    with1('file'),
    async () => (await import('./commands/import.ts')).runImportKiel,
  )

  const codebook = command('codebook', 'helpCodebook', ['aktenlage codebook test eigenes.yaml'])
  runs(
    command(
      'test',
      'helpCodebookTest',
      ['aktenlage codebook test', 'aktenlage codebook test eigenes.yaml'],
      codebook,
    )
      .argument('[file]', text('optCodebook'))
      .option('--json', text('optJson')),
    with1('file'),
    async () => (await import('./commands/codebook.ts')).runCodebookTest,
  )

  const token = command('token', 'helpToken', ['aktenlage token list'])
  runs(
    command(
      'create',
      'helpTokenCreate',
      ['aktenlage token create redaktion', 'aktenlage token create feedreader --read-only'],
      token,
    )
      .argument('<name>', text('argName'))
      .option('--read-only', text('optReadOnly')),
    with1('name'),
    async () => (await import('./commands/token.ts')).runTokenCreate,
  )
  runs(
    command('revoke', 'helpTokenRevoke', ['aktenlage token revoke redaktion'], token).argument(
      '<name>',
      text('argName'),
    ),
    with1('name'),
    async () => (await import('./commands/token.ts')).runTokenRevoke,
  )
  runs(
    command('list', 'helpTokenList', ['aktenlage token list'], token).option('--json', text('optJson')),
    nothing,
    async () => (await import('./commands/token.ts')).runTokenList,
  )
  return program
}

/** Runs a command line. Whatever goes wrong ends as a message and an exit code. */
export const runProgram = async (args: readonly string[], io: Io): Promise<number> => {
  let exitCode = 0
  const program = build(io, (code) => {
    exitCode = code
  })
  if (args[0] === '--version' || args[0] === '-V') {
    const { packageVersion } = await import('../run/engine.ts')
    await io.write(`${packageVersion()}\n`)
    return 0
  }
  try {
    if (args.length === 0) {
      program.outputHelp()
      return 0
    }
    await program.parseAsync([...args], { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0
      // A group of commands named without one: commander has shown what there is.
      if (error.code === 'commander.help') return exitCodes.input
      io.log(`aktenlage: ${usageErrorText(error, program, args, io)}`)
      return exitCodes.input
    }
    const known = asAktenlageError(error)
    io.log(`aktenlage: ${errorText(known, io.language)} [${known.code}]`)
    if (known.errorClass === 'bug' && known.cause instanceof Error && io.environment.AKTENLAGE_TRACE)
      io.log(known.cause.stack ?? '')
    return exitCodes[known.errorClass]
  }
}
