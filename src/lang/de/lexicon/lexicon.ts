import type { Case, Feats } from '../../../core/layers.ts'
import { remembering } from '../../../core/memory.ts'
import type { Analysis, Lexicon } from '../../common/lexicon.ts'
import { compoundSplitter } from './compounds.ts'
import { openFullForms } from './full-forms.ts'

const file = new URL('../../../../data/de-lexicon.bin', import.meta.url)

const adjectiveEndings = ['en', 'em', 'er', 'es', 'e']
const allCases: readonly Case[] = ['nom', 'gen', 'dat', 'acc']

/** Prefixes that are separated in finite verb-second clauses. */
const separable =
  /^(?:auseinander|durcheinander|zusammen|entgegen|gegenüber|hervor|heraus|hinaus|herein|hinein|herunter|hinunter|herüber|hinüber|herbei|voraus|voran|vorbei|vorher|zurück|weiter|wieder|bereit|sicher|fertig|bekannt|empor|heran|herab|hinab|herum|hinzu|umher|durch|nieder|unter|statt|teil|fest|frei|fort|gleich|über|dar|auf|aus|bei|ein|her|hin|los|mit|nach|vor|weg|ab|an|um|zu)(?=\p{L}{4})/u

/** Endings of nouns that show gender: „-ung“ is feminine. */
const nounEndings: readonly (readonly [RegExp, Feats])[] = [
  [
    /(?:ung|heit|keit|schaft|ion|tät|enz|anz|ik|ie|ei|ur|in|ade|age)$/u,
    { gender: 'fem', number: 'sing', cases: allCases },
  ],
  [
    /(?:ungen|heiten|keiten|schaften|ionen|täten|enzen|anzen|iken|ien|eien|uren|innen|aden|agen)$/u,
    { gender: 'fem', number: 'plur', cases: allCases },
  ],
  [
    /(?:ismus|ling|or|eur|ist|ant|ent|er)$/u,
    { gender: 'masc', number: 'sing', cases: ['nom', 'dat', 'acc'] },
  ],
  [/(?:linge|lingen)$/u, { gender: 'masc', number: 'plur', cases: allCases }],
  [/(?:ers|ors|eurs|lings)$/u, { gender: 'masc', number: 'sing', cases: ['gen'] }],
  [/(?:um|ment|chen|lein|tum)$/u, { gender: 'neut', number: 'sing', cases: ['nom', 'dat', 'acc'] }],
  [/(?:ums|ments|chens|tums)$/u, { gender: 'neut', number: 'sing', cases: ['gen'] }],
]

const title = (text: string): string => text[0]!.toUpperCase() + text.slice(1)

/** The German lexicon: the compiled dictionary, and analysis of what it lacks. */
export const loadLexicon = (): Lexicon => {
  const forms = openFullForms(file)
  const { lookup } = forms
  const splitter = compoundSplitter(lookup)

  /** „zerstörten“ → ADJ zerstört, „hochpräzise“ → ADJ hochpräzis */
  const asAdjective = (form: string): Analysis[] => {
    for (const ending of adjectiveEndings) {
      if (!form.endsWith(ending) || form.length < ending.length + 4) continue
      const stem = form.slice(0, -ending.length)
      for (const { upos, feats } of lookup(stem)) {
        if (upos === 'ADJ' || (upos === 'VERB' && (feats.verbForm === 'part1' || feats.verbForm === 'part2')))
          return [{ lemma: stem, upos: 'ADJ', feats: { degree: 'pos' } }]
      }
    }
    // The second part of a compound adjective, the longest first.
    for (let at = 2; at <= form.length - 4 && at < 24; at++) {
      const tail = form.slice(at)
      for (const { upos, lemma, feats } of lookup(tail))
        if (upos === 'ADJ' && lemma.length >= 4) return [{ lemma: form.slice(0, at) + lemma, upos, feats }]
    }
    for (const ending of ['', ...adjectiveEndings]) {
      if (!form.endsWith(ending)) continue
      const stem = ending === '' ? form : form.slice(0, -ending.length)
      if (
        /(?:lich|ig|isch|bar|sam|los|haft|iv|ell|al|ierend|iert|fähig|weit|reich|arm|frei|voll)$/u.test(
          stem,
        ) &&
        stem.length > 4
      )
        return [{ lemma: stem, upos: 'ADJ', feats: { degree: 'pos' } }]
    }
    return []
  }

  /** A separable prefix before a verb that we know: „losmarschierte“ → losmarschieren */
  const asVerb = (form: string): Analysis[] => {
    const prefix = separable.exec(form)?.[0]
    if (prefix !== undefined) {
      const rest = form.slice(prefix.length)
      const zu = rest.startsWith('zu') ? lookup(rest.slice(2)).filter((a) => a.feats.verbForm === 'inf') : []
      const out: Analysis[] = []
      for (const a of zu)
        if (a.upos === 'VERB')
          out.push({ lemma: prefix + a.lemma, upos: 'VERB', feats: { verbForm: 'zuinf' }, prefix })
      for (const a of lookup(rest))
        if (a.upos === 'VERB' && a.feats.mood !== 'imp' && a.prefix === undefined)
          out.push({ lemma: prefix + a.lemma, upos: 'VERB', feats: a.feats, prefix })
      if (out.length > 0) return out
    }
    const regular = /^(?<stem>\p{L}{2,}ier)(?<ending>en|t|te|ten|e|est|test|end)$/u.exec(form)
    if (regular !== null) {
      const lemma = `${regular.groups!.stem}en`
      const third: Feats = { verbForm: 'fin', mood: 'ind', person: 3 }
      switch (regular.groups!.ending) {
        case 'en':
          return [
            { lemma, upos: 'VERB', feats: { verbForm: 'inf' } },
            { lemma, upos: 'VERB', feats: { ...third, tense: 'pres', number: 'plur' } },
          ]
        case 't':
          return [
            { lemma, upos: 'VERB', feats: { ...third, tense: 'pres', number: 'sing' } },
            { lemma, upos: 'VERB', feats: { verbForm: 'part2' } },
          ]
        case 'te':
          return [{ lemma, upos: 'VERB', feats: { ...third, tense: 'past', number: 'sing' } }]
        case 'ten':
          return [{ lemma, upos: 'VERB', feats: { ...third, tense: 'past', number: 'plur' } }]
        case 'e':
          return [{ lemma, upos: 'VERB', feats: { ...third, mood: 'kon1', tense: 'pres', number: 'sing' } }]
        default:
          return []
      }
    }
    return []
  }

  /** „Verletzten“ → die Verletzte, „Liefern“ → das Liefern */
  const asNominalised = (form: string): Analysis[] => {
    const lower = form[0]!.toLowerCase() + form.slice(1)
    const out: Analysis[] = []
    for (const ending of adjectiveEndings) {
      if (!lower.endsWith(ending)) continue
      const stem = form.slice(0, -ending.length)
      if (stem.length < 3) continue
      const base = [...lookup(stem[0]!.toLowerCase() + stem.slice(1)), ...lookup(lower)]
      if (
        !base.some(
          (a) =>
            a.upos === 'ADJ' ||
            (a.upos === 'VERB' && (a.feats.verbForm === 'part2' || a.feats.verbForm === 'part1')),
        )
      )
        continue
      out.push(...nominalised(`${stem}e`, ending))
      break
    }
    for (const a of lookup(lower))
      if (a.upos === 'VERB' && (a.feats.verbForm === 'inf' || a.feats.verbForm === 'zuinf'))
        out.push({
          lemma: form,
          upos: 'NOUN',
          feats: { gender: 'neut', number: 'sing', cases: ['nom', 'dat', 'acc'] },
        })
    if (lower.endsWith('s') && out.length === 0)
      for (const a of lookup(lower.slice(0, -1)))
        if (a.upos === 'VERB' && a.feats.verbForm === 'inf')
          out.push({
            lemma: form.slice(0, -1),
            upos: 'NOUN',
            feats: { gender: 'neut', number: 'sing', cases: ['gen'] },
          })
    return out
  }

  const asNoun = (form: string): Analysis[] => {
    const length = splitter.headLength(form)
    if (length > 0) {
      const front = form.slice(0, form.length - length)
      return lookup(title(form.slice(-length)))
        .filter((a) => a.upos === 'NOUN')
        .map((a) => ({ ...a, lemma: front + a.lemma.toLowerCase() }))
    }
    const nominal = asNominalised(form)
    if (nominal.length > 0) return nominal
    if (form.length > 5 && !/^\p{Lu}+$/u.test(form))
      for (const [ending, feats] of nounEndings)
        if (ending.test(form)) return [{ lemma: nounLemma(form, feats), upos: 'NOUN', feats }]
    return []
  }

  const analyseOnce = (form: string): readonly Analysis[] => {
    const known = lookup(form)
    if (known.length > 0 || form.length > 60 || form.length < 3) return known
    const hyphen = form.lastIndexOf('-')
    if (hyphen > 0 && hyphen < form.length - 1) {
      const front = form.slice(0, hyphen + 1)
      const tail = form.slice(hyphen + 1)
      const inner = analyseOnce(tail)
      return inner
        .filter((a) => a.upos === 'NOUN' || a.upos === 'ADJ' || a.upos === 'PROPN')
        .map((a) => ({ ...a, lemma: front + a.lemma }))
    }
    if (/^\p{Lu}/u.test(form)) return asNoun(form)
    if (!/^\p{Ll}/u.test(form)) return []
    const verbs = asVerb(form)
    return verbs.length > 0 ? verbs : asAdjective(form)
  }

  const analyse = remembering(30_000, analyseOnce)

  return { version: `1-${forms.version}`, lookup, analyse, split: splitter.split }
}

const nounLemma = (form: string, { number, cases }: Feats): string => {
  if (number === 'plur')
    return /innen$/u.test(form)
      ? form.slice(0, -3)
      : /ien$/u.test(form)
        ? form.slice(0, -1)
        : form.slice(0, -2)
  return cases?.length === 1 && cases[0] === 'gen' ? form.slice(0, -1) : form
}

/** Cases of a nominalised adjective by its ending, strong and weak together. */
const nominalised = (lemma: string, ending: string): Analysis[] => {
  const noun = (feats: Feats): Analysis => ({ lemma, upos: 'NOUN', feats })
  switch (ending) {
    case 'e':
      return [
        noun({ number: 'sing', cases: ['nom', 'acc'] }),
        noun({ number: 'plur', cases: ['nom', 'acc'] }),
      ]
    case 'en':
      return [
        noun({ number: 'plur', cases: allCases }),
        noun({ number: 'sing', cases: ['gen', 'dat', 'acc'] }),
      ]
    case 'er':
      return [
        noun({ gender: 'masc', number: 'sing', cases: ['nom'] }),
        noun({ gender: 'fem', number: 'sing', cases: ['gen', 'dat'] }),
        noun({ number: 'plur', cases: ['gen'] }),
      ]
    case 'es':
      return [noun({ gender: 'neut', number: 'sing', cases: ['nom', 'acc'] })]
    default:
      return [noun({ number: 'sing', cases: ['dat'] })]
  }
}
