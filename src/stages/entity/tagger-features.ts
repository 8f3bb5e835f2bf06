import type { Upos, Word } from '../../core/layers.ts'
import { type EntityRules, nameClass } from '../../lang/common/entity.ts'
import type { Name } from './name-finder.ts'
import { bracket, createForms, type FormFeatures, headOf, mix, outside } from './tagger-forms.ts'

const parts: readonly Upos[] = [
  'NOUN',
  'PROPN',
  'ADJ',
  'VERB',
  'AUX',
  'ADP',
  'DET',
  'ADV',
  'NUM',
  'PUNCT',
  'X',
]

/** Kinds of register entries as numbers, begin and inside told apart; 0 is none. */
const kindNumbers = ['country', 'bloc', 'seat', 'place', 'region', 'body', 'person']

export interface FeatureReader {
  /** Writes the features of every word of a sentence; returns per word the end of its features in `out`. */
  read(
    words: readonly Word[],
    from: number,
    to: number,
    known: readonly Name[],
  ): { features: Int32Array; ends: Int32Array }
}

/** Room for the features of a word. */
const perWord = 192

/** Kind of a name of several words that a list has: 1 city, 2 organisation, 3 region, 0 none. */
const listKind = (rules: EntityRules, text: string): number => {
  let classes = 0
  for (const plain of rules.nominatives(text)) classes |= rules.names.classesOf(plain)
  if ((classes & nameClass.organisation) !== 0) return 2
  return (classes & nameClass.city) !== 0 ? 1 : (classes & nameClass.region) !== 0 ? 3 : 0
}

export const createFeatures = (rules: EntityRules, buckets: number): FeatureReader => {
  const mask = buckets - 1
  const formOf = createForms(rules)
  let features = new Int32Array(perWord * 64)
  let ends = new Int32Array(64)
  return {
    read: (words, from, to, known) => {
      const count = to - from
      if (ends.length < count) {
        ends = new Int32Array(count * 2)
        features = new Int32Array(perWord * count * 2)
      }
      const forms = new Array<FormFeatures>(count)
      const kinds = new Uint8Array(count)
      const listed = new Uint8Array(count)
      const tags = new Uint8Array(count + 4)
      for (let i = 0; i < count; i++) {
        forms[i] = formOf(words[from + i]!.text)
        tags[i + 2] = parts.indexOf(words[from + i]!.upos) + 2
      }
      for (const name of known) {
        const entry = rules.register.entries[name.aliases[0]!.entry]!
        const number =
          kindNumbers.indexOf(entry.kind) + 1 + (name.aliases.every((a) => a.surnameOnly) ? 8 : 0)
        for (let i = name.from; i < name.to; i++)
          kinds[i - from] = number * 3 + (i === name.from ? (name.to - name.from > 1 ? 1 : 0) : 2)
      }
      // „Bad Homburg“, „Rotes Kreuz“: listed names of two or three words.
      for (let i = 0; i + 1 < count; i++) {
        if (!forms[i]!.isCapital) continue
        for (let length = 3; length > 1; length--) {
          if (i + length > count || !forms[i + length - 1]!.isCapital) continue
          let text = words[from + i]!.text
          for (let k = 1; k < length; k++) text += ` ${words[from + i + k]!.text}`
          const kind = listKind(rules, text)
          if (kind !== 0) {
            for (let k = 0; k < length; k++)
              if (listed[i + k] === 0) listed[i + k] = kind * 2 + (k === 0 ? 0 : 1)
            break
          }
        }
      }
      const runStart = new Uint32Array(count)
      const runEnd = new Uint32Array(count)
      for (let i = 0; i < count; i++) runStart[i] = i > 0 && forms[i - 1]!.isCapital ? runStart[i - 1]! : i
      for (let i = count - 1; i >= 0; i--)
        runEnd[i] = i + 1 < count && forms[i + 1]!.isCapital ? runEnd[i + 1]! : i
      // Whether a quotation is open: titles of works stand in one, as do names of papers.
      const quoted = new Uint8Array(count)
      let open = 0
      for (let i = 0; i < count; i++) {
        const { text } = words[from + i]!
        if (text === '„' || text === '»') open = 1
        else if (text === '“' || text === '«' || text === '”') open = 0
        else if (text === '"') open = 1 - open
        else quoted[i] = open
      }
      let at = 0
      const put = (template: number, value: number): void => {
        features[at++] = mix(template * 0x01000193 + 77, value) & mask
      }
      for (let i = 0; i < count; i++) {
        const self = forms[i]!
        if (!isCandidate(forms, kinds, words, from, i, count)) {
          ends[i] = at
          continue
        }
        const p1 = i > 0 ? forms[i - 1]! : outside
        const p2 = i > 1 ? forms[i - 2]! : outside
        const n1 = i + 1 < count ? forms[i + 1]! : outside
        const n2 = i + 2 < count ? forms[i + 2]! : outside
        const first = i === 0 ? 1 : 0
        const kind = kinds[i]!
        put(1, 0)
        put(2, self.word)
        put(3, self.lower)
        put(4, self.shape)
        put(5, self.shape ^ first)
        for (let k = 0; k < self.affixes.length; k++) put(6 + k, self.affixes[k]!)
        put(12, self.classes)
        put(13, self.dictionary * 2 + first)
        for (const bit of self.classBits) {
          put(14, bit)
          put(15, bit * 32 + self.dictionary)
        }
        put(16, kind)
        put(17, kind * 8 + self.dictionary)
        put(18, listed[i]!)
        // Neighbours
        put(20, p1.lower)
        put(21, n1.lower)
        put(22, p2.lower)
        put(23, n2.lower)
        put(24, p1.shape)
        put(25, n1.shape)
        put(26, p1.classes)
        put(27, n1.classes)
        for (const bit of p1.classBits) put(28, bit)
        for (const bit of n1.classBits) put(29, bit)
        put(30, p1.affixes[1] ?? 0)
        put(31, n1.affixes[1] ?? 0)
        put(32, (i > 0 ? kinds[i - 1]! : 0) * 64 + kind)
        put(33, (i + 1 < count ? kinds[i + 1]! : 0) * 64 + kind)
        // Parts of speech
        const tag = tags[i + 2]!
        put(60, tag)
        put(61, tag * 16 + tags[i + 1]!)
        put(62, tag * 16 + tags[i + 3]!)
        put(63, (tags[i + 1]! * 16 + tag) * 16 + tags[i + 3]!)
        put(64, tag * 8 + self.dictionary)
        put(65, mix(tag, self.classes))
        put(66, mix(tag, p1.lower))
        put(67, mix(tag, n1.lower))
        put(68, tag * 512 + kind)
        put(69, mix(tag, self.affixes[1] ?? 0))
        // Together
        put(34, mix(p1.lower, self.shape))
        put(35, mix(n1.lower, self.shape))
        put(36, mix(p1.lower, self.dictionary * 16384 + (self.classes & 31)))
        put(37, mix(n1.lower, self.dictionary * 16384 + (self.classes & 31)))
        put(38, mix(p1.classes & 255, self.classes & 255) + self.dictionary)
        put(39, mix(n1.classes & 255, self.classes & 255) + self.dictionary)
        put(40, mix(mix(p1.shape, self.shape), n1.shape))
        put(41, mix(p2.lower, p1.lower))
        put(42, mix(n1.lower, n2.lower))
        put(43, mix(p1.lower, self.lower))
        put(44, mix(self.lower, n1.lower))
        put(45, mix(p1.title * 4 + (p1.isCapital ? 1 : 0), self.dictionary * 32 + (self.classes & 31)))
        put(46, p1.dictionary * 256 + self.dictionary * 16 + n1.dictionary)
        put(47, mix(self.affixes[1] ?? 0, self.dictionary * 2 + (self.isCapital ? 1 : 0)))
        put(48, mix(p2.lower, n1.lower))
        // The run of capitalised words that it stands in: „Universität“ and „AG“ decide from afar.
        if (self.isCapital) {
          const start = forms[runStart[i]!]!
          const end = forms[runEnd[i]!]!
          put(49, start.lower)
          put(50, end.lower)
          put(51, headOf(start.classes) * 64 + headOf(end.classes) * 8 + Math.min(3, runEnd[i]! - i) * 2)
          put(52, Math.min(4, i - runStart[i]!) * 8 + Math.min(4, runEnd[i]! - i))
          put(53, mix(start.shape, end.shape))
          put(54, mix(start.classes, end.dictionary))
          put(55, mix(end.classes, self.dictionary))
          // What stands around the run is around each of its words.
          const left = runStart[i]!
          const right = runEnd[i]!
          const before = left > 0 ? forms[left - 1]! : outside
          const after = right + 1 < count ? forms[right + 1]! : outside
          const place = (i > left ? 2 : 0) + (right > i ? 1 : 0)
          put(70, before.lower + place)
          put(71, after.lower + place)
          put(72, mix(before.lower, end.lower))
          put(73, mix(before.lower, after.lower))
          put(74, mix(before.lower, self.classes))
          put(75, mix(after.lower, self.classes))
          // „Internationaler Währungsfonds (IWF)“: the name and its letters.
          if (after.lower === bracket && right + 3 < count)
            put(76, mix(forms[right + 2]!.shape, words[from + right + 3]!.text === ')' ? 1 : 0))
          if (p1.lower === bracket) put(77, mix(self.shape, n1.lower))
          put(78, quoted[i]! * 4 + place)
          put(79, mix(quoted[i]!, self.dictionary * 4 + place))
        }
        ends[i] = at
      }
      return { features, ends }
    },
  }
}

/** Made up so that every template has something to say of it; see `featureChecksum`. */
const probe =
  'Der Präsident des Verbands Norddeutscher Mühlen ( VNM ) , Jan Kowalski-Meier , sagte der „ Bad Homburger Zeitung “ am 3. Mai , Schalke 04 und das Rote Kreuz in Westfalen seien dabei'

/** What the features are, as one number: weights go with the features that they were trained on and no others. */
export const featureChecksum = (rules: EntityRules): number => {
  const words = probe.split(' ').map((text): Word => {
    const kind = /\p{L}/u.test(text) ? 'word' : /\d/u.test(text) ? 'number' : 'punctuation'
    const upos = kind === 'punctuation' ? 'PUNCT' : /^\p{Lu}/u.test(text) ? 'PROPN' : 'X'
    return { text, kind, upos, lemma: text, feats: {}, parts: [], sentence: 0, start: 0, end: 0 }
  })
  const { features, ends } = createFeatures(rules, 1 << 30).read(words, 0, words.length, [])
  let sum = 0
  for (let k = 0; k < ends[words.length - 1]!; k++) sum = mix(sum, features[k]!)
  return sum >>> 0
}

/**
 * Whether a word can be part of a name; all others are left out, unread: two words of three.
 *
 *     Ursula von der Leyen lobt das Institut für Weltwirtschaft und Schalke 04
 *     ^^^^^^^^^^^^^^^^^^^^          ^^^^^^^^^^^^^^^^^^^^^^^^^^^     ^^^^^^^^^^
 */
const isCandidate = (
  forms: readonly FormFeatures[],
  kinds: Uint8Array,
  words: readonly Word[],
  from: number,
  i: number,
  count: number,
): boolean => {
  if (forms[i]!.isCapital || forms[i]!.hasCapital || kinds[i] !== 0) return true
  const follows = i > 0 && (forms[i - 1]!.isCapital || (i > 1 && forms[i - 2]!.isCapital))
  if (words[from + i]!.kind === 'number') return follows
  if ((forms[i]!.classes & 2048) === 0 && words[from + i]!.kind !== 'punctuation') return false
  const leads = i + 1 < count && (forms[i + 1]!.isCapital || (i + 2 < count && forms[i + 2]!.isCapital))
  return leads && (follows || (forms[i]!.classes & 2048) !== 0)
}
