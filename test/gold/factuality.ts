import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Factuality } from '../../src/core/layers.ts'
import { loadKnowledge } from '../../src/run/knowledge.ts'
import { readCapture } from '../../src/run/read.ts'

const labels: Readonly<Record<string, Factuality>> = { A: 'actual', P: 'planned', O: 'possible', D: 'denied' }

export interface Case {
  readonly sentence: string
  readonly verb: string
  readonly at: number
  readonly factuality: Factuality
  readonly background: boolean
}

/** Lines with `[verb|label]` marks; a line that begins with `#` is a comment. */
export const casesOf = (file: string): Case[] => {
  const text = readFileSync(fileURLToPath(new URL(file, import.meta.url)), 'utf8')
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .flatMap((line) => {
      const cases: Omit<Case, 'sentence'>[] = []
      let sentence = ''
      let end = 0
      for (const match of line.matchAll(/\[(?<verb>[^|\]]+)\|(?<label>[APOD])(?<background>b?)\]/gu)) {
        sentence += line.slice(end, match.index)
        const { verb, label, background } = match.groups as {
          verb: string
          label: string
          background: string
        }
        cases.push({ verb, at: sentence.length, factuality: labels[label]!, background: background === 'b' })
        sentence += verb
        end = match.index + match[0].length
      }
      sentence += line.slice(end)
      return cases.map((c) => ({ ...c, sentence }))
    })
}

export interface Judged extends Case {
  readonly found: Factuality
  readonly foundBackground: boolean
  readonly rule: string
}

export const judgeCases = (cases: readonly Case[]): Judged[] => {
  const knowledge = loadKnowledge()
  const documents = new Map<string, ReturnType<typeof readCapture>['document']>()
  return cases.map((item) => {
    let document = documents.get(item.sentence)
    if (document === undefined) {
      document = readCapture(
        {
          bytes: new TextEncoder().encode(item.sentence),
          kind: 'body',
          name: 'case',
          url: null,
          title: null,
          published: '2024-03-08',
          today: null,
        },
        knowledge,
      ).document
      documents.set(item.sentence, document)
    }
    const word = document.word.findIndex(({ start, end }) => start <= item.at && item.at < end)
    const clause = document.clause.findIndex(({ parts }) =>
      parts.some(([from, to]) => from <= word && word < to),
    )
    const annotation = document.factuality[clause]
    return {
      ...item,
      found: annotation?.factuality ?? 'actual',
      foundBackground: annotation?.background ?? false,
      rule: annotation?.rule ?? 'none',
    }
  })
}

/** F1 of each label and of background, and the mean over the four labels. */
export const scores = (
  judged: readonly Judged[],
): { macro: number; background: number; per: Record<string, number> } => {
  const f1 = (gold: (j: Judged) => boolean, found: (j: Judged) => boolean): number => {
    const both = judged.filter((j) => gold(j) && found(j)).length
    const total = judged.filter(gold).length + judged.filter(found).length
    return total === 0 ? 1 : (2 * both) / total
  }
  const per: Record<string, number> = {}
  for (const label of Object.values(labels))
    per[label] = f1(
      (j) => j.factuality === label,
      (j) => j.found === label,
    )
  const macro = Object.values(per).reduce((sum, value) => sum + value, 0) / 4
  return {
    macro,
    background: f1(
      (j) => j.background,
      (j) => j.foundBackground,
    ),
    per,
  }
}
