/** Stories, and reports that come from one original, as they are seen on a day. */
import { shortId } from '../core/hash.ts'
import { compare } from '../core/sorted.ts'
import type { Ledger } from '../formats/ledger.ts'
import type { Linked, LinkedReport, ReportHead } from './link.ts'
import type { View } from './view.ts'

export const wireGroupsOf = (linked: Linked, view: View): Ledger['wireGroups'] =>
  linked.origins.groups
    .flatMap((group) => {
      const out = group.filter(view.shows)
      if (out.length < 2) return []
      const counts = new Map<string, number>()
      for (const { facts } of out)
        for (const agency of facts.agencies) counts.set(agency, (counts.get(agency) ?? 0) + 1)
      const [agency] = [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))
      return [{ id: idOfFirst('w', group[0]!), agency: agency?.[0] ?? null, documents: documentsOf(out) }]
    })
    .sort((a, b) => compare(a.id, b.id) || compare(a.documents.join(), b.documents.join()))

interface LinkedStory {
  readonly id: string
  readonly reports: readonly LinkedReport[]
}

/** Of each story the reports that say what office somebody holds, where there are two. */
export const officesToldIn = (linked: Linked): readonly (readonly LinkedReport[])[] =>
  linkedStoriesOf(linked).offices

interface LinkedStories {
  readonly list: readonly LinkedStory[]
  readonly offices: readonly (readonly LinkedReport[])[]
}

const linkedStories = new WeakMap<Linked['stories'], LinkedStories>()

/** The same for every day. */
const linkedStoriesOf = ({ stories, reports }: Linked): LinkedStories => {
  const known = linkedStories.get(stories)
  if (known !== undefined) return known
  const list = stories
    .map((ids) => {
      const all = ids.map((id) => reports.get(id)!)
      return { id: idOfFirst('s', all[0]!), reports: all }
    })
    .sort((a, b) => compare(a.id, b.id))
  const offices = list
    .map((story) => story.reports.filter(({ facts }) => facts.offices.length > 0))
    .filter(({ length }) => length > 1)
  const made = { list, offices }
  linkedStories.set(stories, made)
  return made
}

export const storiesOf = (linked: Linked, view: View): Ledger['stories'] => {
  const out: Ledger['stories'] = []
  for (const { id, reports } of linkedStoriesOf(linked).list) {
    const shown = reports.filter(view.shows)
    if (shown.length > 0) out.push({ id, title: shown[0]!.facts.heading, documents: documentsOf(shown) })
  }
  return out
}

/** Ids of wire groups and stories, which are hashes of their first report. */
const idsOfFirst = { w: new WeakMap<ReportHead, string>(), s: new WeakMap<ReportHead, string>() }

const idOfFirst = (kind: 'w' | 's', { facts }: LinkedReport): string => {
  const known = idsOfFirst[kind].get(facts)
  if (known !== undefined) return known
  const id = shortId(kind, facts.contentHash)
  idsOfFirst[kind].set(facts, id)
  return id
}

const documentsOf = (reports: readonly LinkedReport[]): string[] =>
  reports.length === 1 ? [reports[0]!.facts.source] : [...new Set(reports.map(({ facts }) => facts.source))]
