import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openArchive } from '../run/archive.ts'
import { createApp } from './app.ts'

const folder = mkdtempSync(join(tmpdir(), 'aktenlage-changes-'))
const now = () => '2026-01-02T03:04:05.000Z'
const archive = openArchive({ file: join(folder, 'changes.sqlite'), now })
afterAll(async () => {
  await archive.close()
  rmSync(folder, { recursive: true })
})

it('goes on after the event that was seen last, and says that it is there', async () => {
  const times = { lookEveryMs: 1, aliveEveryMs: 1 }
  const server = createApp({
    archive,
    now,
    host: '127.0.0.1',
    webRoot: join(folder, 'web'),
    sessionToken: 'session',
    streamTimes: times,
  })
  const listen = (path: string, headers: Record<string, string> = {}) =>
    server.request(`http://127.0.0.1${path}`, { headers })
  /** Events until one of that name has come. */
  const until = async (response: Response, name: string): Promise<Record<string, string>[]> => {
    const events: Record<string, string>[] = []
    let text = ''
    for await (const piece of response.body!.pipeThrough(new TextDecoderStream())) {
      text += piece
      const blocks = text.split('\n\n')
      text = blocks.pop()!
      for (const block of blocks) {
        const lines = block.split('\n').map((line) => line.split(/: ?(.*)/su) as [string, string])
        events.push(Object.fromEntries(lines))
        if (events.at(-1)!.event === name || (name === '' && '' in events.at(-1)!)) return events
      }
    }
    return events
  }
  const add = (id: string, body: string) =>
    server.request('http://127.0.0.1/api/reports', {
      method: 'POST',
      body: JSON.stringify({ reports: [{ id, body, published: '2025-04-01' }] }),
      headers: { 'content-type': 'application/json', authorization: 'Bearer session' },
    })

  const [hello, alive] = await until(await listen('/api/changes'), '')
  expect([hello!.event, alive]).toEqual(['hello', { '': 'alive' }])
  await add('stream-1', 'Kanada hat der Ukraine am 1. April 2025 weitere Panzer zugesagt.')
  const [again, first] = await until(await listen('/api/changes', { 'last-event-id': hello!.id! }), 'ledger')
  expect([again!.id, first!.event]).toEqual([hello!.id, 'ledger'])
  expect(JSON.parse(first!.data!)).toMatchObject({
    from: { snapshot: hello!.id },
    to: { snapshot: first!.id },
    added: [{ title: expect.stringContaining('Canada') }],
  })
  await add('stream-2', 'Norwegen hat der Ukraine am 1. April 2025 Munition zugesagt.')
  const german = { 'accept-language': 'de' }
  const [, second] = await until(await listen(`/api/changes?since=${first!.id}`, german), 'ledger')
  expect(JSON.parse(second!.data!)).toMatchObject({
    from: { snapshot: first!.id },
    added: [{ title: expect.stringContaining('Norwegen') }],
  })
  const [reset] = await until(await listen('/api/changes', { 'last-event-id': 'sha256:0' }), 'reset')
  expect([reset!.event, reset!.id]).toEqual(['reset', second!.id])
})
