import type { NameLists } from '../../common/entity.ts'

const hash = (text: string): number => {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h >>> 0
}

/** Reads the table that `scripts/data/entity.mjs` writes; the bytes are used as they are. */
export const openNames = (bytes: Uint8Array): NameLists => {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  const table = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength >> 2)
  const mask = (table.length >> 1) - 1
  return {
    classesOf: (form) => {
      const wanted = hash(form)
      for (let at = wanted & mask; ; at = (at + 1) & mask) {
        const bits = table[at * 2 + 1]!
        if (bits === 0) return 0
        if (table[at * 2] === wanted) return bits
      }
    },
  }
}
