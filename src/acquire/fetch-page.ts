/**
 * Fetches one page that somebody names by its address. The name is resolved once and the connection made to the address
 * that was checked, so that neither a redirect nor a second answer of the name server leads into the network at home.
 */
import { lookup as systemLookup } from 'node:dns/promises'
import { type IncomingMessage, request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { isIP } from 'node:net'
import { pipeline, type Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { failure } from '../core/errors.ts'
import { isPublicAddress } from './public-address.ts'

export interface FetchedPage {
  readonly bytes: Uint8Array
  /** After redirects. */
  readonly url: string
}

/** What a test replaces: name servers, which addresses may be asked, on which ports, for how long. */
export interface FetchRules {
  readonly lookup: (host: string) => Promise<readonly string[]>
  readonly mayConnect: (address: string) => boolean
  readonly ports: ReadonlySet<string> | null
  readonly timeLimitMs: number
  readonly maxBytes: number
}

const lookupAll = async (host: string): Promise<readonly string[]> =>
  (await systemLookup(host, { all: true })).map(({ address }) => address)

export const fetchRules: FetchRules = {
  lookup: lookupAll,
  mayConnect: isPublicAddress,
  /** Those of the two schemes. */
  ports: new Set(['', '80', '443']),
  timeLimitMs: 15_000,
  maxBytes: 20e6,
}

const maxRedirects = 5
const accepted =
  /^(?:text\/(?:html|plain|markdown)|application\/(?:xhtml\+xml|xml|json|atom\+xml|rss\+xml))\b/iu

const decoders: Readonly<Record<string, () => NodeJS.ReadWriteStream & Readable>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

const wrong = (source: string): Error => failure('INPUT_ADDRESS', { source })
const failed = (url: string, reason: string, cause?: unknown): Error =>
  failure('INPUT_FETCH', { source: url, reason }, cause)

const parsed = (text: string, base?: string): URL => {
  let url: URL
  try {
    url = new URL(text, base)
  } catch {
    throw wrong(text)
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw wrong(text)
  if (url.username !== '' || url.password !== '') throw wrong(text)
  return url
}

/** The checked numeric address of a host. */
const addressOf = async (url: URL, rules: FetchRules): Promise<string> => {
  if (rules.ports !== null && !rules.ports.has(url.port)) throw wrong(url.href)
  const host = url.hostname.replace(/^\[|\]$/gu, '')
  let addresses: readonly string[]
  try {
    addresses = isIP(host) === 0 ? await rules.lookup(host) : [host]
  } catch (error) {
    throw failed(url.href, (error as Error).message, error)
  }
  const [address] = addresses
  // All of them: a name that also leads home is not trusted.
  if (address === undefined || !addresses.every(rules.mayConnect))
    throw failure('INPUT_ADDRESS_PRIVATE', { source: url.href })
  return address
}

const ask = (url: URL, address: string, signal: AbortSignal): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const request = url.protocol === 'https:' ? secureRequest : plainRequest
    const family = isIP(address)
    request(url, {
      signal,
      agent: false,
      headers: {
        'user-agent': 'Aktenlage',
        accept: 'text/html, */*;q=0.1',
        'accept-encoding': 'gzip, deflate, br',
      },
      lookup: (_, options, done) =>
        options.all ? done(null, [{ address, family }]) : done(null, address, family),
    })
      .on('response', resolve)
      .on('error', reject)
      .end()
  })

const bodyOf = async (response: IncomingMessage, url: URL, { maxBytes }: FetchRules): Promise<Uint8Array> => {
  const encoding = (response.headers['content-encoding'] ?? 'identity').toLowerCase()
  const decoder = decoders[encoding]
  if (decoder === undefined && encoding !== 'identity') throw failed(url.href, `content-encoding ${encoding}`)
  const body: Readable = decoder === undefined ? response : pipeline(response, decoder(), () => {})
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of body) {
    size += (piece as Buffer).length
    if (size > maxBytes) throw failed(url.href, `> ${maxBytes / 1e6} MB`)
    pieces.push(piece as Buffer)
  }
  return Buffer.concat(pieces)
}

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/**
 * @throws INPUT_ADDRESS, INPUT_ADDRESS_PRIVATE where the address may not be asked
 * @throws INPUT_ADDRESS_CONTENT where what comes is neither page nor text
 * @throws INPUT_FETCH where nothing comes, too much, or not in time
 */
export const fetchPage = async (address: string, rules: FetchRules = fetchRules): Promise<FetchedPage> => {
  const signal = AbortSignal.timeout(rules.timeLimitMs)
  let url = parsed(address)
  for (let step = 0; step <= maxRedirects; step++) {
    const numeric = await addressOf(url, rules)
    let response: IncomingMessage | null = null
    try {
      response = await ask(url, numeric, signal)
      const status = response.statusCode ?? 0
      const { location } = response.headers
      if (redirects.has(status) && location !== undefined) {
        url = parsed(location, url.href)
        continue
      }
      if (status !== 200) throw failed(url.href, `HTTP ${status}`)
      const type = response.headers['content-type'] ?? 'text/html'
      if (!accepted.test(type)) throw failure('INPUT_ADDRESS_CONTENT', { source: url.href, type })
      return { bytes: await bodyOf(response, url, rules), url: url.href }
    } catch (error) {
      if (signal.aborted) throw failed(url.href, `> ${rules.timeLimitMs / 1000} s`, error)
      if (error instanceof Error && 'errorClass' in error) throw error
      throw failed(url.href, error instanceof Error ? error.message : String(error), error)
    } finally {
      response?.destroy()
    }
  }
  throw failed(url.href, `> ${maxRedirects} redirects`)
}
