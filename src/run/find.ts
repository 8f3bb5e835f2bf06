/** From what a user types to the thing that is meant. */
import { failure } from '../core/errors.ts'
import type { Commitment, Ledger } from '../formats/ledger.ts'
import type { StoredReport } from '../store/store.ts'
import type { Archive } from './archive.ts'

export type Found =
  | { readonly kind: 'commitment'; readonly commitment: Commitment; readonly alias: boolean }
  | { readonly kind: 'story'; readonly story: Ledger['stories'][number] }
  | { readonly kind: 'wireGroup'; readonly wireGroup: Ledger['wireGroups'][number] }
  | { readonly kind: 'contradiction'; readonly contradiction: Ledger['contradictions'][number] }

/** An entry of a ledger by its id, an id it once had, or the beginning of one. */
export const findInLedger = (ledger: Ledger, id: string): Found | null => {
  const commitment = ledger.commitments.find((one) => one.id === id || one.aliases.includes(id))
  if (commitment !== undefined) return { kind: 'commitment', commitment, alias: commitment.id !== id }
  const story = ledger.stories.find((one) => one.id === id)
  if (story !== undefined) return { kind: 'story', story }
  const wireGroup = ledger.wireGroups.find((one) => one.id === id)
  if (wireGroup !== undefined) return { kind: 'wireGroup', wireGroup }
  const contradiction = ledger.contradictions.find((one) => one.id === id)
  if (contradiction !== undefined) return { kind: 'contradiction', contradiction }
  if (!/^[cswx]-[0-9a-f]{3,}$/u.test(id)) return null
  const ids = [ledger.commitments, ledger.stories, ledger.wireGroups, ledger.contradictions]
    .flatMap((list) => list.map((one) => one.id))
    .filter((one) => one.startsWith(id))
  if (ids.length > 1) throw failure('AMBIGUOUS', { id, choices: ids.slice(0, 5).join(', ') })
  return ids.length === 1 ? findInLedger(ledger, ids[0]!) : null
}

const fileName = (source: string): string => source.split(/[\\/]/u).at(-1)!

/** A report by its id, the beginning of one, its source, or the file name in that. */
export const findReport = async (archive: Archive, name: string): Promise<StoredReport | null> => {
  const exact = await archive.store.report(name)
  if (exact !== null) return exact
  const withdrawn = (await archive.store.withdrawals()).find(
    (one) => one.reportId === name || one.source === name || fileName(one.source) === name,
  )
  const all = await archive.store.reports()
  const matches = [
    (report: StoredReport) => report.source === name || report.url === name,
    (report: StoredReport) => /^r-[0-9a-f]{3,}$/u.test(name) && report.id.startsWith(name),
    (report: StoredReport) => fileName(report.source) === name,
  ]
  for (const matches1 of matches) {
    const found = all.filter(matches1)
    if (found.length === 1) return found[0]!
    if (found.length > 1)
      throw failure('AMBIGUOUS', {
        id: name,
        choices: found
          .slice(0, 5)
          .map((report) => report.id)
          .join(', '),
      })
  }
  if (withdrawn !== undefined)
    throw failure('WITHDRAWN', { id: withdrawn.reportId, day: withdrawn.at.slice(0, 10) })
  return null
}

/** All versions of the report that is meant, in order of capture; an address may name several. Empty: there is none. */
export const findVersions = async (archive: Archive, name: string): Promise<StoredReport[]> => {
  const reports = await archive.store.reports()
  const named = reports.find((one) => one.url === name || one.source === name)
  const report = named ?? (await findReport(archive, name))
  return report === null ? [] : archive.store.versions(report.id)
}
