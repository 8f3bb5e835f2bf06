/**
 * What the stages know, quickly. Parsing and checking the YAML of a codebook takes some 0.3 s, so the build keeps the
 * checked content of the shipped ones beside the hash of their text.
 */
import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { CompiledCodebook } from '../codebook/codebook.ts'
import { compileCodebook } from '../codebook/compile.ts'
import type { CodebookSource } from '../codebook/schema.ts'
import { sha256 } from '../core/hash.ts'
import type { Knowledge } from '../stages/knowledge.ts'
import { packageRoot } from './paths.ts'
import { openRegisters } from './registers.ts'

/** Written by `scripts/build-codebooks.mjs`. */
interface CheckedCodebook {
  readonly yaml: string
  readonly source: CodebookSource
}

const checkedCodebook = (path: string): CompiledCodebook | null => {
  const file = `${packageRoot}data/codebook-${basename(path, '.yaml')}.json`
  if (!existsSync(file) || !existsSync(path)) return null
  const text = readFileSync(path, 'utf8')
  const { yaml, source } = JSON.parse(readFileSync(file, 'utf8')) as CheckedCodebook
  if (yaml !== sha256(text)) return null
  const { codebook, problems } = compileCodebook(source, text)
  return problems.length === 0 ? codebook : null
}

export const openCodebook = async (path: string): Promise<CompiledCodebook> =>
  checkedCodebook(path) ?? (await import('../codebook/load.ts')).loadCodebook(path)

export const openKnowledge = async (path: string): Promise<Knowledge> => {
  const codebook = await openCodebook(path)
  return { locale: (await import('../lang/de/pack.ts')).loadGerman(await openRegisters()), codebook }
}
