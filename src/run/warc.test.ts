import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { WARCRecord, WARCSerializer } from 'warcio'
import type { InputDocument, InputItem } from './input.ts'
import { warcDocuments } from './warc.ts'

const record = (type: string, body: Uint8Array, headers = ''): Buffer =>
  Buffer.concat([
    Buffer.from(
      `WARC/1.1\r\nWARC-Type: ${type}\r\nWARC-Target-URI: https://blatt.example/3\r\n${headers}Content-Length: ${body.length}\r\n\r\n`,
    ),
    body,
    Buffer.from('\r\n\r\n'),
  ])

const answer = (
  body: Uint8Array | string,
  headers = 'Content-Type: text/html\r\n',
  status = '200 OK',
): Buffer => Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${headers}\r\n`), Buffer.from(body)])

/** In pieces of an odd size, so that every border falls inside something once. */
async function* pieces(bytes: Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const read = async (bytes: Uint8Array, size?: number): Promise<InputItem[]> => {
  const items: InputItem[] = []
  for await (const item of warcDocuments(pieces(bytes, size), 'a.warc')) items.push(item)
  return items
}
const textOf = (item: InputItem | undefined): string => Buffer.from((item as InputDocument).bytes).toString()

describe('a web archive', () => {
  const sentence = '<html><p>Ein Satz.</p></html>'

  it('gives the pages, unpacked, and not the requests', async () => {
    const page = gzipSync(sentence)
    const chunked = Buffer.concat([
      Buffer.from(`${page.length.toString(16)}\r\n`),
      page,
      Buffer.from('\r\n0\r\n\r\n'),
    ])
    const http = answer(
      chunked,
      'Content-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n',
    )
    const archive = Buffer.concat([
      record('warcinfo', Buffer.from('x')),
      record('request', Buffer.from('GET / HTTP/1.1\r\n\r\n')),
      record('response', http),
      record('response', answer('fort', undefined, '404 Not Found')),
      record('response', answer('GIF89a', 'Content-Type: image/gif\r\n')),
      record('resource', Buffer.from('Ein Text.'), 'Content-Type: text/plain\r\n'),
    ])
    const items = await read(archive)
    expect(items).toMatchObject([
      { source: 'a.warc#1', kind: 'page', url: 'https://blatt.example/3' },
      { source: 'a.warc#2', kind: 'text' },
    ])
    expect(items.map(textOf)).toEqual([sentence, 'Ein Text.'])
    expect(await read(archive, 1 << 20)).toEqual(items)
  })

  it.each([
    ['2024-03-08T10:00:00Z', '2024-03-08T10:00:00.000Z'],
    ['2024-03-08T10:00:00.123456Z', '2024-03-08T10:00:00.123Z'],
    ['2024-03', undefined],
    ['2024-13-41T10:00:00Z', undefined],
  ])('captured on %s says so', async (date, capturedAt) => {
    const [page] = await read(record('response', answer(sentence), `WARC-Date: ${date}\r\n`))
    expect((page as InputDocument).capturedAt).toBe(capturedAt)
  })

  it('as another program writes it is read', async () => {
    const made = WARCRecord.create(
      {
        url: 'https://blatt.example/rat',
        date: '2024-03-08T10:00:00Z',
        type: 'response',
        warcVersion: 'WARC/1.1',
        warcHeaders: {},
        httpHeaders: { 'Content-Type': 'text/html; charset=utf-8' },
        statusline: 'HTTP/1.1 200 OK',
      },
      pieces(Buffer.from(sentence)),
    )
    const items = await read(await WARCSerializer.serialize(made))
    expect(items.map(textOf)).toEqual([sentence])
    expect(items).toMatchObject([
      { url: 'https://blatt.example/rat', capturedAt: '2024-03-08T10:00:00.000Z' },
    ])
  })

  it('that was cut off gives what there is', async () => {
    const whole = record('response', answer(sentence))
    expect((await read(Buffer.concat([whole, whole.subarray(0, whole.length - 20)]))).map(textOf)).toEqual([
      sentence,
      sentence.slice(0, -16),
    ])
    expect(
      await read(Buffer.from('WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99\r\n\r\nHTTP')),
    ).toEqual([])
  })

  it('is never held: a large one runs no more than a piece ahead of what is read of it', async () => {
    const piece = 65_536
    const page = record('response', answer(`<p>${'Ein Satz. '.repeat(2000)}</p>`))
    const film = record('response', answer(Buffer.alloc(3e6), 'Content-Type: video/mp4\r\n'))
    const block = Buffer.concat([page, film])
    let given = 0
    async function* archive(): AsyncGenerator<Uint8Array> {
      for (let i = 0; i < 30; i++)
        for await (const part of pieces(block, piece)) {
          given += part.length
          yield part
        }
    }
    let read = 0
    for await (const item of warcDocuments(archive(), 'a.warc')) {
      // Up to here the pages and films before it, and the page itself.
      const needed = read * block.length + page.length
      read++
      expect((item as InputDocument).bytes.length).toBeGreaterThan(20_000)
      expect(given - needed).toBeLessThanOrEqual(piece)
    }
    expect([read, given]).toEqual([30, 30 * block.length])
  })
})
