/** The sample dossier, or none, read into a new archive and served to Debian's Chromium. One for each test file. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { findChromium, launchChromium } from '../../scripts/chromium.mjs'
import { startServer } from '../../src/api/server.ts'
import { openArchive } from '../../src/run/archive.ts'
import { packageRoot } from '../../src/run/paths.ts'
import { hashOfToken, newToken } from '../../src/run/token.ts'
import { runHere } from '../e2e/cli-here.ts'

export const webRoot = join(packageRoot, 'dist/web')

const executablePath = findChromium()

/** Why nothing can be tested here, or null. Where a browser is required, the file fails instead. */
export const cannotRun: string | null =
  executablePath === null
    ? 'no Chromium found; install it or set AKTENLAGE_CHROMIUM'
    : existsSync(join(webRoot, 'index.html'))
      ? null
      : 'the pages are not built (npm run build:web)'
if (cannotRun !== null && process.env.AKTENLAGE_BROWSER === 'required') throw new Error(cannotRun)

export const titleOf = (what: string): string =>
  cannotRun === null ? what : `${what}: SKIPPED, ${cannotRun}`

export interface Served {
  /** Without a slash at the end. */
  readonly origin: string
  /** Lets a page write. */
  readonly token: string
  /** Lets it read, and may stand in an address. */
  readonly readingToken: string
  /** What the API answers at a path. */
  json<T>(path: string): Promise<T>
  /** One page for all tests, German and 1200 wide. What it complains about ends in `complaints`. */
  readonly page: Page
  /** The page at an address of ours. */
  visit(path: string): Promise<void>
  readonly complaints: string[]
  close(): Promise<void>
}

export const serveSamples = (): Promise<Served> => serve(join(packageRoot, 'samples/reports'))

/** As others see it: on every interface, where reading needs the token too. */
export const serveToOthers = (): Promise<Served> => serve(join(packageRoot, 'samples/reports'), '0.0.0.0')

/** An archive without a report. */
export const serveNothing = (): Promise<Served> => serve(null)

const serve = async (reports: string | null, host = '127.0.0.1'): Promise<Served> => {
  const folder = mkdtempSync(join(tmpdir(), 'aktenlage-browser-'))
  const file = join(folder, 'samples.sqlite')
  if (reports !== null) {
    const added = await runHere(['add', '--db', file, reports])
    if (added.code !== 0) throw new Error(added.stderr)
  }
  const now = (): string => '2026-01-02T03:04:05.000Z'
  const archive = openArchive({ file, now })
  const token = 'akt_only-for-this-test'
  const readingToken = newToken('read')
  await archive.store.addToken({
    hash: hashOfToken(readingToken),
    name: 'feedreader',
    access: 'read',
    createdAt: now(),
    revokedAt: null,
  })
  const server = await startServer({
    archive,
    now,
    host,
    webRoot,
    sessionToken: token,
    ports: [0],
    limits: { perSecond: 1e6, burst: 1e6 },
  })
  const browser = await launchChromium(executablePath)
  const origin = server.address.replace(/\/$/u, '').replace('0.0.0.0', '127.0.0.1')
  const complaints: string[] = []
  const page = await browser.newPage({
    locale: 'de-DE',
    viewport: { width: 1200, height: 900 },
    reducedMotion: 'reduce',
  })
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`)
  })
  return {
    origin,
    token,
    readingToken,
    complaints,
    page,
    visit: async (path) => {
      await page.goto(origin + path)
    },
    json: async (path) =>
      (
        await fetch(origin + path, {
          headers: { 'accept-language': 'de', authorization: `Bearer ${token}` },
        })
      ).json() as never,
    close: async () => {
      await browser.close()
      await server.close()
      await archive.close()
      rmSync(folder, { recursive: true })
    },
  }
}
