import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Archive, openArchive } from '../run/archive.ts'
import { hashOfToken, newToken } from '../run/token.ts'
import { type AppOptions, createApp } from './app.ts'
import { acceptedLanguage } from './guard.ts'

const folder = mkdtempSync(join(tmpdir(), 'aktenlage-api-'))
let seconds = 0
/** Later each time: of two decisions the later one counts. */
const now = () => new Date(Date.UTC(2026, 0, 2) + 1000 * seconds++).toISOString()
const token = newToken('write')
const readingToken = newToken('read')
let archive: Archive
let firstReport: string

const app = (changes: Partial<AppOptions> = {}) =>
  createApp({
    archive,
    now,
    host: '127.0.0.1',
    webRoot: join(folder, 'web'),
    sessionToken: null,
    ...changes,
  })

const ask = (path: string, init: RequestInit = {}, changes: Partial<AppOptions> = {}) =>
  app(changes).request(`http://127.0.0.1${path}`, init)

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  ask(path, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  })

const bearer = { authorization: `Bearer ${token}` }

beforeAll(async () => {
  archive = openArchive({ file: join(folder, 'api.sqlite'), now })
  for (const [one, name, access] of [
    [token, 'redaktion', 'write'],
    [readingToken, 'anzeigetafel', 'read'],
  ] as const)
    await archive.store.addToken({ hash: hashOfToken(one), name, access, createdAt: now(), revokedAt: null })
  const answer = await post(
    '/api/reports',
    {
      reports: [
        {
          id: 'eins',
          body: 'Die USA haben der Ukraine am Montag neue Luftabwehr zugesagt.',
          published: '2025-03-04',
          title: 'Neue Luftabwehr',
        },
        { id: 'zwei', body: 'Kiew dankte für die Zusage.', published: '2025-03-05' },
        { id: 'drei', html: '<p>Die Lieferung sei ausgesetzt.<script>alert(1)</script></p>' },
      ],
    },
    bearer,
  )
  const { outcomes } = (await answer.json()) as { outcomes: { status: string; report: string }[] }
  expect(outcomes.map((one) => one.status)).toEqual(['added', 'added', 'added'])
  firstReport = outcomes[0]!.report
})
afterAll(async () => {
  await archive.close()
  rmSync(folder, { recursive: true })
})

describe('reading', () => {
  it.each([
    '/api/ledger',
    '/api/ledger?asOf=2025-03-04&clock=captured&decisions=as-of',
    '/api/commitments?sort=title&limit=1',
    '/api/stories',
    '/api/contradictions',
    '/api/parties?asOf=2025-03-04',
    '/api/report-days?clock=captured',
    '/api/days',
    '/api/diff?from=2025-03-01&to=2025-03-31',
    '/api/codebook',
    '/api/reports',
    '/api/search?q=Luftabwehr',
    '/api/sources',
    '/api/decisions',
    '/api/review?limit=5',
    '/api/health',
    '/openapi.json',
  ])('%s answers with JSON', async (path) => {
    const response = await ask(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain('application/json')
    expect(await response.json()).toBeTypeOf('object')
  })

  it.each([
    // „drei“ has no day of its own, so it counts from its capture.
    ['asOf=2025-03-03', []],
    ['asOf=2025-03-04', ['eins']],
    ['asOf=2025-03-05', ['eins', 'zwei']],
    ['asOf=2026-01-02', ['drei', 'eins', 'zwei']],
    ['asOf=2025-03-05&clock=captured', []],
    ['asOf=2026-01-02&clock=captured', ['drei', 'eins', 'zwei']],
  ])('with %s lists, searches and counts the reports that were out', async (day, out) => {
    const answer = async <T>(path: string): Promise<T> => (await ask(path)).json() as Promise<T>
    const sources = (rows: readonly { source: string }[]) => rows.map(({ source }) => source).sort()
    const list = await answer<{ total: number; reports: { source: string }[] }>(`/api/reports?${day}`)
    expect(sources(list.reports)).toEqual(out)
    expect(list.total).toBe(out.length)
    const found = await answer<{ total: number; hits: { report: { source: string } }[] }>(
      `/api/search?q=Zusage&${day}`,
    )
    expect(sources(found.hits.map(({ report }) => report))).toEqual(out.filter((one) => one !== 'drei'))
    const { days, undated } = await answer<{ days: { reports: number }[]; undated: number }>(
      `/api/report-days?${day}`,
    )
    expect(days.reduce((sum, one) => sum + one.reports, undated)).toBe(out.length)
    const outlets = await answer<{ sources: { reports: number }[] }>(`/api/sources?${day}`)
    expect(outlets.sources.reduce((sum, one) => sum + one.reports, 0)).toBe(out.length)
    const rows = await answer<{ newer: number }>(`/api/commitments?${day}&limit=1`)
    expect(rows.newer, 'what the ledger leaves out is not listed').toBe(3 - out.length)
  })

  it.each([
    ['published', ['2025-03-04']],
    ['captured', ['2026-01-02']],
  ])('marks the days on which a step became known, by %s', async (clock, expected) => {
    const { days } = (await (await ask(`/api/days?clock=${clock}`)).json()) as { days: { day: string }[] }
    expect(days.map(({ day }) => day)).toEqual(expected)
    for (const { day } of days) {
      const before = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
      const seen = async (asOf: string) =>
        ((await (await ask(`/api/ledger?asOf=${asOf}&clock=${clock}`)).json()) as { snapshot: string })
          .snapshot
      expect(await seen(day), 'a mark is where the ledger is another one').not.toBe(await seen(before))
    }
  })

  it.each([
    ['', true],
    ['?asOf=2025-03-03', false],
    ['?asOf=2025-03-04', true],
    ['?asOf=2025-03-04&clock=captured', false],
  ])('says whether a report counts on the day: %s', async (query, out) => {
    expect(await (await ask(`/api/reports/${firstReport}${query}`)).json()).toMatchObject({ out })
  })

  it('lists the reports of which no outlet is known, and sorts by origins', async () => {
    const { total } = (await (await ask('/api/reports?publisher=none')).json()) as { total: number }
    const { sources } = (await (await ask('/api/sources')).json()) as {
      sources: { publisher: string | null; reports: number }[]
    }
    expect(total).toBe(sources.find(({ publisher }) => publisher === null)?.reports ?? 0)
    const { commitments } = (await (await ask('/api/commitments?sort=origins')).json()) as {
      commitments: { origins: number }[]
    }
    const origins = commitments.map((row) => row.origins)
    expect(origins).toEqual(origins.toSorted((a, b) => b - a))
  })

  it('shows a report with its reading and versions', async () => {
    const response = await ask(`/api/reports/${firstReport}`)
    const page = (await response.json()) as {
      report: { title: string }
      reading: { article: { text: string } }
      versions: unknown[]
    }
    expect(page.report).toMatchObject({ title: 'Neue Luftabwehr', opening: null })
    expect(page.reading.article.text).toContain('Luftabwehr')
    expect(page.versions).toHaveLength(1)
  })

  it('shows what each version of a report changed', async () => {
    const { versions } = (await (await ask(`/api/reports/${firstReport}/versions`)).json()) as {
      versions: { report: string; title: string; difference: unknown }[]
    }
    expect(versions).toHaveLength(1)
    expect(versions[0]).toMatchObject({ report: firstReport, title: 'Neue Luftabwehr', difference: null })
    expect((await ask('/api/reports/r-000000000000/versions')).status).toBe(404)
  })

  it('hands captured bytes out only as a download', async () => {
    const response = await ask('/api/reports/drei/capture')
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
    expect(response.headers.get('content-disposition')).toContain('attachment')
    expect(await response.text()).toContain('<script>')
  })

  it('says how a report begins that has no title', async () => {
    const { reports } = (await (await ask('/api/reports')).json()) as {
      reports: { source: string; title: string | null; opening: string | null }[]
    }
    const untitled = reports.find(({ source }) => source === 'zwei')
    expect(untitled).toMatchObject({ title: null, opening: 'Kiew dankte für die Zusage.' })
  })

  it('pages through reports with a cursor', async () => {
    const ids: string[] = []
    let cursor = ''
    do {
      const page = (await (await ask(`/api/reports?limit=1${cursor}`)).json()) as {
        total: number
        reports: { id: string }[]
        next: string | null
      }
      expect(page.total).toBe(3)
      ids.push(...page.reports.map((one) => one.id))
      cursor = page.next === null ? '' : `&cursor=${page.next}`
    } while (cursor !== '')
    expect(new Set(ids).size).toBe(3)
  })

  it('answers a conditional request without a body until something is written', async () => {
    const first = await ask('/api/reports')
    const tag = first.headers.get('etag')!
    const again = await ask('/api/reports', { headers: { 'if-none-match': tag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect((await ask('/api/reports?limit=2', { headers: { 'if-none-match': tag } })).status).toBe(200)
    await post('/api/reports', { reports: [{ id: 'vier', body: 'Neues aus Kiew.' }] }, bearer)
    expect((await ask('/api/reports', { headers: { 'if-none-match': tag } })).status).toBe(200)
    await archive.store.withdraw({
      reportId: ((await (await ask('/api/reports/vier')).json()) as { report: { id: string } }).report.id,
      source: 'vier',
      reason: null,
      at: now(),
    })
    expect((await ask('/api/reports/vier')).status).toBe(410)
  })

  it('streams what changes in the ledger', async () => {
    const response = await ask('/api/changes')
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    const reader = response.body!.getReader()
    const { value } = await reader.read()
    expect(new TextDecoder().decode(value)).toContain('event: hello')
    await reader.cancel()
  })
})

describe('headers', () => {
  it('forbids inline script, frames and anything from elsewhere, on errors too', async () => {
    for (const path of ['/api/health', '/nowhere.js']) {
      const policy = (await ask(path)).headers.get('content-security-policy')!
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("script-src 'self'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toContain('unsafe')
    }
  })

  it.each([
    [undefined, 'en'],
    ['de-AT,en;q=0.5', 'de'],
    ['en;q=0.4, de;q=0.3', 'en'],
    ['fr, de;q=0.1', 'de'],
    ['de;q=0', 'en'],
  ])('takes the language of %s', (header, language) => {
    expect(acceptedLanguage(header)).toBe(language)
  })
})

describe('every failing path is a problem with a code', () => {
  const problem = async (response: Response) => {
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    const body = (await response.json()) as { status: number; code: string; detail: string }
    expect(body.status).toBe(response.status)
    return [body.status, body.code]
  }

  it.each([
    ['/api/nothing', 404, 'ROUTE_UNKNOWN'],
    ['/nothing.js', 404, 'ROUTE_UNKNOWN'],
    ['/api/commitments/c-000000000000', 404, 'NOT_FOUND'],
    ['/api/commitments?cursor=c-1', 400, 'REQUEST_INVALID'],
    ['/api/commitments?limit=0', 400, 'REQUEST_INVALID'],
    ['/api/stories/s-1', 404, 'NOT_FOUND'],
    ['/api/reports/r-000000000000', 404, 'NOT_FOUND'],
    ['/api/reports/r-000000000000/capture', 404, 'NOT_FOUND'],
    ['/api/ledger?asOf=2025-13-40', 400, 'REQUEST_INVALID'],
    ['/api/ledger?clock=noon', 400, 'REQUEST_INVALID'],
    ['/api/search', 400, 'REQUEST_INVALID'],
    ['/api/diff?from=2025-01-01', 400, 'REQUEST_INVALID'],
  ])('GET %s', async (path, status, code) => {
    expect(await problem(await ask(path))).toEqual([status, code])
  })

  it('speaks German where that is asked for', async () => {
    const response = await ask('/api/stories/s-1', { headers: { 'accept-language': 'de' } })
    expect(((await response.json()) as { detail: string }).detail).toContain('gibt es in dieser Datei nicht')
  })

  it('wants a token for writing, and one that it knows', async () => {
    expect(await problem(await post('/api/reports', { reports: [] }))).toEqual([401, 'TOKEN_MISSING'])
    expect(await problem(await post('/api/decisions', {}, { authorization: 'Bearer akt_no' }))).toEqual([
      403,
      'TOKEN_UNKNOWN',
    ])
  })

  it('wants a token for reading on any other interface', async () => {
    expect(await problem(await ask('/api/ledger', {}, { host: '0.0.0.0' }))).toEqual([401, 'TOKEN_MISSING'])
    expect((await ask('/api/ledger', { headers: bearer }, { host: '0.0.0.0' })).status).toBe(200)
  })

  it('lets a token that only reads read everything and write nothing', async () => {
    const others = { host: '0.0.0.0' }
    const headers = { authorization: `Bearer ${readingToken}` }
    expect((await ask('/api/ledger', { headers }, others)).status).toBe(200)
    for (const path of ['/api/reports', '/api/decisions', '/api/decisions/preview'])
      expect(await problem(await post(path, { reports: [] }, headers))).toEqual([403, 'TOKEN_READS_ONLY'])
  })

  it('takes only a token that reads in an address', async () => {
    const others = { host: '0.0.0.0' }
    const feed = (given: string) => ask(`/api/export/atom?token=${given}`, {}, others)
    expect((await feed(readingToken)).status).toBe(200)
    expect(await problem(await feed(token))).toEqual([403, 'TOKEN_IN_ADDRESS'])
    expect(await problem(await feed('aktr_no'))).toEqual([403, 'TOKEN_UNKNOWN'])
    expect(await problem(await post(`/api/reports?token=${token}`, {}, {}))).toEqual([
      403,
      'TOKEN_IN_ADDRESS',
    ])
  })

  it('knows no token that was revoked', async () => {
    const revoked = newToken('read')
    const kept = { hash: hashOfToken(revoked), name: 'alt', access: 'read', createdAt: now() } as const
    await archive.store.addToken({ ...kept, revokedAt: null })
    expect((await ask(`/api/sources?token=${revoked}`)).status).toBe(200)
    await archive.store.revokeToken('alt', now())
    expect(await problem(await ask(`/api/sources?token=${revoked}`))).toEqual([403, 'TOKEN_UNKNOWN'])
  })

  it('does not answer to another name on loopback', async () => {
    const response = await app().request('http://evil.example/api/ledger')
    expect(await problem(response)).toEqual([400, 'REQUEST_INVALID'])
  })

  it.each([
    ['no JSON', '{"reports": [', 400, 'REQUEST_INVALID'],
    ['no reports', { reports: [] }, 400, 'REQUEST_INVALID'],
    ['a report without text', { reports: [{ id: 'x' }] }, 400, 'REQUEST_INVALID'],
    ['more than a request may have', `{"x":"${'x'.repeat(21e6)}"}`, 413, 'INPUT_TOO_LARGE'],
  ])('POST /api/reports with %s', async (_, body, status, code) => {
    expect(await problem(await post('/api/reports', body, bearer))).toEqual([status, code])
  })

  it('POST /api/reports fetches the page at an address, and from no address at home', async () => {
    const fetchAddress = async (url: string) => ({
      bytes: new TextEncoder().encode('<title>Neue Zusage</title><p>Kanada sagte der Ukraine Panzer zu.</p>'),
      url: `${url}?gekuerzt`,
    })
    const send = (url: string, changes: Partial<AppOptions>) =>
      ask(
        '/api/reports',
        {
          method: 'POST',
          body: JSON.stringify({ reports: [{ url }] }),
          headers: { 'content-type': 'application/json', ...bearer },
        },
        changes,
      )
    const added = await (await send('https://zeitung.example/zusage', { fetchAddress })).json()
    expect(added).toMatchObject({ outcomes: [{ status: 'added', source: 'https://zeitung.example/zusage' }] })
    const home = await (await send('http://127.0.0.1/', {})).json()
    expect(home).toMatchObject({
      outcomes: [{ status: 'failed', problem: { code: 'INPUT_ADDRESS_PRIVATE' } }],
    })
  })

  it('slows down who asks too often', async () => {
    const limited = app({ limits: { perSecond: 0.1, burst: 2 } })
    const statuses = []
    for (let i = 0; i < 3; i++) statuses.push((await limited.request('http://127.0.0.1/api/health')).status)
    expect(statuses).toEqual([200, 200, 429])
    const refused = await limited.request('http://127.0.0.1/api/health')
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})

describe('deciding', () => {
  it('keeps who and when, reads the report again, and can be undone', async () => {
    const { reading } = (await (await ask(`/api/reports/${firstReport}`)).json()) as {
      reading: { contentHash: string }
    }
    const set = { kind: 'set', contentHash: reading.contentHash, field: 'publisher', value: 'Kurier' }
    const made = await post('/api/decisions', set, bearer)
    expect(made.status).toBe(201)
    const decision = (await made.json()) as { id: string; by: string; decidedAt: string }
    expect(decision).toMatchObject({ by: 'redaktion', decidedAt: expect.stringMatching(/^2026-01-02T/u) })
    const publisher = async () =>
      ((await (await ask(`/api/reports/${firstReport}`)).json()) as { report: { publisher: string | null } })
        .report.publisher
    expect(await publisher()).toBe('Kurier')
    expect((await (await ask('/api/reports?publisher=Kurier')).json()) as object).toMatchObject({ total: 1 })
    await post('/api/decisions', { kind: 'undo', decision: decision.id }, bearer)
    expect(await publisher()).toBeNull()
  })

  interface Proposed {
    readonly total: number
    readonly proposals: readonly {
      readonly id: string
      readonly commitment: { readonly id: string; readonly title: string }
      readonly evidence: { readonly ref: object; readonly exact: string }
      readonly context: { readonly before: string; readonly after: string }
    }[]
  }
  const get = async <T>(path: string): Promise<T> => (await (await ask(path)).json()) as T
  const decided = async (action: object): Promise<string> => {
    const response = await post('/api/decisions', action, bearer)
    expect(response.status, await response.clone().text()).toBe(201)
    return ((await response.json()) as { id: string }).id
  }

  it('shows what a decision would change, keeps it, counts it, and has it after a rebuild', async () => {
    const queue = await get<Proposed>('/api/review')
    const { commitment, evidence, context } = queue.proposals[0]!
    expect(context.before + evidence.exact + context.after).toContain('neue Luftabwehr')
    const correct = {
      kind: 'correct',
      evidence: evidence.ref,
      change: { type: 'provide', date: '2025-03-03', recipients: ['MDA'], kind: 'delivery' },
    }
    const preview = await post('/api/decisions/preview', correct, bearer)
    const { before, after } = (await preview.json()) as Record<string, { stage: string }[]>
    expect([before!.map((one) => one.stage), after!.map((one) => one.stage)]).toEqual([
      ['pledged'],
      ['delivering'],
    ])
    expect(await get<Proposed>('/api/review'), 'a preview keeps nothing').toEqual(queue)
    const corrected = await decided(correct)
    await decided({ kind: 'rename', evidence: evidence.ref, title: 'Luftabwehr für Moldau' })
    await archive.rebuild()
    const { commitments } = await get<{ commitments: object[] }>('/api/ledger')
    expect(commitments[0]).toMatchObject({
      title: 'Luftabwehr für Moldau',
      recipients: ['MDA'],
      stage: 'delivering',
      review: 'corrected',
      history: [{ transition: 'provide', date: { edtf: '2025-03-03', basis: 'stated' } }],
    })
    expect((await get<Proposed>('/api/review')).total).toBe(queue.total - 1)
    const page = await get<{ decisions: object[]; precision: object[] }>('/api/decisions')
    expect(page.decisions[0]).toMatchObject({ by: 'redaktion', inForce: true, exact: evidence.exact })
    expect(page.precision).toEqual([{ type: 'pledge', accepted: 0, corrected: 1, rejected: 0 }])
    await decided({ kind: 'undo', decision: corrected })
    expect((await get<Proposed>('/api/review')).total).toBe(queue.total)
    expect((await get<{ decisions: object[] }>('/api/decisions?limit=3')).decisions[2]).toMatchObject({
      id: corrected,
      inForce: false,
    })
    expect(commitment.title).not.toBe('Luftabwehr für Moldau')
  })

  it('adds an entry by hand, joins it to another and takes them apart again', async () => {
    const { reading } = await get<{ reading: { contentHash: string; article: { text: string } } }>(
      '/api/reports/zwei',
    )
    const exact = reading.article.text.slice(0, 11)
    const ref = { contentHash: reading.contentHash, start: 0, end: 11, type: 'request' }
    const event = { actors: ['UKR'], recipients: ['USA'], kind: 'delivery', object: 'Flugabwehr' }
    await decided({ kind: 'add', evidence: ref, exact, event, title: 'Bitte um Flugabwehr' })
    const titles = async () =>
      (await get<{ commitments: { title: string }[] }>('/api/ledger')).commitments.map((one) => one.title)
    expect(await titles()).toContain('Bitte um Flugabwehr')
    const count = (await titles()).length
    const { proposals } = await get<Proposed>('/api/review')
    const other = proposals.find((one) => one.commitment.title !== 'Bitte um Flugabwehr')!.evidence.ref
    await decided({ kind: 'merge', evidence: ref, with: other })
    expect(await titles()).toHaveLength(count - 1)
    await decided({ kind: 'split', evidence: ref, from: other })
    await archive.rebuild()
    expect(await titles()).toHaveLength(count)
  })

  const nowhere = { contentHash: 'sha256:0', start: 0, end: 1, type: 'pledge' }
  it.each([
    ['an undoing of nothing', { kind: 'undo', decision: 'd-0' }, 404, 'NOT_FOUND'],
    ['a report that is not there', { kind: 'accept', evidence: nowhere }, 404, 'NOT_FOUND'],
    ['an unknown kind', { kind: 'guess', evidence: nowhere }, 400, 'REQUEST_INVALID'],
    ['an empty correction', { kind: 'correct', evidence: nowhere, change: {} }, 400, 'REQUEST_INVALID'],
    [
      'a field nobody knows',
      { kind: 'correct', evidence: nowhere, change: { mood: 1 } },
      400,
      'REQUEST_INVALID',
    ],
  ])('refuses %s', async (_, action, status, code) => {
    const response = await post('/api/decisions', action, bearer)
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([status, code])
  })

  it('refuses what does not fit the report', async () => {
    const { reading } = await get<{ reading: { contentHash: string } }>('/api/reports/zwei')
    const evidence = { contentHash: reading.contentHash, start: 0, end: 4, type: 'pledge' }
    const date = { kind: 'set', contentHash: reading.contentHash, field: 'published', value: 'gestern' }
    for (const [action, status, code] of [
      [{ kind: 'add', evidence, exact: 'Anderes', event: {}, title: null }, 400, 'REQUEST_INVALID'],
      [{ kind: 'reject', evidence }, 404, 'NOT_FOUND'],
      [date, 400, 'INPUT_DATE'],
    ] as const) {
      const response = await post('/api/decisions', action, bearer)
      expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([status, code])
    }
  })

  it('takes a token of the session, until it is another', async () => {
    const headers = { authorization: 'Bearer session', 'content-type': 'application/json' }
    const init = { method: 'POST', headers, body: '{}' }
    expect((await ask('/api/decisions', init, { sessionToken: 'session' })).status).toBe(400)
    expect((await ask('/api/decisions', init, { sessionToken: 'other' })).status).toBe(403)
  })
})
