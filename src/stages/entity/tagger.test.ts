import { describe, expect, it } from 'vitest'
import { loadGerman } from '../../lang/de/pack.ts'
import { featureChecksum } from './tagger-features.ts'
import { taggerLabels } from './tagger-labels.ts'

describe('the weights shipped', () => {
  const rules = loadGerman().entity

  it('were trained on the features that the code has; else run scripts/train/entity.mjs', () =>
    expect(rules.tagger?.features).toBe(featureChecksum(rules)))

  it('have a row of labels for every bucket', () =>
    expect(rules.tagger?.weights.length).toBe((rules.tagger?.buckets ?? 0) * taggerLabels.length))
})
