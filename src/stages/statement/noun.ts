import type { Complement, NounCue } from '../../lang/common/statement.ts'
import { complementKind, extentEnd, isReported } from './extent.ts'
import { phraseFrom, type SpeakerWords, wholePhrase } from './phrase.ts'
import { firstWord, type Scene } from './scene.ts'
import { subjectOf } from './speaker.ts'
import type { Proposal } from './statement.ts'

/** A noun or its compound: „Lieferzusage“ is a „Zusage“. */
const nounCueAt = (scene: Scene, at: number, kind: Complement): NounCue | null => {
  const word = scene.words[at]!
  if (word.upos !== 'NOUN') return null
  const direct = scene.rules.nouns.get(word.lemma)
  if (direct !== undefined) return direct
  const head = word.parts.length > 1 && kind !== 'main' ? word.parts.at(-1)! : null
  if (head === null) return null
  return scene.rules.nouns.get(head[0]!.toUpperCase() + head.slice(1)) ?? null
}

/** Words that may stand between a noun and the clause it takes; more is another construction. */
const reach = 9

/**
 * A noun that takes what was said as a clause.
 *
 *     Die Forderung der Städte, mehr Geld zu geben, blieb unerfüllt.
 *         ^^^^^^^^^             ^^^^^^^^^^^^^^^^^^
 *     Der Minister äußerte die Hoffnung, dass es gelinge.
 *                              ^^^^^^^^  ^^^^^^^^^^^^^^^
 */
export const byNoun = (scene: Scene, sentence: number): readonly Proposal[] => {
  const { to } = scene.sentences[sentence]!
  const order = scene.clausesOf[sentence]!
  const out: Proposal[] = []
  for (let position = 0; position < order.length; position++) {
    const index = order[position]!
    const clause = scene.clauses[index]!
    const according = scene.rules.according.has(scene.lower[firstWord(clause)]!)
    const kind = according ? 'clause' : complementKind(scene, index)
    if (kind === null) continue
    if (kind === 'main' && !isReported(clause)) continue
    const start = firstWord(clause)
    if (scene.quoted[start]! >= 0) continue
    let at = start - 1
    if (!/^[,:]$/u.test(scene.lower[at] ?? '')) continue
    at--
    let cue: NounCue | null = null
    for (let steps = 0; at >= 0 && steps < reach; at--, steps++) {
      const { upos } = scene.words[at]!
      if (upos === 'PUNCT' || upos === 'SCONJ' || upos === 'CCONJ') break
      if (kind === 'main' && scene.words[at]!.feats.verbForm === 'fin') break
      cue = nounCueAt(scene, at, kind)
      if (cue !== null) break
    }
    if (cue === null || !cue.complements.has(kind)) continue
    // „nach Angaben der Bahn pünktlich, nur Busse seien ausgefallen“: the attribution holds for all of it.
    if (kind === 'main' && scene.rules.attributiveOfSource.has(scene.lower[at - 1] ?? '')) continue
    const owner = scene.owner[at]!
    const holder = holderOf(scene, at, owner)
    // „unter dem Verdacht, … zu haben“ tells what somebody is suspected of, not what somebody says.
    if (kind === 'infinitive' && holder === null) continue
    const speaker = holder ?? sourcePhrase(scene, at)
    const end = extentEnd(scene, order, position, scene.clauses[owner] ?? null, to)
    out.push({
      kind: 'indirect',
      content: [[according ? start + 1 : start, end]],
      cue: [at],
      speaker,
      clause: owner >= 0 ? owner : null,
      inner: false,
      rule: 'statement/noun',
    })
  }
  return out
}

/** „Berichte, wonach …“, „Gerüchte, dass …“: where nobody holds them they say it themselves. */
const sourcePhrase = (scene: Scene, noun: number): SpeakerWords => {
  const index = scene.phraseOfHead[noun]!
  return index >= 0 ? wholePhrase(scene, index) : { from: noun, to: noun + 1, head: noun }
}

/** Who holds what a noun says: its genitive, its „von …“, its possessive, else the subject of a holding verb. */
const holderOf = (scene: Scene, noun: number, owner: number): SpeakerWords | 'before' | null => {
  const clause = owner >= 0 ? scene.clauses[owner]! : null
  const phraseIndex = scene.phraseOfHead[noun]!
  if (phraseIndex >= 0) {
    let dependent = scene.firstDependent[phraseIndex]!
    for (; dependent >= 0; dependent = scene.nextDependent[dependent]!) {
      const phrase = scene.phrases[dependent]!
      if (phrase.role === 'genitive' || phrase.preposition === 'von') return wholePhrase(scene, dependent)
    }
  }
  const next = scene.words[noun + 1]
  if (next !== undefined && next.upos === 'PROPN') return phraseFrom(scene, noun + 1, noun + 4)
  if (
    clause?.verb &&
    (scene.rules.holders.has(clause.verb.lemma) || scene.rules.verbs.has(clause.verb.lemma))
  ) {
    const subject = subjectOf(scene, clause)
    if (subject !== null && subject.head !== noun && !scene.rules.impersonal.has(scene.lower[subject.head]!))
      return subject
  }
  for (let at = noun - 1; at >= 0 && at >= noun - 3; at--) {
    if (scene.words[at]!.feats.pronType === 'poss') return { from: at, to: noun + 1, head: at }
  }
  return null
}
