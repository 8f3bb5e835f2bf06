/**
 * CoNLL-U as we tag it: contractions („im“) are one token with the label and lemma of their preposition, as in
 * running text. `labels` are strings; arrays where the source leaves several open (`gsd-train-part`).
 */
const contractions = {
  'an dem': 'am',
  'in dem': 'im',
  'in das': 'ins',
  'zu dem': 'zum',
  'zu der': 'zur',
  'von dem': 'vom',
  'bei dem': 'beim',
}

const kindOf = (form) =>
  /\p{L}/u.test(form)
    ? 'word'
    : /^[\d.,:]*\d[\d.,:]*$/u.test(form)
      ? 'number'
      : /^\p{P}+$/u.test(form)
        ? 'punctuation'
        : 'symbol'

/** Verb form by the tags of either treebank. */
const verbForm = (xpos, feats, form, lexicon) => {
  if (/FIN$|IMP$|^VBC$/u.test(xpos) || /VerbForm=Fin/u.test(feats)) return 'fin'
  if (/IZU$/u.test(xpos)) return 'izu'
  if (/PP$|^VBN$/u.test(xpos) || /VerbForm=Part/u.test(feats)) return 'part'
  if (lexicon.analyse(form.toLowerCase()).some((a) => a.feats.verbForm === 'zuinf')) return 'izu'
  if (/INF$|^VB$/u.test(xpos) || /VerbForm=Inf/u.test(feats)) return 'inf'
  return 'fin'
}

const labelOf = (columns, lexicon) => {
  const [, form, , upos, xpos, feats, , deprel] = columns
  if (upos === 'VERB' || upos === 'AUX') return `${upos}.${verbForm(xpos, feats, form, lexicon)}`
  if (deprel === 'compound:prt' || xpos === 'PTKVZ')
    return upos === 'ADP' || upos === 'ADV' ? `${upos}.vz` : upos
  if (upos === 'PRON' && /^(?:PRELS|REL)$/u.test(xpos)) return 'PRON.rel'
  return upos
}

const sets = {
  PRON: ['PRON', 'PRON.rel', 'DET'],
  DET: ['DET', 'PRON', 'PRON.rel'],
  ADP: ['ADP', 'ADP.vz', 'CCONJ', 'SCONJ'],
  ADV: ['ADV', 'ADV.vz', 'PART', 'CCONJ', 'SCONJ'],
  ADJ: ['ADJ', 'DET'],
  CCONJ: ['CCONJ', 'SCONJ', 'ADV'],
  SCONJ: ['SCONJ', 'CCONJ'],
  PART: ['PART', 'ADP.vz', 'ADV.vz', 'ADV'],
  X: [],
}

/** Adverbial adjectives („positiv reagieren“) are ADJ in gsd-dev, which we follow, and ADV in the other two. */
const isAdjective = (form, lexicon) => {
  const analyses = lexicon.analyse(form.toLowerCase())
  return analyses.some((a) => a.upos === 'ADJ') && !analyses.some((a) => a.upos === 'ADV')
}

const setOf = (columns, lexicon) => {
  const [, , , upos, , tags] = columns
  if (upos === 'VERB' || upos === 'AUX') {
    if (/\bFIN\b/u.test(tags)) return ['VERB.fin', 'AUX.fin']
    if (/V\.PTCP/u.test(tags)) return ['VERB.part', 'AUX.part']
    return ['VERB.inf', 'AUX.inf', 'VERB.izu', 'VERB.fin', 'AUX.fin']
  }
  if (upos === 'ADV' && isAdjective(columns[1], lexicon)) return ['ADJ']
  return sets[upos] ?? [upos]
}

const calendar =
  /^(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)s?$/u

/** What GSD calls a word that PUD labels otherwise: days and months are names, „als“ and „bis“ prepositions. */
const gsdLabel = (label, form) => {
  const small = form.toLowerCase()
  if (label === 'NOUN' && calendar.test(form)) return 'PROPN'
  if (small === 'bis' && label === 'CCONJ') return 'ADP'
  // GSD has all three for „als“: of PUD we learn no more than whether a clause follows.
  if (small === 'als' && (label === 'CCONJ' || label === 'SCONJ')) return ['ADP', label]
  return label
}

/** A sentence of PUD with labels to train on beside those of GSD. */
export const inGsdLabels = (sentence) => ({
  ...sentence,
  labels: sentence.labels.map((label, i) => gsdLabel(label, sentence.tokens[i].text)),
})

/**
 * Sentences with `tokens`, `labels`, `lemmas`, and `heads` (token index, -1 for the root), `relations`, `features` as
 * the treebank has them; `partial` where the labels are sets.
 */
export const readTreebank = (text, name, lexicon) => {
  const partial = name === 'gsd-train-part'
  return text
    .split(/\n\n+/u)
    .filter((block) => /^\d+\t/mu.test(block))
    .map((block) => {
      const tokens = []
      const labels = []
      const lemmas = []
      const columns = []
      /** Token of a row's number; of a contraction both parts have the same. */
      const tokenOf = new Map()
      let start = 0
      let skipTo = 0
      const rows = block
        .split('\n')
        .filter((line) => /^\d+(?:-\d+)?\t/u.test(line))
        .map((line) => line.split('\t'))
      const push = (form, label, lemma) => {
        tokens.push({ text: form, kind: kindOf(form), start, end: start + form.length })
        labels.push(label)
        lemmas.push(lemma)
        start += form.length + 1
      }
      rows.forEach((row, i) => {
        const range = /^(\d+)-(\d+)$/u.exec(row[0])
        if (range) {
          const first = rows[i + 1]
          // „im“ is one token; „geht's“ stays two.
          if (first[3] === 'ADP') {
            push(row[1], 'ADP', first[2])
            columns.push(first)
            for (let id = Number(range[1]); id <= Number(range[2]); id++) tokenOf.set(id, tokens.length - 1)
            skipTo = Number(range[2])
          }
          return
        }
        if (Number(row[0]) <= skipTo) return
        if (partial) {
          const joined =
            row[3] === 'ADP' && rows[i + 1]?.[3] === 'DET'
              ? contractions[`${row[1]} ${rows[i + 1][1]}`.toLowerCase()]
              : undefined
          if (joined !== undefined) {
            push(
              /^\p{Lu}/u.test(row[1]) ? joined[0].toUpperCase() + joined.slice(1) : joined,
              ['ADP'],
              row[2],
            )
            columns.push(row)
            for (const id of [Number(row[0]), Number(row[0]) + 1]) tokenOf.set(id, tokens.length - 1)
            skipTo = Number(row[0]) + 1
            return
          }
        }
        let label = partial ? setOf(row, lexicon) : labelOf(row, lexicon)
        if (name === 'pud' && label === 'ADV' && isAdjective(row[1], lexicon)) label = 'ADJ'
        push(row[1], label, row[2])
        columns.push(row)
        tokenOf.set(Number(row[0]), tokens.length - 1)
      })
      return {
        tokens,
        labels,
        lemmas,
        partial,
        heads: columns.map((row) => tokenOf.get(Number(row[6])) ?? -1),
        relations: columns.map((row) => row[7] ?? ''),
        features: columns.map((row) => row[5] ?? ''),
      }
    })
}
