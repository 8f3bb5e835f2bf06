/** Files in a ZIP archive, some of them unpacked at a time. */
import { unzipSync } from 'fflate'
import { failure } from '../core/errors.ts'
import { type InputItem, maxDocumentBytes, tooLarge } from './input.ts'

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4

/** So much is unpacked at once. */
const maxHeld = 16e6

/** Files that say what kind of document the archive is: Office and OpenDocument files, e-books. */
const marksDocument = (name: string): boolean => name === '[Content_Types].xml' || name === 'mimetype'

interface Entry {
  readonly name: string
  readonly size: number
}

const entriesOf = (bytes: Uint8Array): Entry[] => {
  const entries: Entry[] = []
  unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      entries.push({ name, size: originalSize })
      return false
    },
  })
  return entries
}

/** Neighbours that fit together. */
const groupsOf = (entries: readonly Entry[]): Set<string>[] => {
  const groups: Set<string>[] = []
  let held = Number.POSITIVE_INFINITY
  for (const { name, size } of entries) {
    if (held + size > maxHeld) {
      groups.push(new Set())
      held = 0
    }
    groups.at(-1)!.add(name)
    held += size
  }
  return groups
}

/**
 * Each file that is wanted, as `archive.zip/path/in/it`. Null where the archive is one document itself. Sizes are
 * those that the archive says; unpacking ends there, whatever comes.
 */
export const zipFiles = (
  bytes: Uint8Array,
  source: string,
  isWanted: (name: string) => boolean,
): Generator<{ readonly source: string; readonly bytes: Uint8Array } | InputItem> | null => {
  let entries: Entry[]
  try {
    entries = entriesOf(bytes)
  } catch {
    return null
  }
  if (entries.some(({ name }) => marksDocument(name))) return null
  const wanted = entries.filter(({ name }) => isWanted(name) && !/(?:^|\/)(?:\.|__MACOSX\/)/u.test(name))
  return unpackedFiles(bytes, source, wanted)
}

function* unpackedFiles(
  bytes: Uint8Array,
  source: string,
  wanted: readonly Entry[],
): Generator<{ readonly source: string; readonly bytes: Uint8Array } | InputItem> {
  if (wanted.length === 0) yield { source, error: failure('INPUT_EMPTY_FOLDER', { source }) }
  for (const { name, size } of wanted) if (size > maxDocumentBytes) yield tooLarge(`${source}/${name}`, size)
  for (const group of groupsOf(wanted.filter(({ size }) => size <= maxDocumentBytes))) {
    try {
      const files = unzipSync(bytes, { filter: ({ name }) => group.has(name) })
      for (const [name, content] of Object.entries(files))
        yield { source: `${source}/${name}`, bytes: content }
    } catch (error) {
      const reason = (error as Error).message
      for (const name of group)
        yield { source: `${source}/${name}`, error: failure('INPUT_UNREADABLE', { source, reason }, error) }
    }
  }
}
