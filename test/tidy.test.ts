import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const source = fileURLToPath(new URL('../src/', import.meta.url))

/** The architecture: what a folder of `src` may import. Everything may import types of `formats`. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  core: ['formats'],
  formats: [],
  html: ['core'],
  lang: ['core'],
  codebook: ['core'],
  stages: ['core', 'html', 'lang', 'codebook'],
  link: ['core', 'codebook', 'formats'],
  ledger: ['core', 'codebook', 'formats', 'link'],
  export: ['core', 'formats', 'ledger'],
  acquire: ['core'],
  store: ['core', 'formats'],
  run: [
    'core',
    'formats',
    'html',
    'lang',
    'codebook',
    'stages',
    'link',
    'ledger',
    'export',
    'acquire',
    'store',
  ],
  api: ['core', 'formats', 'ledger', 'export', 'store', 'run'],
  cli: [
    'core',
    'formats',
    'html',
    'lang',
    'codebook',
    'stages',
    'link',
    'ledger',
    'export',
    'acquire',
    'store',
    'run',
    'api',
  ],
}

const files = (readdirSync(source, { recursive: true }) as string[])
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts'))

/** Import specifiers of a file, type imports included. */
const importsOf = (file: string): string[] =>
  [...readFileSync(join(source, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(?<path>\.[^']+)'/gu)].map(
    (m) => relative(source, join(source, dirname(file), m.groups!.path!)).replaceAll('\\', '/'),
  )

describe('dependencies point one way', () => {
  it('looks at the whole source', () => expect(files.length).toBeGreaterThanOrEqual(30))

  it.each(files.filter((f) => !f.endsWith('.test.ts')))('%s', (file) => {
    const folder = file.split('/')[0]!
    expect(mayImport, `unknown folder ${folder}`).toHaveProperty(folder)
    for (const target of importsOf(file)) {
      const into = target.split('/')[0]!
      if (into === folder) {
        // Inside stages/, one stage never imports another: they meet through layers.
        if (folder === 'stages' && target.split('/').length > 2 && file.split('/').length > 2) {
          expect(target.split('/')[1], `${file} imports ${target}`).toBe(file.split('/')[1])
        }
        continue
      }
      expect(mayImport[folder], `${file} imports ${target}`).toContain(into)
    }
  })
})

describe('the core is pure', () => {
  const pure = files.filter(
    (f) =>
      /^(core|html|lang|codebook|stages|link|ledger|export|formats)\//u.test(f) && !f.endsWith('.test.ts'),
  )
  it.each(pure)('%s has no clock, randomness, network or console', (file) => {
    const text = readFileSync(join(source, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gmu, '')
    for (const forbidden of [
      'Date.now(',
      'new Date()',
      'Math.random(',
      'fetch(',
      'console.',
      'setTimeout(',
    ]) {
      expect(text, `${file} uses ${forbidden}`).not.toContain(forbidden)
    }
  })
})

describe('only src/lang knows a language', () => {
  // The other stages still hold a few German words.
  const clean = files.filter(
    (f) => /^stages\/(?:segment|syntax|time|entity)\//u.test(f) && !f.endsWith('.test.ts'),
  )
  /** Made up to try every feature of the name tagger; its checksum is part of the model. */
  const probe = /const probe =\s*'[^']*'/u
  const german =
    /[äöü]|'(?:d(?:er|ie|as|es|em|en|ass)|und|oder|sowie|als|wie|nicht|haben|sein|werden|zu|vo[nmr]|mit|im|ein|er|sie|man|ob|wenn)'/iu
  it.each(clean)('%s holds no German word', (file) => {
    const text = readFileSync(join(source, file), 'utf8')
    expect(text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gmu, '').replace(probe, '')).not.toMatch(german)
  })
})

describe('names', () => {
  it.each(files)('%s is kebab-case and no barrel', (file) => {
    for (const part of file.split('/')) expect(part).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*(\.test)?(\.ts)?$/u)
    expect(file).not.toMatch(/(?:^|\/)(?:index|utils|helpers)\.ts$/u)
  })
})

describe('documents name files that there are', () => {
  const root = fileURLToPath(new URL('../', import.meta.url))
  const markdown = (folder: string): string[] =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(folder, name))
  const documents = ['.', 'docs', 'docs/decisions', 'models', 'registers', 'samples', 'scripts/data'].flatMap(
    markdown,
  )
  const folders = /^(?:bench|codebooks|docs|models|registers|samples|schemas|scripts|sql|src|test|web)\//u
  /** What a reader makes with the commands beside it. */
  const made = /^test\/cases\/seite\./u
  const sourceNames = new Set(files.map((file) => file.split('/').at(-1)))

  it.each(documents)('%s', (document) => {
    const text = readFileSync(join(root, document), 'utf8')
    for (const [path] of text.matchAll(/[\w./-]*\w\.(?:ts|mjs|md|json|yaml|sql|txt|bin)\b/gu))
      if (folders.test(path) && !made.test(path)) expect(existsSync(join(root, path)), path).toBe(true)
    // Source files are also named by their end: `driver.ts`, `ledger/steps.ts`.
    for (const { groups } of text.matchAll(/`(?<path>[\w/-]+\.ts)`/gu))
      if (!folders.test(groups!.path!))
        expect(sourceNames, groups!.path).toContain(groups!.path!.split('/').at(-1))
  })
})
