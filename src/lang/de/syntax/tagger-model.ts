import { readFileSync } from 'node:fs'
import type { TaggerModel } from '../../common/syntax.ts'

/**
 * Opens the weights of the tagger (`models/README.md` has their origin and licence). Layout: length of the
 * header (uint32), the header (JSON), then rows that are not empty: row number (uint32) and one int8 a label.
 */
export const openTagger = (file: URL): TaggerModel => {
  const data = readFileSync(file)
  const length = data.readUInt32LE(0)
  const { version, labels, bits, lemmas } = JSON.parse(data.toString('utf8', 4, 4 + length)) as {
    readonly version: string
    readonly labels: readonly string[]
    readonly bits: number
    readonly lemmas: Readonly<Record<string, string>>
  }
  const size = labels.length
  const weights = new Int8Array(size * 2 ** bits)
  // Byte by byte: with `set`, a view for each of the 75,000 rows would take ten times as long.
  for (let at = 4 + length; at + 4 + size <= data.length; at += 4 + size) {
    const to = (data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24)) * size
    for (let label = 0; label < size; label++) weights[to + label] = data[at + 4 + label]!
  }
  return { version, labels, bits, weights, lemmas: new Map(Object.entries(lemmas)) }
}
