/**
 * From what a user names (paths, folders, globs, addresses, `-`) to documents, one at a time and in bounded memory.
 * What cannot be read is an item too, so that the rest goes on and nothing is lost unseen.
 */
import { createReadStream } from 'node:fs'
import { lstat, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { failure } from '../core/errors.ts'
import { cannotRead, type FetchAddress, type InputItem } from './input.ts'
import {
  addressDocuments,
  type FileOptions,
  jsonLinesName,
  readableName,
  streamDocuments,
} from './input-file.ts'

export interface InputOptions extends FileOptions {
  /** Every input is JSON Lines of `{id, html | text | body, url?, title?, published?}`. */
  readonly jsonl: boolean
  readonly stdin: Readable
  readonly fetchAddress: FetchAddress
}

const fileDocuments = (
  path: string,
  options: Omit<InputOptions, 'fetchAddress'> & FileOptions,
): AsyncGenerator<InputItem> =>
  streamDocuments(createReadStream(path), path, options, options.jsonl || jsonLinesName.test(path))

async function* folderFiles(
  folder: string,
  wanted: (path: string) => boolean,
): AsyncGenerator<string | InputItem> {
  let entries: string[]
  try {
    entries = (await readdir(folder)).sort()
  } catch (error) {
    yield cannotRead(folder, error)
    return
  }
  for (const entry of entries) {
    if (entry.startsWith('.')) continue
    const path = join(folder, entry)
    try {
      // Links to folders are not followed, so there are no circles.
      const info = await lstat(path)
      if (info.isDirectory()) yield* folderFiles(path, wanted)
      else if (wanted(path) && (await stat(path)).isFile()) yield path
    } catch (error) {
      yield cannotRead(path, error)
    }
  }
}

const globMark = /[*?]/u

/** `**` any folders, `*` and `?` within a name. */
const globPattern = (glob: string): RegExp => {
  const source = glob
    .split(/(\*\*\/?|\*|\?)/u)
    .map((part) => {
      if (part.startsWith('**')) return part.endsWith('/') ? '(?:.*/)?' : '.*'
      if (part === '*') return '[^/]*'
      if (part === '?') return '[^/]'
      return part.replaceAll(/[\\^$.|+()[\]{}]/gu, '\\$&')
    })
    .join('')
  return new RegExp(`^${source}$`, 'u')
}

async function* pathDocuments(path: string, options: InputOptions): AsyncGenerator<InputItem> {
  const info = await stat(path).catch((error: unknown) => error)
  if (info instanceof Error && globMark.test(path)) {
    const fixed = path.slice(0, path.search(globMark))
    const folder = fixed.includes('/') ? fixed.slice(0, fixed.lastIndexOf('/') + 1) : '.'
    const pattern = globPattern(path)
    let found = false
    for await (const file of folderFiles(folder, (candidate) => pattern.test(candidate))) {
      found = true
      if (typeof file === 'string') yield* fileDocuments(file, { ...options, fetchAddress: undefined })
      else yield file
    }
    if (!found) yield { source: path, error: failure('INPUT_NO_MATCH', { source: path }) }
    return
  }
  if (info instanceof Error) {
    yield cannotRead(path, info)
    return
  }
  if ((info as { isDirectory(): boolean }).isDirectory()) {
    let found = false
    for await (const file of folderFiles(path, (candidate) => readableName.test(candidate))) {
      found = true
      if (typeof file === 'string') yield* fileDocuments(file, { ...options, fetchAddress: undefined })
      else yield file
    }
    if (!found) {
      yield { source: path, error: failure('INPUT_EMPTY_FOLDER', { source: path }) }
    }
    return
  }
  yield* fileDocuments(path, options)
}

/** Documents of all the inputs, in order. Never throws for one that cannot be read. */
export async function* inputDocuments(
  inputs: readonly string[],
  options: InputOptions,
): AsyncGenerator<InputItem> {
  for (const input of inputs) {
    if (input === '-') yield* streamDocuments(options.stdin, '-', options, options.jsonl)
    else if (!/^https?:\/\//iu.test(input)) yield* pathDocuments(input, options)
    else yield* addressDocuments(input, options)
  }
}
