/** Reads a codebook. Every complaint names file, line and column, so that an editor can jump there. */
import { readFileSync } from 'node:fs'
import { isMap, isNode, isPair, LineCounter, type ParsedNode, parseDocument } from 'yaml'
import { AktenlageError } from '../core/errors.ts'
import type { CompiledCodebook } from './codebook.ts'
import { type CodebookProblem, compileCodebook } from './compile.ts'
import { codebookSchema } from './schema.ts'

const complain = (name: string, problems: readonly string[]): AktenlageError =>
  new AktenlageError(
    'codebook',
    'CODEBOOK_INVALID',
    `${name} is not a valid codebook:\n${problems.map((p) => `  ${p}`).join('\n')}`,
  )

/** Checks and compiles the text of a codebook. `name` is only used in complaints. */
export const parseCodebook = (source: string, name: string): CompiledCodebook => {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, uniqueKeys: true })
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset)
    return `${name}:${line}:${col}`
  }
  if (document.errors.length > 0) {
    throw complain(
      name,
      document.errors.map(
        (e) => `${at(e.pos[0])}: ${e.message.split('\n')[0]!.replace(/ at line .*$/u, '')}`,
      ),
    )
  }
  /** The node at a path, or the innermost one above it that exists; for an unknown key the key itself. */
  const offsetOf = (path: readonly PropertyKey[], key?: string): number => {
    let node: unknown = document.contents
    let offset = 0
    for (const step of path) {
      if (isNode(node) && node.range) offset = node.range[0]
      if (isMap(node)) {
        const pair = node.items.find((item) => isPair(item) && String(item.key) === String(step))
        if (!pair) break
        const written = pair.key as ParsedNode
        if (written.range) offset = written.range[0]
        node = pair.value ?? null
      } else if (isNode(node) && 'get' in node) {
        node = (node as unknown as { get(k: unknown, keep: true): unknown }).get(step, true)
      } else break
    }
    if (isNode(node) && node.range) offset = node.range[0]
    if (key !== undefined && isMap(node)) {
      const pair = node.items.find((item) => String(item.key) === key)
      const written = pair?.key as ParsedNode | undefined
      if (written?.range) offset = written.range[0]
    }
    return offset
  }
  const report = (problems: readonly CodebookProblem[]): AktenlageError =>
    complain(
      name,
      problems.map(
        (p) => `${at(offsetOf(p.path, p.key))}: ${p.path.map(String).join('.') || 'codebook'}: ${p.message}`,
      ),
    )
  // Aliases are bounded, so that a few lines of YAML cannot blow up.
  const checked = codebookSchema.safeParse(document.toJS({ maxAliasCount: 100 }))
  if (!checked.success) {
    throw report(
      checked.error.issues.flatMap((issue) =>
        issue.code === 'unrecognized_keys'
          ? issue.keys.map((key) => ({ path: issue.path, key, message: `unknown key "${key}"` }))
          : [{ path: issue.path, message: issue.message }],
      ),
    )
  }
  const { codebook, problems } = compileCodebook(checked.data, source)
  if (problems.length > 0) throw report(problems)
  return codebook
}

/** Loads a codebook from a file. */
export const loadCodebook = (path: string): CompiledCodebook => {
  let source: string
  try {
    source = readFileSync(path, 'utf8')
  } catch (cause) {
    throw new AktenlageError(
      'codebook',
      'CODEBOOK_UNREADABLE',
      `The codebook ${path} cannot be read; give the path of a YAML file.`,
      { cause },
    )
  }
  return parseCodebook(source, path)
}
