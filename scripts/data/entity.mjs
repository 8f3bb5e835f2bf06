/**
 * Compiles `registers/` for a quick start: the YAML as one JSON file, the lists of names as one hash table
 * (open addressing, FNV-1a; two 32-bit numbers a slot: hash and class bits).
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'yaml'

const root = new URL('../../', import.meta.url)
const read = (name) => readFileSync(new URL(`registers/${name}`, root), 'utf8')

const sources = ['countries', 'bodies', 'offices', 'places'].map((name) => parse(read(`${name}.yaml`)))
writeFileSync(new URL('data/registers.json', root), JSON.stringify(sources))

const classes = new Map()
/** Adds the names of a list; a comment line opens the next section. */
const add = (file, bits) => {
  let section = -1
  for (const line of read(`names/${file}.txt`).split('\n')) {
    if (line.startsWith('# ')) section++
    else if (line !== '') classes.set(line, (classes.get(line) ?? 0) | bits[Math.max(0, section)])
  }
}
add('given', [1, 2, 3])
add('surnames', [4])
add('cities', [24, 8])
add('organisations', [32])
add('regions', [64])

const hash = (text) => {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h >>> 0
}
const size = 1 << 17
const table = new Uint32Array(size * 2)
for (const [name, bits] of classes) {
  const h = hash(name)
  let at = h & (size - 1)
  while (table[at * 2 + 1] !== 0) at = (at + 1) & (size - 1)
  table[at * 2] = h
  table[at * 2 + 1] = bits
}
writeFileSync(new URL('data/names.bin', root), new Uint8Array(table.buffer))
