/** The versions of a report, each with what it changed of the one before. */
import { openingOf } from '../core/opening.ts'
import type { Reading } from '../formats/reading.ts'
import type { Store, StoredReport } from '../store/store.ts'
import { differenceOf, type VersionDifference } from './version-difference.ts'

export interface Version {
  readonly report: string
  readonly capturedAt: string
  readonly contentHash: string
  readonly title: string | null
  /** How its text begins. */
  readonly opening: string | null
  /** EDTF. */
  readonly published: string | null
  readonly modified: string | null
  /** Null for the first. */
  readonly difference: VersionDifference | null
}

/** `reports` are versions of one another, in order of capture. */
export const versionsOf = async (store: Store, reports: readonly StoredReport[]): Promise<Version[]> => {
  const versions: Version[] = []
  let before: Reading | null = null
  for (const { id, capturedAt, contentHash } of reports) {
    const reading = (await store.reading(id)) as Reading | null
    if (reading === null) continue
    const { title, published, modified } = reading.article
    versions.push({
      report: id,
      capturedAt,
      contentHash,
      title,
      opening: openingOf(reading.article),
      published: published?.edtf ?? null,
      modified: modified?.edtf ?? null,
      difference: before === null ? null : differenceOf(before, reading),
    })
    before = reading
  }
  return versions
}
