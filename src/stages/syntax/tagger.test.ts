import { expect, test } from 'vitest'
import { loadGerman } from '../../lang/de/pack.ts'
import { tokenize } from '../segment/tokens.ts'
import { featureCount, fillFeatures, tagSentence } from './tagger.ts'
import { labelsAllowed, nextState } from './tagger-labels.ts'
import { viewsOf } from './tagger-views.ts'

const { lexicon, segment, syntax } = loadGerman()
const model = syntax.tagger

/** As the training scores: every feature of every label, nothing summed before. */
const plainly = (text: string): string[] => {
  const tokens = tokenize(text, 0, text.length, segment)
  const views = viewsOf(tokens, 0, tokens.length, lexicon)
  const { labels, bits, weights } = model
  const rows = new Int32Array(featureCount)
  let [before, beforeThat, state] = [0, 0, 0]
  return tokens.map((token, at) => {
    let best = labels.indexOf('PUNCT')
    if (token.kind !== 'punctuation') {
      fillFeatures(rows, views, at, before, beforeThat, state, bits)
      const { known } = views[at]!
      const allowed = known === null ? labels.map((_, l) => l) : [...labelsAllowed(known, labels)]
      const scoreOf = (label: number): number =>
        rows.reduce((sum, row) => sum + weights[row * labels.length + label]!, 0)
      best = allowed.reduce((top, label) => (scoreOf(label) > scoreOf(top) ? label : top))
    }
    state = nextState(state, labels[best]!, token.text)
    ;[before, beforeThat] = [best + 1, before]
    return labels[best]!
  })
}

test.each([
  'Der Minister, der gestern kam, sagte, die USA lieferten 30 Panzer und wollten mehr tun.',
  'Haubitzenlieferungen hatte Kiew zuvor abgelehnt; ob sie kommen, blieb offen (Stand: 3. Mai).',
  'Ein Wort.',
  '„Wir zahlen“, sagte sie – und das Land zahlte 1,5 Mrd. Euro zurück.',
])('the sums made beforehand give the labels that every feature gives: %s', (text) => {
  const tokens = tokenize(text, 0, text.length, segment)
  const tags = tagSentence(tokens, viewsOf(tokens, 0, tokens.length, lexicon), model)
  expect([...tags].map((tag) => model.labels[tag])).toEqual(plainly(text))
})
