import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { openContainer } from './containers.ts'

const open = (text: string | Buffer, name: string) =>
  openContainer(Buffer.from(text), name)?.map(({ bytes, ...rest }) => ({
    ...rest,
    text: Buffer.from(bytes).toString(),
  }))

describe('feeds', () => {
  it('gives the items of RSS with their full content', () => {
    const feed = `<?xml version="1.0"?><rss xmlns:content="x"><channel><title>Blatt</title>
      <item><title>Rat stimmt zu</title><link>https://blatt.example/1</link><pubDate>Fri, 08 Mar 2024 10:30:00 +0100</pubDate>
      <description>Kurz.</description><content:encoded><![CDATA[<p>Der Rat stimmte zu &amp; ging.</p>]]></content:encoded></item></channel></rss>`
    expect(open(feed, 'feed.xml')).toEqual([
      {
        name: 'feed.xml#1',
        kind: 'page',
        url: 'https://blatt.example/1',
        title: 'Rat stimmt zu',
        published: '2024-03-08T10:30:00+01:00',
        text: '<p>Der Rat stimmte zu &amp; ging.</p>',
      },
    ])
  })

  it('gives the entries of Atom, with XHTML inside', () => {
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Brücke gesperrt</title><link href="https://blatt.example/2"/>
      <published>2024-05-01T06:00:00Z</published><content type="xhtml"><div><p>Die Brücke bleibt zu.</p></div></content></entry></feed>`
    expect(open(feed, 'feed')).toMatchObject([
      {
        title: 'Brücke gesperrt',
        url: 'https://blatt.example/2',
        published: '2024-05-01T06:00:00Z',
        text: '<div><p>Die Brücke bleibt zu.</p></div>',
      },
    ])
  })
})

describe('ninjs', () => {
  it.each([
    {
      uri: 'urn:1',
      headline: 'Etat beschlossen',
      body_xhtml: '<p>Text.</p>',
      versioncreated: '2024-03-12T18:05:10+01:00',
    },
    {
      uri: 'urn:1',
      headlines: [{ role: 'main', value: 'Etat beschlossen' }],
      bodies: [
        { contenttype: 'text/plain', value: 'Text.' },
        { contenttype: 'text/html', value: '<p>Text.</p>' },
      ],
      versioncreated: '2024-03-12T18:05:10+01:00',
    },
  ])('reads one and two', (item) => {
    expect(open(JSON.stringify(item), 'item.json')).toMatchObject([
      {
        name: 'item.json',
        title: 'Etat beschlossen',
        kind: 'page',
        text: '<p>Text.</p>',
        published: '2024-03-12T18:05:10+01:00',
      },
    ])
  })

  it('leaves other JSON alone', () => expect(open('{"a": 1}', 'item.json')).toBeUndefined())
})

describe('web archives', () => {
  const record = (type: string, body: Buffer): Buffer =>
    Buffer.concat([
      Buffer.from(
        `WARC/1.1\r\nWARC-Type: ${type}\r\nWARC-Target-URI: https://blatt.example/3\r\nContent-Length: ${body.length}\r\n\r\n`,
      ),
      body,
      Buffer.from('\r\n\r\n'),
    ])
  it('gives the pages, unpacked, and not the requests', () => {
    const page = gzipSync('<html><p>Ein Satz.</p></html>')
    const chunked = Buffer.concat([
      Buffer.from(`${page.length.toString(16)}\r\n`),
      page,
      Buffer.from('\r\n0\r\n\r\n'),
    ])
    const http = Buffer.concat([
      Buffer.from(
        'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n',
      ),
      chunked,
    ])
    const archive = Buffer.concat([
      record('warcinfo', Buffer.from('x')),
      record('request', Buffer.from('GET / HTTP/1.1\r\n\r\n')),
      record('response', http),
    ])
    expect(open(archive, 'a.warc')).toMatchObject([
      {
        name: 'a.warc#1',
        kind: 'page',
        url: 'https://blatt.example/3',
        text: '<html><p>Ein Satz.</p></html>',
      },
    ])
  })
  it('gives what is whole of one that was cut off', () => {
    expect(
      open(Buffer.from('WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99\r\n\r\nHTTP'), 'a.warc'),
    ).toEqual([])
  })
})

describe('Markdown', () => {
  it('loses its marks and keeps its words', () => {
    const text =
      '---\ntitle: "Rat stimmt zu"\ndate: 2024-03-08\n---\n\nDer **Rat** stimmte [dem Plan](https://x.example) zu.\n\n- Punkt eins\n'
    expect(open(text, 'a.md')).toMatchObject([
      {
        title: 'Rat stimmt zu',
        published: '2024-03-08',
        text: '\nDer Rat stimmte dem Plan zu.\n\n- Punkt eins\n',
      },
    ])
  })
})
