/** Contradictions with what a reader wants to know of each report: whose it is, and of when. */
import type { Ledger } from '../formats/ledger.ts'
import type { ListedReport, Store } from '../store/store.ts'

type Contradiction = Ledger['contradictions'][number]
type Claim = Contradiction['claims'][number] &
  Pick<ListedReport, 'publisher' | 'published'> & { agencies: string[] }

export const withOutlets = async (
  store: Pick<Store, 'listed'>,
  contradictions: readonly Contradiction[],
): Promise<(Omit<Contradiction, 'claims'> & { claims: Claim[] })[]> => {
  const ids = new Set(contradictions.flatMap(({ claims }) => claims.map(({ report }) => report)))
  const reports = new Map((await store.listed([...ids].sort())).map((report) => [report.id, report]))
  return contradictions.map((contradiction) => ({
    ...contradiction,
    claims: contradiction.claims.map((claim) => {
      const report = reports.get(claim.report)
      return {
        ...claim,
        publisher: report?.publisher ?? null,
        published: report?.published ?? null,
        agencies: [...(report?.agencies ?? [])],
      }
    }),
  }))
}
