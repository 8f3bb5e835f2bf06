/**
 * How much work a run is: how often its pieces of code ran, as V8 counts them. The same on every machine, however busy.
 * What built-in functions do inside is not in it. Import this before what is to be counted: code is counted that was
 * not compiled before.
 */
import { Session } from 'node:inspector'

interface Coverage {
  readonly result: readonly {
    readonly url: string
    readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[]
  }[]
}

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
const counted = (): number => {
  const { result } = ask('Profiler.takePreciseCoverage') as Coverage
  let work = 0
  for (const { url, functions } of result)
    if (url.includes('/src/'))
      for (const { ranges } of functions) for (const { count } of ranges) work += count
  return work
}

export const workOf = (run: () => void): number => {
  counted()
  run()
  return counted()
}
