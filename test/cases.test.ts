/**
 * Documents with what they should give, made by `aktenlage case`. Texts of others stay out of the repository:
 * `AKTENLAGE_CASES=folder:folder` adds folders of your own.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { pageCaseSchema, readCase } from '../src/run/page-case.ts'

const ours = fileURLToPath(new URL('./cases/', import.meta.url))
const folders = [ours, ...(process.env.AKTENLAGE_CASES ?? '').split(':').filter((path) => path !== '')]
const cases = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(folder, name)),
)

describe('pages give what they should', () => {
  it('looks at every folder', () => expect(cases.length).toBeGreaterThanOrEqual(3))

  it.each(cases)('%s', (path) => {
    const pageCase = pageCaseSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
    const document = join(path, '..', pageCase.document)
    expect(existsSync(document), document).toBe(true)
    expect(Object.keys(pageCase.expected)).not.toEqual([])
    expect(readCase(pageCase, readFileSync(document)), pageCase.note).toEqual(pageCase.expected)
  })
})
