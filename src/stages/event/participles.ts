/** Participles by the lexicon: „beschlossen“ → beschließen, „feststeckend“ → feststecken. */
import type { Lexicon } from '../../lang/common/lexicon.ts'
import type { Participle, ParticipleFinder, Scene } from './scene.ts'

const finders = new WeakMap<Lexicon, ParticipleFinder>()

/** Looks participles up in the lexicon: „beschlossen“, „feststeckend“. */
export const participleFinder = (lexicon: Lexicon): ParticipleFinder => {
  const before = finders.get(lexicon)
  if (before !== undefined) return before
  const known = new Map<string, Participle | null>()
  const finder: ParticipleFinder = (base) => {
    let found = known.get(base)
    if (found === undefined) {
      const analysis = lexicon
        .analyse(base)
        .find(({ feats }) => feats.verbForm === 'part2' || feats.verbForm === 'part1')
      found =
        analysis === undefined
          ? null
          : { lemma: analysis.lemma, present: analysis.feats.verbForm === 'part1' }
      if (known.size > 20_000) known.clear()
      known.set(base, found)
    }
    return found
  }
  finders.set(lexicon, finder)
  return finder
}

/** The verb of a participle that stands at a noun: „die zuvor gestoppte Militärhilfe“. */
export const participleAt = (scene: Scene, word: number): Participle | null => {
  const { upos, text, feats } = scene.doc.word[word]!
  if ((upos !== 'ADJ' && feats.verbForm !== 'part2') || text.length < 5) return null
  const form = text.toLowerCase()
  for (const ending of scene.rules.adjectiveEndings) {
    if (ending === '' || !form.endsWith(ending)) continue
    const found = scene.participle(form.slice(0, -ending.length))
    if (found !== null) return found
  }
  return null
}
