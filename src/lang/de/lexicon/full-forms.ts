import { readFileSync } from 'node:fs'
import type { Case, Feats, Gender, Mood, Numerus, Upos } from '../../../core/layers.ts'
import { Memory } from '../../../core/memory.ts'
import type { Analysis } from '../../common/lexicon.ts'

/** The compiled dictionary; layout in `scripts/data/lexicon.mjs`. */
export interface FullForms {
  readonly version: string
  lookup(form: string): readonly Analysis[]
}

interface Tag {
  readonly upos: Upos
  readonly feats: Feats
  readonly prefix: string | null
}

/** Lemma of a form: letters cut off its end, an ending put on, „ge“ or „zu“ taken out at `at` (-1: nowhere). */
interface Edit {
  readonly cut: number
  readonly ending: string
  readonly at: number
}

const none: readonly Analysis[] = []

const parseTag = (text: string): Tag => {
  const [upos, ...rest] = text.split('.')
  const feats: { -readonly [K in keyof Feats]: Feats[K] } = {}
  let prefix: string | null = null
  for (const item of rest) {
    if (item.startsWith('+')) prefix = item.slice(1)
    else if (/^(?:nom|gen|dat|acc)/u.test(item)) feats.cases = item.split(',') as Case[]
    else if (/^(?:masc|fem|neut)$/u.test(item)) feats.gender = item as Gender
    else if (/^(?:sing|plur)$/u.test(item)) feats.number = item as Numerus
    else if (/^[123]$/u.test(item)) feats.person = Number(item) as 1 | 2 | 3
    else if (/^(?:ind|kon1|kon2|imp)$/u.test(item) && upos !== 'PRON' && upos !== 'DET')
      feats.mood = item as Mood
    else if (/^(?:pres|past)$/u.test(item)) feats.tense = item as 'pres' | 'past'
    else if (/^(?:fin|inf|zuinf|part1|part2)$/u.test(item)) feats.verbForm = item as Feats['verbForm']
    else if (/^(?:pos|cmp|sup)$/u.test(item)) feats.degree = item as Feats['degree']
    else if (item !== 'prefix') feats.pronType = item as Feats['pronType']
  }
  return { upos: upos as Upos, feats, prefix }
}

/** Analyses that are kept, by place in the file: tagger, splitter and entities ask for the same forms. */
const cachedForms = 20_000

/** Opens the compiled dictionary; forms stay in the buffer, analyses are made when they are asked for. */
export const openFullForms = (file: URL): FullForms => {
  const data = readFileSync(file)
  const headerLength = data.readUInt32LE(4)
  const slots = data.readUInt32LE(8)
  const header = JSON.parse(data.toString('utf8', 20, 20 + headerLength)) as {
    readonly tags: readonly string[]
    readonly edits: readonly string[]
    readonly patterns: string
  }
  const start = data.byteOffset + 20 + headerLength
  const table =
    start % 4 === 0
      ? new Uint32Array(data.buffer, start, slots)
      : new Uint32Array(data.buffer.slice(start, start + slots * 4))
  const records = data.subarray(20 + headerLength + slots * 4)
  const patterns = header.patterns.split('\n')
  const parsed: (Int32Array | undefined)[] = new Array(patterns.length)
  const tags: (Tag | undefined)[] = new Array(header.tags.length)

  const patternAt = (index: number): Int32Array => {
    const known = parsed[index]
    if (known !== undefined) return known
    const made = Int32Array.from(patterns[index]!.split(' '), Number)
    parsed[index] = made
    return made
  }
  const tagAt = (index: number): Tag => {
    const known = tags[index]
    if (known !== undefined) return known
    const made = parseTag(header.tags[index]!)
    tags[index] = made
    return made
  }
  const edits: (Edit | undefined)[] = new Array(header.edits.length)
  const editAt = (index: number): Edit => {
    const known = edits[index]
    if (known !== undefined) return known
    const [cut, ending, at] = header.edits[index]!.split(':')
    const made = { cut: Number(cut), ending: ending!, at: at === undefined ? -1 : Number(at) }
    edits[index] = made
    return made
  }
  const lemmaOf = (form: string, { cut, ending, at }: Edit): string => {
    if (at === -1) return cut === 0 ? form + ending : form.slice(0, form.length - cut) + ending
    const base = form.slice(0, at) + form.slice(at + 2)
    return base.slice(0, base.length - cut) + ending
  }
  const find = (form: string): number => {
    let hash = 0x811c9dc5
    for (let i = 0; i < form.length; i++) hash = Math.imul(hash ^ form.charCodeAt(i), 0x01000193)
    let slot = (hash ^ (hash >>> 15)) & (slots - 1)
    for (;;) {
      const at = table[slot]!
      if (at === 0) return -1
      if (records[at] === form.length) {
        let i = 0
        while (i < form.length && records[at + 1 + i] === form.charCodeAt(i)) i++
        if (i === form.length) return at
      }
      slot = (slot + 1) & (slots - 1)
    }
  }
  const known = new Memory<number, readonly Analysis[]>(cachedForms)
  return {
    version: data.readUInt32LE(16).toString(16),
    lookup: (form) => {
      if (form.length > 60) return none
      const at = find(form)
      if (at === -1) return none
      const before = known.get(at)
      if (before !== undefined) return before
      const pattern = patternAt(records[at + 1 + form.length]! | (records[at + 2 + form.length]! << 8))
      const out: Analysis[] = []
      for (let i = 0; i < pattern.length; i += 2) {
        const tag = tagAt(pattern[i + 1]!)
        const lemma = lemmaOf(form, editAt(pattern[i]!))
        out.push(
          tag.prefix === null
            ? { lemma, upos: tag.upos, feats: tag.feats }
            : { lemma, upos: tag.upos, feats: tag.feats, prefix: tag.prefix },
        )
      }
      known.set(at, out)
      return out
    },
  }
}
