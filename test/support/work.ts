/**
 * How much work a run is: how often its pieces of code ran, as V8 counts them. The same on every machine, however busy.
 * What built-in functions do inside is not in it. Import this before what is to be counted: code is counted that was
 * not compiled before.
 */
import { Session } from 'node:inspector'

interface Coverage {
  readonly result: readonly {
    readonly url: string
    readonly functions: readonly {
      readonly functionName: string
      readonly ranges: readonly { readonly startOffset: number; readonly count: number }[]
    }[]
  }[]
}

/** How often each block of our code ran, by file, function and place. */
export type Work = ReadonlyMap<string, number>

const session = new Session()
session.connect()
/** Commands to one's own thread are answered before they return. */
const ask = (method: string, parameters: object = {}): unknown => {
  let answer: unknown
  session.post(method, parameters, (error, result) => {
    if (error !== null) throw error
    answer = result
  })
  return answer
}
ask('Profiler.enable')
ask('Profiler.startPreciseCoverage', { callCount: true, detailed: true })

/** The counts since the last call; they begin anew. */
const counted = (): Work => {
  const { result } = ask('Profiler.takePreciseCoverage') as Coverage
  const work = new Map<string, number>()
  for (const { url, functions } of result) {
    if (!url.includes('/src/')) continue
    const file = url.slice(url.indexOf('/src/'))
    for (const { functionName, ranges } of functions)
      for (const { startOffset, count } of ranges) {
        const block = `${file} ${functionName} ${startOffset}`
        work.set(block, (work.get(block) ?? 0) + count)
      }
  }
  return work
}

export const blocksOf = (run: () => void): Work => {
  counted()
  run()
  return counted()
}

export const workOf = (run: () => void): number => {
  let work = 0
  for (const count of blocksOf(run).values()) work += count
  return work
}

/**
 * Blocks that ran more than twice as often for twice as much, with how often. A block that ran as often as the one around
 * it is not told of by itself, so what is missing once says nothing.
 */
export const superlinear = (once: Work, twice: Work): readonly string[] =>
  [...twice].flatMap(([block, count]) => {
    const before = once.get(block)
    return before !== undefined && count > 2.5 * before + 500 ? [`${block}: ${before}, then ${count}`] : []
  })
