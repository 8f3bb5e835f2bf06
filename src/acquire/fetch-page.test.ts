import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FetchRules, fetchPage, fetchRules } from './fetch-page.ts'
import { isPublicAddress } from './public-address.ts'

const page = '<html><body><p>Die Ministerin sagte zu.</p></body></html>'
let server: Server
let home: string

const answers: Record<string, RequestListener> = {
  '/page': (_, response) => response.setHeader('content-type', 'text/html; charset=utf-8').end(page),
  '/zipped': (_, response) => response.setHeader('content-encoding', 'gzip').end(gzipSync(page)),
  '/moved': (_, response) => response.writeHead(302, { location: '/page' }).end(),
  '/circle': (_, response) => response.writeHead(302, { location: '/circle' }).end(),
  '/home': (_, response) => response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end(),
  '/file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/gone': (_, response) => response.writeHead(404).end('fort'),
  '/picture': (_, response) => response.setHeader('content-type', 'image/png').end('x'),
  '/large': (_, response) => response.end(Buffer.alloc(3000, 'x')),
  '/bomb': (_, response) =>
    response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(3_000_000))),
  '/silent': () => {},
  '/broken': (_, response) => response.setHeader('content-encoding', 'gzip').end('kein gzip'),
}

beforeAll(async () => {
  server = createServer((request, response) => answers[request.url!]!(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** Only this server counts as public. */
const rules = (changes: Partial<FetchRules> = {}): FetchRules => ({
  ...fetchRules,
  mayConnect: (address) => address === '127.0.0.1' || isPublicAddress(address),
  ports: null,
  timeLimitMs: 5_000,
  maxBytes: 2_000,
  ...changes,
})

const codeOf = async (url: string, changes: Partial<FetchRules> = {}): Promise<string> =>
  fetchPage(url, rules(changes)).then(
    () => 'fetched',
    (error: { code: string }) => error.code,
  )

describe('a page is fetched', () => {
  it.each(['/page', '/zipped', '/moved'])('%s', async (path) => {
    const { bytes, url } = await fetchPage(`${home}${path}`, rules())
    expect(Buffer.from(bytes).toString()).toBe(page)
    expect(url).toBe(`${home}${path === '/moved' ? '/page' : path}`)
  })

  it('from the address that was checked, whatever the name server says next', async () => {
    const asked: string[] = []
    const lookup = async (host: string) => {
      asked.push(host)
      return ['127.0.0.1']
    }
    const { port } = server.address() as AddressInfo
    await fetchPage(`http://zeitung.example:${port}/page`, rules({ lookup }))
    expect(asked).toEqual(['zeitung.example'])
  })
})

describe('a page is not fetched', () => {
  it.each([
    ['/circle', 'INPUT_FETCH'],
    ['/home', 'INPUT_ADDRESS_PRIVATE'],
    ['/file', 'INPUT_ADDRESS'],
    ['/gone', 'INPUT_FETCH'],
    ['/picture', 'INPUT_ADDRESS_CONTENT'],
    ['/large', 'INPUT_FETCH'],
    ['/bomb', 'INPUT_FETCH'],
    ['/broken', 'INPUT_FETCH'],
  ])('%s', async (path, code) => expect(await codeOf(`${home}${path}`)).toBe(code))

  it('that does not come', async () =>
    expect(await codeOf(`${home}/silent`, { timeLimitMs: 100 })).toBe('INPUT_FETCH'))

  it.each(['ftp://zeitung.example/x', 'http://name:wort@zeitung.example/', 'kein Ort'])('%s', async (url) =>
    expect(await codeOf(url)).toBe('INPUT_ADDRESS'),
  )

  it('on another port', async () =>
    expect(await codeOf(`${home}/page`, { ports: fetchRules.ports })).toBe('INPUT_ADDRESS'))

  it('from home, whatever it is called', async () => {
    const { mayConnect } = fetchRules
    expect(await codeOf(`${home}/page`, { mayConnect })).toBe('INPUT_ADDRESS_PRIVATE')
    const lookup = async () => ['93.184.216.34', '10.0.0.7']
    expect(await codeOf('http://zeitung.example/', { mayConnect, lookup })).toBe('INPUT_ADDRESS_PRIVATE')
    for (const host of ['2130706433', '0x7f.1', '[::1]', '[::ffff:10.0.0.1]', '017700000001'])
      expect(await codeOf(`http://${host}/`, { mayConnect }), host).toBe('INPUT_ADDRESS_PRIVATE')
  })
})

describe('addresses', () => {
  it.each(['8.8.8.8', '193.99.144.80', '2a00:1450:4001:82a::2003', '2606:4700::6810:85e5'])(
    '%s is public',
    (address) => expect(isPublicAddress(address)).toBe(true),
  )

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.53',
    '169.254.169.254',
    '172.31.0.1',
    '192.168.178.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '64:ff9b::a00:1',
    'fd00::1',
    'fe80::1',
    'ff02::1',
    'zeitung.example',
  ])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false))
})
