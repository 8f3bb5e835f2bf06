/**
 * Prints what the ground stages see: words, phrases, clauses.
 *
 *     node scripts/show-syntax.mjs 'Die Ukraine bestellte den Botschafter ein.'
 */
import { loadGerman } from '../dist/lang/de/pack.js'
import { segmentStage } from '../dist/stages/segment/stage.js'
import { syntaxStage } from '../dist/stages/syntax/stage.js'

const text = process.argv.slice(2).join(' ')
const knowledge = { locale: loadGerman() }
const base = { text, article: { text, blocks: [{ start: 0, end: text.length, role: 'paragraph' }] } }
const { token, sentence } = segmentStage.run(base, knowledge).layers
const { word, phrase, clause } = syntaxStage.run({ ...base, token, sentence }, knowledge).layers

const feats = (f) =>
  Object.entries(f)
    .map(([k, v]) => (v === true ? k : v))
    .join(' ')
word.forEach((w, i) => {
  if (word[i - 1]?.sentence !== w.sentence) console.log(`--- sentence ${w.sentence}`)
  console.log(
    `${String(i).padStart(3)} ${w.text.padEnd(24)} ${w.upos.padEnd(6)} ${w.lemma.padEnd(24)} ${feats(w.feats)}${w.parts.length > 1 ? `  [${w.parts.join(' ')}]` : ''}`,
  )
})
const at = (i) => (i === null ? '-' : `${i}:${word[i].text}`)
console.log('--- phrases')
phrase.forEach((p, i) => {
  console.log(
    `${String(i).padStart(3)} ${p.role.padEnd(13)} ${p.cases.join(',').padEnd(8)} „${text.slice(p.start, p.end)}“ head ${at(p.head)}${p.preposition ? ` prep ${p.preposition}` : ''}${p.governor === null ? '' : ` of phrase ${p.governor}`}`,
  )
})
console.log('--- clauses')
clause.forEach((c, i) => {
  const v = c.verb
  console.log(
    `${String(i).padStart(3)} ${c.kind}${c.question ? ' question' : ''}${c.conditional ? ' conditional' : ''} parent ${c.parent ?? '-'} intro ${at(c.introducer)} subject ${c.subject === null ? '-' : `„${text.slice(phrase[c.subject].start, phrase[c.subject].end)}“`}`,
  )
  console.log(
    `      ${c.parts.map(([a, b]) => `„${text.slice(word[a].start, word[b - 1].end)}“`).join(' … ')}`,
  )
  if (v)
    console.log(
      `      ${v.lemma}: ${[v.tense, v.mood && v.mood + (v.ambiguousMood ? '?' : ''), v.voice, v.modals.join('+'), v.negated && 'negated'].filter(Boolean).join(', ')} (${v.words.map((w) => word[w].text).join(' … ')})`,
    )
})
