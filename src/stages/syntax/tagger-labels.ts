/** Labels of the tagger: which ones a form may have, and what those before say of the clause. */
/** Labels of closed classes with the codes that allow them; a word that the lexicon does not list there is none. */
const closed: Readonly<Record<string, string>> = {
  DET: 'TOR',
  PRON: 'OTR',
  'PRON.rel': 'ROTD',
  ADP: 'P',
  'ADP.vz': 'P',
  SCONJ: 'S',
  CCONJ: 'CS',
  PART: 'KJ',
}

const verbCodes: Readonly<Record<string, string>> = { fin: 'f', inf: 'i', izu: 'z', part: 'p' }

const masks = new WeakMap<readonly string[], Map<string, Uint8Array>>()

/** Indices of the labels that the lexicon leaves open. Closed classes are closed; names may be anything. */
export const labelsAllowed = (known: string, labels: readonly string[]): Uint8Array => {
  const cache = masks.get(labels) ?? new Map<string, Uint8Array>()
  if (cache.size === 0) masks.set(labels, cache)
  const found = cache.get(known)
  if (found !== undefined) return found
  const listed = !known.endsWith('?')
  const allows = (label: string): 0 | 1 => {
    const codes = closed[label]
    if (codes !== undefined) return [...codes].some((code) => known.includes(code)) ? 1 : 0
    const [upos, form = ''] = label.split('.')
    if (listed) {
      if (label === 'INTJ') return known.includes('J') ? 1 : 0
      if (label === 'SYM') return 0
      if (label === 'ADV.vz') return /[DPA]/u.test(known) ? 1 : 0
      if (label === 'ADV') return /[DAPCKOTS]/u.test(known) ? 1 : 0
      if (label === 'NUM') return /[9T]/u.test(known) ? 1 : 0
    }
    if (upos === 'AUX') return known.includes(`x${verbCodes[form]}`) ? 1 : 0
    if (upos === 'VERB' && listed)
      return known.includes(`v${verbCodes[form]}`) || known.includes(`x${verbCodes[form]}`) ? 1 : 0
    return 1
  }
  const allowed = Uint8Array.from(labels.flatMap((label, l) => (allows(label) === 1 ? [l] : [])))
  cache.set(known, allowed)
  return allowed
}

/** What the labels so far say of the clause: 1 a finite verb was there, 2 a subordinator was. */
export const nextState = (state: number, label: string, text: string): number => {
  if (label === 'PUNCT') return /[,:;–(„“]/u.test(text) ? 0 : state
  if (label === 'VERB.fin' || label === 'AUX.fin') return state | 1
  if (label === 'SCONJ' || label === 'PRON.rel') return (state & ~1) | 2
  if (label === 'CCONJ') return state & 2
  return state
}
