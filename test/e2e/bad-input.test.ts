/** Every document that nobody should send. Each must give a reading or a clear error, in bounded time and memory. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { type Reading, readingSchema } from '../../src/formats/reading.ts'
import { runHere } from './cli-here.ts'
import { rows, runCli } from './cli-process.ts'

// Processes on a machine that others use too; what must be quick says so itself.
vi.setConfig({ testTimeout: 240_000 })

const folder = mkdtempSync(join(tmpdir(), 'aktenlage-bad-'))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0
const fileOf = (content: string | Uint8Array, extension = 'txt'): string => {
  const path = join(folder, `${files++}.${extension}`)
  writeFileSync(path, content)
  return path
}

/** The reading of a file, valid and with every quotation in its place. */
const readingOf = async (path: string, run = runHere): Promise<Reading> => {
  const { code, stdout, stderr } = await run(['read', path])
  expect(code, stderr).toBe(0)
  const [reading] = rows<Reading>(stdout)
  expect(readingSchema.safeParse(reading).error).toBeUndefined()
  const check = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const { start, end, exact } = value as { start?: number; end?: number; exact?: string | null }
    if (typeof exact === 'string') expect(reading!.article.text.slice(start, end)).toBe(exact)
    for (const inner of Object.values(value)) check(inner)
  }
  check(reading)
  return reading!
}

const sentence = 'Die Vereinigten Staaten haben der Ukraine am 3. März 2025 weitere Militärhilfe zugesagt. '

/** UTF-8 text in Windows-1252; the few characters of German that differ. */
const windows1252 = (text: string): Uint8Array =>
  Uint8Array.from(
    [...text],
    (letter) => ({ '„': 0x84, '“': 0x93, '–': 0x96, '€': 0x80 })[letter] ?? letter.codePointAt(0)!,
  )
const utf16 = (text: string): Uint8Array =>
  Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
const page = (head: string, body: string): string =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`

describe('content', () => {
  it.each([
    ['an empty file', ''],
    ['white space', ' \n\t\r\n\u00a0'],
    ['a byte order mark', '\ufeff'],
    ['NUL bytes', '\0'.repeat(10_000)],
    ['a PNG', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, ...Array(5000).keys()])],
    ['random bytes', Uint8Array.from({ length: 100_000 }, (_, i) => (i * i * 31 + i * 17) % 256)],
    ['lone surrogates', Buffer.from(`${sentence}\ud800 ${sentence}`, 'utf16le')],
    ['only punctuation', '„“»«…–—!?.,;:'.repeat(500)],
    ['one endless word', 'a'.repeat(100_000)],
  ])('%s gives a reading', async (_, content) => {
    await readingOf(fileOf(content as string | Uint8Array))
  })
})

describe('encodings', () => {
  const umlauts = 'Präsident Müller sagte: „Die Größe der Lücke überrascht.“ – Das kostet 5 €.'

  it.each([
    ['UTF-8', Buffer.from(umlauts)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${umlauts}`)],
    ['Windows-1252', windows1252(umlauts)],
    ['UTF-16', utf16(umlauts)],
  ])('%s is told from the bytes of a text', async (_, bytes) => {
    const { article } = await readingOf(fileOf(bytes))
    expect(`${article.title ?? ''} ${article.text}`).toContain('Präsident Müller sagte: „Die Größe')
  })

  it('a page that lies about being UTF-8 is still read', async () => {
    const html = page(
      '<meta charset="utf-8"><title>Lüge</title>',
      `<article><p>${umlauts} ${umlauts}</p></article>`,
    )
    expect((await readingOf(fileOf(windows1252(html), 'html'))).article.text).toContain('Präsident Müller')
  })

  it('a page that names Windows-1252 is read as that', async () => {
    const html = page('<meta charset="windows-1252">', `<article><p>${umlauts} ${umlauts}</p></article>`)
    expect((await readingOf(fileOf(windows1252(html), 'html'))).article.text).toContain('Präsident Müller')
  })

  it('broken UTF-8 loses the broken letters only', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`Zusage an die Ukraine\n\n${sentence.repeat(5)}`),
      Buffer.from([0xc3, 0x28, 0xff]),
      Buffer.from(sentence.repeat(5)),
    ])
    const { text } = (await readingOf(fileOf(bytes))).article
    expect(text.split('Militärhilfe')).toHaveLength(11)
  })
})

describe('size', () => {
  it('of 50 MB of text the beginning is read, and the reading says so', async () => {
    // No two paragraphs are alike: what a page says twice is read once.
    const paragraph = `${sentence.repeat(5)}\n\n`
    const paragraphs = Array.from(
      { length: 50e6 / paragraph.length },
      (_, i) => `Zum ${i}. Mal: ${paragraph}`,
    )
    const path = fileOf(`Sehr viel Text\n\n${paragraphs.join('')}`)
    const { code, stdout } = await runCli(['read', path], {
      command: ['sh', '-c', 'ulimit -v 6000000; "$@"', 'sh'],
    })
    expect(code).toBe(0)
    const [reading] = rows<Reading>(stdout)
    expect(reading!.article.text.length).toBeLessThanOrEqual(500_000)
    expect(reading!.diagnostics.map((one) => one.rule)).toContain('read/too-long')
  })

  it('one line of 5 MB is read', async () => {
    const reading = await readingOf(
      fileOf(`Lange Zeile\n\n${sentence.repeat(5e6 / sentence.length)}`),
      runCli as typeof runHere,
    )
    expect(reading.article.text.length).toBeGreaterThan(400_000)
  })

  it('JSON Lines of 100 MB go through in bounded memory', async () => {
    const row = `${JSON.stringify({ id: 'x', body: sentence, note: 'x'.repeat(1e6) })}\n`
    const path = fileOf(row.repeat(100), 'jsonl')
    const { code, stdout } = await runCli(['read', path], {
      environment: { NODE_OPTIONS: '--max-old-space-size=128' },
    })
    expect(code).toBe(0)
    expect(rows(stdout)).toHaveLength(100)
  })
})

describe('pages', () => {
  const paragraphs = `<p>${sentence.repeat(3)}</p>`.repeat(4)

  it('a page cut in the middle of a tag keeps what came before', async () => {
    const whole = page('<title>Zusage</title>', `<article><h1>Zusage</h1>${paragraphs}<p class="te`)
    const cut = whole.slice(0, whole.lastIndexOf('class="te') + 9)
    expect((await readingOf(fileOf(cut, 'html'))).article.text).toContain('Militärhilfe zugesagt')
  })

  it.each([
    ['100,000 nested tags', '<div>'.repeat(100_000) + paragraphs],
    ['100,000 tags that are never opened', '</div>'.repeat(100_000) + paragraphs],
    ['100,000 nested inline tags', `<p>${'<b>'.repeat(100_000)}${sentence}</p>${paragraphs}`],
    ['an attribute of a megabyte', `<p title="${'x'.repeat(1e6)}">${sentence}</p>${paragraphs}`],
    [
      '50,000 attributes',
      `<p ${Array.from({ length: 50_000 }, (_, i) => `a${i}=1`).join(' ')}>${sentence}</p>${paragraphs}`,
    ],
    ['an entity that never ends', `<p>&${'a'.repeat(1e6)}</p>${paragraphs}`],
    ['a comment that never ends', `${paragraphs}<!-- ${'-'.repeat(1e6)}`],
  ])('%s give a reading in bounded time', async (_, body) => {
    const started = Date.now()
    await readingOf(fileOf(page('', body), 'html'))
    expect(Date.now() - started).toBeLessThan(60_000)
  })

  it('script and event handlers never reach the text', async () => {
    const body = `<article><h1 onclick="evil(1)">Zusage</h1>${paragraphs}<script>evil(2)</script>
      <p><img src=x onerror="evil(3)"><a href="javascript:evil(4)">Mehr</a></p>
      <style>body{background:url(evil)}</style><svg onload="evil(5)"><script>evil(6)</script></svg>
      <iframe srcdoc="<script>evil(7)</script>"></iframe><noscript><p>evil(8)</p></noscript>
      <template><p>evil(9)</p></template><p>&lt;script&gt;alert(1)&lt;/script&gt; steht im Text.</p></article>`
    const { article } = await readingOf(fileOf(page('<title>Zusage</title>', body), 'html'))
    expect(article.text).toContain('Militärhilfe zugesagt')
    expect(article.text).not.toContain('evil')
    expect(article.title).toBe('Zusage')
  })
})

describe('places', () => {
  it.each([
    ['a file that is not there', () => join(folder, 'none.txt'), 'INPUT_MISSING'],
    ['a pattern without a match', () => join(folder, 'none*.xyz'), 'INPUT_NO_MATCH'],
    ['a folder without reports', () => join(folder, 'empty'), 'INPUT_EMPTY_FOLDER'],
    [
      'JSON Lines that are none',
      () => fileOf('{"id": 1, "body": "x"}\nkein JSON\n[1]\n{"id":2}\n', 'jsonl'),
      'INPUT_NOT_JSON',
    ],
    ['broken gzip', () => fileOf(Uint8Array.from([0x1f, 0x8b, 8, 0, 1, 2, 3])), 'INPUT_BROKEN_GZIP'],
    ['an address that gives nothing', () => 'https://blatt.example/bericht', 'INPUT_FETCH'],
  ])('%s is bad input, and the rest is read', async (_, path, code) => {
    mkdirSync(join(folder, 'empty'), { recursive: true })
    const result = await runHere(['read', path(), fileOf(sentence)])
    expect(result.code).toBe(2)
    expect(result.stderr).toContain(code)
    expect(rows<Reading>(result.stdout).at(-1)!.article.text).toContain('Militärhilfe')
  })

  // Root may read everything, so the test goes through a user who may not.
  it.skipIf(process.getuid?.() !== 0)(
    'a folder that may not be read is bad input, and the rest is read',
    async () => {
      const locked = join(folder, 'locked')
      mkdirSync(locked)
      writeFileSync(join(locked, 'a.txt'), sentence)
      chmodSync(locked, 0o700)
      chmodSync(folder, 0o755)
      const { code, stdout, stderr } = await runCli(['read', locked, fileOf(sentence)], {
        command: ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'],
      })
      expect([code, stderr]).toEqual([2, expect.stringContaining('INPUT_FORBIDDEN')])
      expect(rows(stdout)).toHaveLength(1)
    },
  )
})

describe('rows of JSON', () => {
  const text = `Der Rat hat am Montag über die Brücke beraten. ${sentence.repeat(3)}`
  const ninjs = { uri: 'urn:1', headline: 'Rat berät', body_text: text, byline: 'Von Jana Petersen' }

  it.each([
    ['with a byte order mark', `\ufeff${JSON.stringify({ id: 'a', text })}`, 'jsonl'],
    ['of ninjs', JSON.stringify({ id: 'a', ...ninjs }), 'jsonl'],
    ['in a list', JSON.stringify([{ id: 'a', text }]), 'json'],
    ['alone in a file', JSON.stringify({ id: 'a', body: text }), 'json'],
  ])('%s are read', async (_, content, ending) => {
    expect((await readingOf(fileOf(content, ending))).article.text).toContain('über die Brücke beraten')
  })

  it.each([
    ['a text under another name', JSON.stringify({ title: 'Rat berät', maintext: text }), 'jsonl'],
    ['a text under another name, in a list', JSON.stringify([{ title: 'Rat berät', content: text }]), 'json'],
    ['JSON of something else', '{"status": "ok"}', 'json'],
  ])('%s is said to be no row', async (_, content, ending) => {
    const { code, stdout, stderr } = await runHere(['read', fileOf(content, ending)])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('INPUT_NO_TEXT')
  })
})

describe('many in one', () => {
  const article = (word: string): string => `${sentence}Das hieß es in ${word}.\n`

  it('a ZIP archive gives its reports, packed ones too, and passes over the rest', async () => {
    const path = fileOf(
      zipSync({
        'eins.txt': Buffer.from(article('Kiew')),
        'tief/zwei.txt.gz': gzipSync(article('Warschau')),
        'tief/feed.xml': Buffer.from(
          `<rss><channel><item><title>Drei</title><description>${sentence}</description></item></channel></rss>`,
        ),
        'bild.png': Buffer.from('x'),
        '__MACOSX/eins.txt': Buffer.from('x'),
      }),
      'zip',
    )
    const { code, stdout } = await runHere(['read', path])
    expect(code).toBe(0)
    const found = rows<Reading>(stdout)
    expect(found.map(({ source }) => source.slice(path.length))).toEqual([
      '/eins.txt',
      '/tief/zwei.txt.gz',
      '/tief/feed.xml#1',
    ])
    for (const [i, word] of ['Kiew', 'Warschau', 'Drei'].entries())
      expect(`${found[i]!.article.title} ${found[i]!.article.text}`).toContain(word)
  })

  it('an office document is no archive of reports, and a ZIP that is broken is none either', async () => {
    const office = zipSync({
      '[Content_Types].xml': Buffer.from('<x/>'),
      'word/document.xml': Buffer.from('<x/>'),
    })
    const broken = zipSync({ 'a.txt': Buffer.from(sentence) }).subarray(0, 60)
    for (const bytes of [office, broken])
      expect((await readingOf(fileOf(bytes, 'zip'))).diagnostics.map(({ rule }) => rule)).toContain(
        'article/binary',
      )
    const empty = await runHere(['read', fileOf(zipSync({ 'bild.png': Buffer.from('x') }), 'zip')])
    expect([empty.code, empty.stderr]).toEqual([2, expect.stringContaining('INPUT_EMPTY_FOLDER')])
  })

  it('a file in a ZIP archive that says it has a gigabyte is refused', async () => {
    const bytes = zipSync({ 'a.txt': Buffer.from(sentence), 'b.txt': Buffer.from(sentence) })
    // Size before packing in the directory at the end: byte 24 of the entry.
    const at = Buffer.from(bytes).lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(at + 24, 1e9, true)
    const { code, stdout, stderr } = await runHere(['read', fileOf(bytes, 'zip')])
    expect([code, rows(stdout).length, stderr]).toEqual([2, 1, expect.stringContaining('INPUT_TOO_LARGE')])
  })

  it('a web archive of packed records tells when each page was captured', async () => {
    const record = (day: string, word: string): Buffer => {
      const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${page(`<title>${word}</title>`, `<article><h1>${word}</h1><p>${sentence}</p></article>`)}`
      return gzipSync(
        `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://blatt.example/a\r\nWARC-Date: ${day}T08:00:00Z\r\nContent-Length: ${Buffer.byteLength(http)}\r\n\r\n${http}\r\n\r\n`,
      )
    }
    const path = fileOf(
      Buffer.concat([record('2025-03-05', 'Zwei'), record('2025-03-04', 'Eins')]),
      'warc.gz',
    )
    const db = join(folder, 'warc.sqlite')
    expect((await runHere(['--db', db, 'add', path])).code).toBe(0)
    const { stdout } = await runHere(['--db', db, 'versions', 'https://blatt.example/a', '--json'])
    const { versions } = JSON.parse(stdout) as { versions: { title: string; capturedAt: string }[] }
    expect(versions.map(({ title, capturedAt }) => [title, capturedAt])).toEqual([
      ['Eins', '2025-03-04T08:00:00.000Z'],
      ['Zwei', '2025-03-05T08:00:00.000Z'],
    ])
    const before = (await runHere(['--db', db, 'ledger', '--clock', 'captured', '--json'])).stdout
    expect((await runHere(['--db', db, 'rebuild'])).code).toBe(0)
    expect((await runHere(['--db', db, 'ledger', '--clock', 'captured', '--json'])).stdout).toBe(before)
  })
})

describe('addresses', () => {
  const pages = {
    'https://blatt.example/a': page(
      '<title>Eins</title>',
      `<article><h1>Eins</h1><p>${sentence}</p></article>`,
    ),
    'https://blatt.example/feed': `<rss><channel><item><title>Zwei</title><link>https://blatt.example/b</link><description>${sentence}</description></item></channel></rss>`,
  }
  const titles = (stdout: string) =>
    rows<Reading>(stdout).map(({ source, article }) => [source, article.title])

  it('are fetched where somebody names them: pages, feeds, and lists of them', async () => {
    const expected = [
      ['https://blatt.example/a', 'Eins'],
      ['https://blatt.example/feed#1', 'Zwei'],
    ]
    const named = await runHere(['read', ...Object.keys(pages)], { pages })
    expect([named.code, titles(named.stdout)]).toEqual([0, expected])
    const list = `# zwei Adressen\n${Object.keys(pages).join('\r\n')}\n\n`
    expect(titles((await runHere(['read', fileOf(list)], { pages })).stdout)).toEqual(expected)
    expect(titles((await runHere(['read', '-'], { pages, input: list })).stdout)).toEqual(expected)
  })

  it('that give nothing are told, and the rest goes on', async () => {
    const list = fileOf('https://blatt.example/nichts\nhttps://blatt.example/a\n')
    const { code, stdout, stderr } = await runHere(['read', list], { pages })
    expect([code, titles(stdout)]).toEqual([2, [['https://blatt.example/a', 'Eins']]])
    expect(stderr).toContain('https://blatt.example/nichts cannot be fetched: HTTP 404. [INPUT_FETCH]')
  })

  it('in a folder are not fetched: nobody named them', async () => {
    mkdirSync(join(folder, 'liste'), { recursive: true })
    writeFileSync(join(folder, 'liste/adressen.txt'), 'https://blatt.example/a\n')
    const { code, stdout } = await runHere(['read', join(folder, 'liste')], { pages })
    expect([code, titles(stdout)]).toEqual([0, [[join(folder, 'liste/adressen.txt'), null]]])
  })

  it('in a text among other words are words', async () => {
    const reading = await readingOf(fileOf(`Die Adresse\n\nhttps://blatt.example/a\n${sentence}\n`))
    expect(reading.article.text).toContain('Militärhilfe')
  })

  it('at home are not asked', async () => {
    const { code, stderr } = await runCli(['read', 'http://127.0.0.1/'])
    expect([code, stderr]).toEqual([2, expect.stringContaining('INPUT_ADDRESS_PRIVATE')])
  })
})
