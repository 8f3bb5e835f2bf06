/** When an event happened or shall happen, as narrow as its clause allows. */
import type { DatedValue, TimeAnnotation } from '../../core/layers.ts'
import type { Candidate } from './find.ts'
import type { Scene } from './scene.ts'

const lastOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** First and last day → EDTF, coarser where they make a whole month or year. */
export const edtfOf = ([first, last]: readonly [string, string]): string => {
  if (first === last) return first
  if (first.slice(0, 4) === last.slice(0, 4)) {
    if (first.endsWith('-01-01') && last.endsWith('-12-31')) return first.slice(0, 4)
    const [year, month, day] = last.split('-').map(Number)
    if (first.slice(0, 7) === last.slice(0, 7) && first.endsWith('-01') && day === lastOfMonth(year!, month!))
      return first.slice(0, 7)
  }
  return `${first}/${last}`
}

/** Times that stand in a clause, found by their place; both lists are in text order. */
export const timesByClause = (scene: Scene): ReadonlyMap<number, readonly TimeAnnotation[]> => {
  const out = new Map<number, TimeAnnotation[]>()
  const words = scene.doc.word
  let i = 0
  for (const time of scene.doc.time) {
    while (i < words.length && words[i]!.end <= time.start) i++
    if (i >= words.length) break
    const clause = scene.clauseOf[i]!
    if (clause < 0 || time.range === null) continue
    const list = out.get(clause)
    if (list === undefined) out.set(clause, [time])
    else list.push(time)
  }
  return out
}

/** The last day that a publication date can mean, or null. */
const publicationDay = (publishedAt: string | null): string | null =>
  publishedAt === null ? null : publishedAt.split('/')[0]!.split('T')[0]!

export const dateOf = (
  scene: Scene,
  times: ReadonlyMap<number, readonly TimeAnnotation[]>,
  candidate: Candidate,
  options: { readonly happened: boolean; readonly ongoing: boolean },
): DatedValue | null => {
  const words = scene.doc.word
  const at = words[candidate.at]!.start
  const near = (list: readonly TimeAnnotation[]): TimeAnnotation | null =>
    list.reduce<TimeAnnotation | null>(
      (best, time) => (best === null || Math.abs(time.start - at) < Math.abs(best.start - at) ? time : best),
      null,
    )
  const own = times.get(candidate.clause) ?? []
  const first = words[candidate.region[0] ?? candidate.at]!.start
  const last = words[candidate.region.at(-1) ?? candidate.at]!.end
  const inside =
    candidate.form === 'verb' ? own : own.filter((t) => t.start >= first - 1 && t.end <= last + 1)
  const found =
    near(inside) ??
    near(own) ??
    candidate.complements.map((c) => near(times.get(c) ?? [])).find((t) => t !== null) ??
    null
  if (found?.range) {
    const day = publicationDay(scene.doc.publishedAt)
    // „seit Freitag“ of something that happened cannot begin after the report.
    if (!(options.happened && day !== null && day.length === 10 && found.range[0] > day))
      return { edtf: edtfOf(found.range), basis: found.basis }
  }
  const published = publicationDay(scene.doc.publishedAt)
  if (published === null || !options.happened) return null
  return { edtf: options.ongoing ? published : `/${published}`, basis: 'publication' }
}
