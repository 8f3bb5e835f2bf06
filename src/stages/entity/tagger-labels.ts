/** Labels of the name tagger in the order of its weights: beginning and inside of each type (BIO). */
export const taggerLabels = [
  'O',
  'B-PER',
  'I-PER',
  'B-LOC',
  'I-LOC',
  'B-ORG',
  'I-ORG',
  'B-MISC',
  'I-MISC',
] as const

/** A label may follow another where BIO allows: `I-X` only after `B-X` and `I-X`. */
const mayFollow = (previous: number, next: number): boolean =>
  next === 0 || next % 2 === 1 || previous === next || previous === next - 1

export const labelCount = taggerLabels.length

/** Best label sequence for scores `[word * labels + label]`. */
export const viterbi = (scores: Float64Array, count: number, transitions: ArrayLike<number>): Uint8Array => {
  const back = new Uint8Array(count * labelCount)
  let other = new Float64Array(labelCount)
  let best = new Float64Array(labelCount).fill(Number.NEGATIVE_INFINITY)
  for (let label = 0; label < labelCount; label++)
    if (mayFollow(0, label)) best[label] = scores[label]! + transitions[label]!
  for (let i = 1; i < count; i++) {
    const next = other.fill(Number.NEGATIVE_INFINITY)
    const labels = scores[i * labelCount + 1]! < -1e8 ? 1 : labelCount
    for (let label = 0; label < labels; label++) {
      // As `mayFollow` has it, without asking 81 times a word: `I-X` follows `B-X` and itself, all else anything.
      const inside = label !== 0 && label % 2 === 0
      const end = inside ? label + 1 : labelCount
      for (let previous = inside ? label - 1 : 0; previous < end; previous++) {
        const score = best[previous]! + transitions[previous * labelCount + label]!
        if (score > next[label]!) {
          next[label] = score
          back[i * labelCount + label] = previous
        }
      }
      next[label]! += scores[i * labelCount + label]!
    }
    other = best
    best = next
  }
  const path = new Uint8Array(count)
  let last = 0
  for (let label = 1; label < labelCount; label++) if (best[label]! > best[last]!) last = label
  for (let i = count - 1; i >= 0; i--) {
    path[i] = last
    last = back[i * labelCount + last]!
  }
  return path
}

/** A word that was left out is no name. */
export const silence = (scores: Float64Array, at: number): void => {
  for (let label = 1; label < labelCount; label++) scores[at * labelCount + label] = -1e9
}
