/** What times and tenses say: to come, or told as history. */
import type { TimeAnnotation } from '../../core/layers.ts'
import { type ClauseScene, isPast } from './clause-scene.ts'

/** Whether a clause is set in a time after the publication: „am Dienstag“, „künftig“. */
export const isAhead = (scene: ClauseScene, clause: number): boolean => {
  const lasts = scene.rules.lasting.has(scene.clauses[clause]!.verb?.lemma ?? '')
  return scene.times(clause).some((time) => {
    if (time.value === 'FUTURE_REF') return true
    if (lasts && scene.rules.until.has(scene.wordBefore(time))) return false
    return scene.publishedOn !== null && time.range !== null && time.range[0] > scene.publishedOn
  })
}

/** Told as history: pluperfect, „zuvor“, „bereits im März“, a time long before the publication. */
export const isBackground = (scene: ClauseScene, index: number): boolean => {
  const { verb, introducer } = scene.clauses[index]!
  if (verb?.tense === 'pluperfect' && verb.mood !== 'kon2') return true
  const past = verb !== null && isPast(verb)
  if (introducer !== null && scene.rules.backgroundIntroducers.has(scene.lower(introducer))) return past
  if (!past) return false
  for (const { lower } of scene.forms(index)) if (scene.rules.backgroundAdverbs.has(lower)) return true
  return scene.times(index).some((time) => isLongAgo(scene, time))
}

const isLongAgo = (scene: ClauseScene, time: TimeAnnotation): boolean => {
  if (time.value === 'PAST_REF') return true
  if (time.range === null) return false
  const { rules, publishedOn } = scene
  if (rules.since.has(scene.wordBefore(time))) return false
  // „bereits am Montag“ is history two days on, „am Montag“ is news.
  const already = rules.already.has(scene.wordBefore(time)) || rules.already.has(scene.wordBefore(time, 2))
  if (publishedOn === null) return already
  return time.range[1] < (already ? publishedOn : monthsBefore(publishedOn))
}

/** Two months before, on the same day: „im Januar“ is still news in March. */
const monthsBefore = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const index = year * 12 + month - 3
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}
