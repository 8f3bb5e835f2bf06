import type { Annotated } from '../../core/stage.ts'
import type { EntityRules, NameGender } from '../../lang/common/entity.ts'
import { blocs, type Entity } from './entities.ts'

/** Who was spoken of how lately and how prominently. */
export interface Salience {
  note(entity: Entity, word: number, form: 'name' | 'adjective' | 'part' | 'description' | 'pronoun'): void
  endSentence(): void
  /** Latest entity before a word that fits. */
  latest(word: number, fits: (entity: Entity) => boolean): Entity | null
  /** Person whom a description without a name means: acting, lately. */
  person(word: number, fits: (entity: Entity) => boolean): Entity | null
  /** Whether the word is the subject of a sentence that tells who said something, or stands behind „so“. */
  tells(word: number): boolean
  /** Country last spoken of, not the one given; with `mustAct` only where it stands for who does something. */
  latestCountry(word: number, not?: string | null, mustAct?: boolean): Entity | null
  /** The acting country, body or person of this sentence so far. */
  actorBefore(word: number): Entity | null
  /** Who was last told to have said something, before this sentence; media only where they are asked for. */
  source(word: number, fits: (entity: Entity) => boolean): Entity | null
  /** Whom a pronoun of one of the genders means. */
  antecedent(word: number, genders: readonly NameGender[]): Entity | null
  /** For whom „man“ speaks: the subject of the sentence so far, else of the one before. */
  speaker(word: number): Entity | null
}

interface Noted {
  readonly entity: Entity
  readonly word: number
  readonly sentence: number
  readonly form: 'name' | 'adjective' | 'part' | 'description' | 'pronoun'
  readonly isSubject: boolean
  /** Within quotation marks: nobody outside of them points there. */
  readonly isQuoted: boolean
  /** Depends on a noun: genitive attribute or in a prepositional phrase. */
  readonly isOblique: boolean
}

/** Further back nothing is looked for, so that the work stays linear. */
const memory = 64

/** 1 for words between quotation marks that open and close in one paragraph. */
const quotedWords = ({ text, word: words }: Annotated<'word'>, { words: lists }: EntityRules): Uint8Array => {
  const out = new Uint8Array(words.length)
  let open = -1
  for (let at = 0; at < words.length; at++) {
    const before = words[at - 1]
    if (before !== undefined && text.slice(before.end, words[at]!.start).includes('\n')) open = -1
    if (!lists.quotationMarks.has(words[at]!.text)) continue
    if (open >= 0) out.fill(1, open, at)
    open = open >= 0 ? -1 : at
  }
  return out
}

/** Sentences that „der Norweger“ reaches back. */
const descriptionReach = 5

export const createSalience = (document: Annotated<'word' | 'phrase'>, rules: EntityRules): Salience => {
  const noted: Noted[] = []
  const quoted = quotedWords(document, rules)
  let sentence = 0
  const roles = new Map<number, { readonly subject: boolean; readonly oblique: boolean }>()
  for (const phrase of document.phrase) {
    const role = {
      subject: phrase.role === 'subject',
      oblique: phrase.preposition !== null || phrase.role === 'genitive',
    }
    for (let i = phrase.from; i < Math.min(phrase.to, phrase.from + 12); i++)
      if (!roles.has(i) || i === phrase.head) roles.set(i, role)
    roles.set(phrase.head, role)
  }
  const hasPhrases = document.phrase.length > 0

  /** Without phrases: a preposition or a genitive article right before makes it oblique. */
  const isOblique = (word: number): boolean => {
    const role = roles.get(word)
    if (role !== undefined) return role.oblique
    for (let i = word - 1; i >= Math.max(0, word - 4); i--) {
      const one = document.word[i]!
      if (one.upos === 'ADP') return true
      if (rules.words.genitiveArticles.has(one.text)) return true
      if (one.kind === 'punctuation' || one.upos === 'VERB' || one.upos === 'AUX') return false
    }
    return false
  }
  const recent = function* (word: number): Generator<Noted> {
    let steps = 0
    for (let i = noted.length - 1; i >= 0 && steps < memory; i--) {
      if (noted[i]!.word >= word) continue
      steps++
      yield noted[i]!
    }
  }
  const acts = (one: Noted): boolean => !one.isOblique && one.form !== 'adjective' && one.form !== 'part'

  /** Whether a verb of saying stands in the sentence of a word. */
  const isTold = (at: number): boolean => {
    const home = document.word[at]!.sentence
    for (let i = Math.max(0, at - 40); i < Math.min(document.word.length, at + 40); i++) {
      const word = document.word[i]!
      if (word.sentence === home && rules.words.speechVerbs.has(word.lemma)) return true
    }
    return false
  }

  /** „nach Angaben des Ministeriums“, „teilte das Ministerium mit“, „laut US-Medien“ */
  const isSource = (one: Noted): boolean => {
    for (let i = one.word - 1; i >= Math.max(0, one.word - 3); i--)
      if (rules.words.sourceWords.has(document.word[i]!.text.toLowerCase())) return true
    return (one.isSubject || !one.isOblique) && isTold(one.word)
  }

  /** „schrieb sie“, „sie sagte“: whoever says something is a person rather than a country. */
  const speaks = (word: number): boolean =>
    [word - 1, word + 1].some((i) => rules.words.speechVerbs.has(document.word[i]?.lemma ?? ''))

  return {
    note: (entity, word, form) => {
      const oblique = isOblique(word)
      const subject = hasPhrases ? (roles.get(word)?.subject ?? false) : !oblique
      const isQuoted = quoted[word] === 1
      noted.push({ entity, word, sentence, form, isSubject: subject, isOblique: oblique, isQuoted })
    },
    endSentence: () => {
      sentence++
    },
    latest: (word, fits) => {
      for (const one of recent(word)) if (fits(one.entity)) return one.entity
      return null
    },
    person: (word, fits) => {
      let best: Entity | null = null
      let bestScore = Number.NEGATIVE_INFINITY
      for (const one of recent(word)) {
        const back = sentence - one.sentence
        if (back > descriptionReach) break
        if (one.entity.kind !== 'person' || one.form === 'description' || !fits(one.entity)) continue
        if (one.isQuoted && quoted[word] === 0) continue
        // A single word may be no person at all.
        const full = one.entity.name.includes(' ') ? 2 : 0
        const score = full + (acts(one) ? 2 : 0) + (one.isSubject ? 1 : 0) - back
        if (score > bestScore) {
          bestScore = score
          best = one.entity
        }
      }
      return best
    },
    tells: (word) =>
      rules.words.insertedSo.has(document.word[word - 2]?.text ?? '') ||
      ((roles.get(word)?.subject ?? false) && isTold(word)),
    latestCountry: (word, not = null, mustAct = false) => {
      // „die russische Invasion … das Land“: an adjective is taken only where nothing else is there.
      let attribute: Entity | null = null
      for (const one of recent(word)) {
        const { country, kind, type } = one.entity
        if (country === null || country === not || type === 'PER') continue
        if (kind === 'country' && blocs.has(country)) continue
        if (kind !== 'country' && kind !== 'place' && !(kind === 'body' && one.form === 'name')) continue
        if (mustAct ? acts(one) : one.form !== 'adjective' && one.form !== 'part') return one.entity
        attribute ??= one.entity
      }
      return mustAct ? null : attribute
    },
    actorBefore: (word) => {
      // The earliest: „Wien bestellte den Botschafter ins Außenministerium ein“.
      let first: Entity | null = null
      for (const one of recent(word)) {
        if (one.sentence < sentence) break
        if (acts(one) && one.entity.country !== null) first = one.entity
      }
      return first
    },
    source: (word, fits) => {
      for (const one of recent(word)) {
        const { kind } = one.entity
        if (one.sentence === sentence || kind === 'place' || kind === 'country' || !fits(one.entity)) continue
        if (isSource(one)) return one.entity
      }
      return null
    },
    antecedent: (word, genders) => {
      const says = speaks(word)
      let best: Entity | null = null
      let bestScore = Number.NEGATIVE_INFINITY
      let distance = 0
      for (const one of recent(word)) {
        const back = sentence - one.sentence
        if (back > 2) break
        if (one.form === 'adjective' || one.form === 'part' || (one.isQuoted && quoted[word] === 0)) continue
        const { gender, kind } = one.entity
        if (gender === null ? kind !== 'person' || genders.includes('n') : !genders.includes(gender)) continue
        // A place is where something happens; only its country acts and is meant by „sie“ or „es“.
        if (kind === 'place' || kind === 'group') continue
        const score =
          -back * 3 +
          (one.isSubject ? 2 : 0) -
          (one.isOblique ? 1.5 : 0) +
          (kind === 'person' ? (says ? 4 : 1) : 0) +
          (gender === null ? -1 : 0) -
          distance * 0.1
        distance++
        if (score > bestScore) {
          bestScore = score
          best = one.entity
        }
      }
      return best
    },
    speaker: (word) => {
      let first: Noted | null = null
      for (const one of recent(word)) {
        const back = sentence - one.sentence
        if (back > 1 || (back === 1 && first !== null && first.sentence === sentence)) break
        if (one.entity.kind === 'place' && !one.isSubject) continue
        if (!acts(one)) continue
        if (one.entity.kind === 'person' || one.entity.kind === 'body' || one.isSubject) first = one
      }
      return first?.entity ?? null
    },
  }
}
