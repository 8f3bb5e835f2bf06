/**
 * Where each report stands in time: when it came out, from when it was known, which version of a document it is. Kept
 * up to date: a report that comes or goes makes only those anew that share a landmark or a document with it.
 */
import { type Days, daysOf } from '../core/edtf.ts'
import { compare } from '../core/sorted.ts'
import type { ReportFacts } from '../link/facts.ts'
import { isOpen, type Publication, publicationsOf, statedPublication } from '../link/infer-dates.ts'
import { type Landmarks, sharedKeysOf } from '../link/landmarks.ts'
import type { LinkedReport } from './link.ts'

export interface Timeline {
  /** By report id. */
  readonly reports: ReadonlyMap<string, LinkedReport<ReportFacts>>
  /** Documents with more than one version. */
  readonly versioned: ReadonlyMap<string, readonly LinkedReport<ReportFacts>[]>
  /** Takes reports in and out. Says which stand elsewhere than before; the others are the same objects. */
  update(came: readonly ReportFacts[], gone: readonly ReportFacts[]): Moved
}

export interface Moved {
  readonly came: readonly LinkedReport<ReportFacts>[]
  readonly gone: readonly LinkedReport<ReportFacts>[]
  /** Reports that have another number of versions beside them. */
  readonly versions: readonly string[]
}

/** Sorts after every day. */
const undated = '9999'

const documentOf = (facts: ReportFacts): string => facts.url ?? facts.source

const byContent = (a: ReportFacts, b: ReportFacts): number =>
  compare(a.contentHash, b.contentHash) || compare(a.report, b.report)

const sameDays = (a: Days, b: Days): boolean => a.first === b.first && a.last === b.last

const samePublication = (a: Publication, b: Publication): boolean =>
  sameDays(a.days, b.days) && a.basis === b.basis && a.because.join() === b.because.join()

/** Adds to, or takes from, the set that a key has. */
const put = <T>(map: Map<string, Set<T>>, key: string, value: T): void => {
  const set = map.get(key)
  if (set === undefined) map.set(key, new Set([value]))
  else set.add(value)
}
const take = <T>(map: Map<string, Set<T>>, key: string, value: T): void => {
  const set = map.get(key)
  if (set?.delete(value) === true && set.size === 0) map.delete(key)
}

const stand = (facts: ReportFacts, publication: Publication, isLater: boolean): LinkedReport<ReportFacts> => {
  const captured = facts.capturedAt.slice(0, 10)
  // A later version says something new; it is as old as its change, or else as its capture.
  const out = isLater
    ? (daysOf(facts.modified?.edtf) ?? { first: publication.days.first, last: null })
    : publication.days
  return {
    facts,
    publication,
    out,
    known: { published: out.last ?? captured, captured },
    earliest: out.first ?? undated,
    document: documentOf(facts),
  }
}

export const createTimeline = (landmarks: Landmarks): Timeline => {
  const reports = new Map<string, LinkedReport<ReportFacts>>()
  const versioned = new Map<string, readonly LinkedReport<ReportFacts>[]>()
  const documents = new Map<string, Set<ReportFacts>>()
  /** Publications that others had a part in. */
  const inferred = new Map<ReportFacts, Publication>()
  /** Landmark → reports that tell of it, and those of them whose publication is open. */
  const holders = new Map<string, Set<ReportFacts>>()
  const openHolders = new Map<string, Set<ReportFacts>>()

  const publicationOf = (facts: ReportFacts): Publication =>
    inferred.get(facts) ?? { days: statedPublication(facts)!, basis: 'stated', because: [] }

  /** Open reports that these may say something about, directly or by way of one another. */
  const concerned = (changed: readonly ReportFacts[]): Set<ReportFacts> => {
    const open = new Set<ReportFacts>()
    const seen = new Set<string>()
    const waiting = changed.flatMap((facts) => sharedKeysOf(facts, landmarks))
    for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
      if (seen.has(key)) continue
      seen.add(key)
      for (const facts of openHolders.get(key) ?? []) {
        if (open.has(facts)) continue
        open.add(facts)
        waiting.push(...sharedKeysOf(facts, landmarks))
      }
    }
    return open
  }

  /** Makes the publications of open reports anew; returns those that changed. */
  const infer = (open: ReadonlySet<ReportFacts>): ReportFacts[] => {
    const around = new Set(open)
    for (const facts of open)
      for (const key of sharedKeysOf(facts, landmarks))
        for (const other of holders.get(key) ?? []) around.add(other)
    // In the order of their content, which is the same for every order of arrival.
    const all = [...around].sort(byContent)
    const made = publicationsOf(all, landmarks)
    return all.filter((facts, index) => {
      if (!open.has(facts)) return false
      const before = inferred.get(facts)
      inferred.set(facts, made[index]!)
      return before === undefined || !samePublication(before, made[index]!)
    })
  }

  return {
    reports,
    versioned,
    update: (came, gone) => {
      const touched = new Set<string>()
      for (const facts of gone) {
        for (const key of sharedKeysOf(facts, landmarks)) {
          take(holders, key, facts)
          take(openHolders, key, facts)
        }
        inferred.delete(facts)
        take(documents, documentOf(facts), facts)
        touched.add(documentOf(facts))
      }
      for (const facts of came) {
        const open = isOpen(facts)
        for (const key of sharedKeysOf(facts, landmarks)) {
          put(holders, key, facts)
          if (open) put(openHolders, key, facts)
        }
        put(documents, documentOf(facts), facts)
        touched.add(documentOf(facts))
      }
      const open = concerned([...gone, ...came])
      for (const facts of came) if (isOpen(facts)) open.add(facts)
      for (const facts of infer(open)) touched.add(documentOf(facts))

      const moved = {
        came: [] as LinkedReport<ReportFacts>[],
        gone: [] as LinkedReport<ReportFacts>[],
        versions: [] as string[],
      }
      for (const { report } of gone) {
        const old = reports.get(report)
        if (old === undefined) continue
        moved.gone.push(old)
        reports.delete(report)
      }
      for (const document of touched) {
        const versions = [...(documents.get(document) ?? [])]
        const first = versions.map(({ capturedAt }) => capturedAt).sort()[0]
        for (const facts of versions) {
          const old = reports.get(facts.report)
          const now = stand(facts, publicationOf(facts), first! < facts.capturedAt)
          if (
            old?.facts === facts &&
            sameDays(old.out, now.out) &&
            samePublication(old.publication, now.publication)
          )
            continue
          if (old !== undefined) moved.gone.push(old)
          reports.set(facts.report, now)
          moved.came.push(now)
        }
        if (versions.length > 1) {
          const all = versions.map(({ report }) => reports.get(report)!)
          versioned.set(document, all)
          moved.versions.push(...versions.map(({ report }) => report))
        } else if (versioned.delete(document)) moved.versions.push(...versions.map(({ report }) => report))
      }
      return moved
    },
  }
}
