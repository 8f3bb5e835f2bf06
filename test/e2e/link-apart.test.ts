import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openArchive } from '../../src/run/archive.ts'
import { codebookPath } from '../../src/run/paths.ts'
import { openStore } from '../../src/store/open.ts'

/** What is built: a thread cannot start on TypeScript under Node 20. */
const built = (name: string): Promise<unknown> =>
  import(new URL(`../../dist/run/${name}.js`, import.meta.url).href)

const folder = mkdtempSync(join(tmpdir(), 'aktenlage-apart-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('links in a thread of its own, and another process finds the links', async () => {
  const file = join(folder, 'apart.sqlite')
  const now = (): string => '2026-01-02T03:04:05.000Z'
  const archive = openArchive({ file, now })
  const bytes = new TextEncoder().encode('Norwegen sagte der Ukraine am 3. März 2024 neue Raketen zu.')
  const document = {
    source: 'a.txt',
    url: null,
    title: null,
    published: '2024-03-04',
    kind: 'body',
    bytes,
  } as const
  for await (const outcome of archive.add(
    (async function* () {
      yield document
    })(),
  ))
    expect(outcome.status).toBe('added')
  await archive.close()

  const { linkApart } = (await built('link-apart')) as typeof import('../../src/run/link-apart.ts')
  expect(await linkApart(file, codebookPath(undefined))).toBe(true)
  const store = openStore(file)
  const { engineOf } = (await built('engine')) as typeof import('../../src/run/engine.ts')
  const kept = await store.derivedResult(`links ${engineOf(codebookPath(undefined)).ledger}`)
  expect(kept?.generation).toBe(await store.generation())
  await store.close()
  // One that cannot is told, and whoever asked links for itself.
  expect(await linkApart(file, join(folder, 'nothing.yaml'))).toBe(false)
})
