/**
 * The article in a page.
 *
 *     tree → blocks with zones → the container that holds most prose → what of it is article → findings
 */
import type { Diagnostic } from '../../core/diagnostic.ts'
import { parsePage } from '../../html/tree.ts'
import type { Findings } from './assemble.ts'
import { peopleOf } from './authors.ts'
import { articleBlocks, findContainer } from './page-container.ts'
import { pageDates } from './page-dates.ts'
import { findKicker, findLead, isHeadline, kickerText, publisherName, siteNames } from './page-heads.ts'
import { judgePage } from './page-kind.ts'
import { pageMetadata } from './page-metadata.ts'
import { type Sorted, sortBlocks } from './page-sort.ts'
import { findTeasers } from './page-teasers.ts'
import { withTicker } from './page-ticker.ts'
import { hiddenBody, shinglesOf } from './structured-body.ts'
import { isCalledTicker } from './ticker.ts'
import { chooseTitle, splitKicker } from './titles.ts'

const nothing: Sorted = { kept: [], keptBlocks: [], furniture: [], agencies: [], authors: [] }

const hiddenNote: Diagnostic = {
  rule: 'article/structured-body',
  message: 'The page shows little of its text; it was read from the copy in its structured data.',
}

/** Reads a page; `today` bounds its dates. */
export const readPage = (
  source: string,
  url: string | null,
  today: string | null,
): { findings: Findings; diagnostics: Diagnostic[] } => {
  const page = parsePage(source)
  const meta = pageMetadata(page)
  const blocks = articleBlocks(page)
  const body = shinglesOf(meta.articleBody)
  const title = chooseTitle({
    headline: meta.headline,
    shared: meta.ogTitle,
    page: meta.pageTitle,
    printed: blocks.filter((b) => b.tag === 'h1' && b.zone !== 'hidden').map((b) => b.text),
    sites: siteNames(meta, url),
  })
  const titleAt = title === null ? -1 : blocks.findIndex((block) => isHeadline(block, title))
  const headline = titleAt < 0 ? null : blocks[titleAt]!.element
  const container = findContainer(page.root, blocks, body, headline)
  const leadAt = findLead(blocks, titleAt, meta.description)
  const kickerAt = titleAt < 0 ? -1 : findKicker(blocks, titleAt)
  const all = container === null ? nothing : sortBlocks(blocks, container, { title, kickerAt, leadAt }, body)
  const keptBlocks = new Set(all.keptBlocks)
  const authors = peopleOf(meta.authors, meta.siteNames)
  const split = title === null ? null : splitKicker(title)
  const dates = pageDates({ page, meta, blocks, titleAt, url, today, kept: keptBlocks })
  const isCalled = meta.types.includes('LiveBlogPosting') || isCalledTicker(title)
  const sorted = withTicker(blocks, all, isCalled, (dates.modified ?? dates.published)?.slice(0, 10) ?? null)
  const look = judgePage({ page, url, meta, blocks, title, kept: sorted.keptBlocks })
  const shown = sorted.kept.reduce((sum, { mapped }) => sum + mapped.text.length, 0)
  const hidden = hiddenBody(source, meta.articleBody, shown)
  const kept = hidden ?? sorted.kept
  const kind = hidden === null ? look.kind : 'article'
  const diagnostics = hidden === null ? look.diagnostics : [hiddenNote]
  return {
    diagnostics,
    findings: {
      title: split?.title ?? null,
      kicker: (kickerAt < 0 ? null : kickerText(blocks[kickerAt]!)) ?? split?.kicker ?? null,
      lead: kept.find(({ role }) => role === 'lead')?.mapped.text ?? null,
      published: dates.published === null ? null : { edtf: dates.published, basis: 'stated' },
      modified: dates.modified === null ? null : { edtf: dates.modified, basis: 'stated' },
      authors: authors.length > 0 ? authors : peopleOf(sorted.authors, meta.siteNames),
      agencies: [...meta.agencies, ...sorted.agencies],
      publisher: publisherName(meta.publisher, title),
      language:
        meta.language === null ? null : (/^[a-z]{2,3}/iu.exec(meta.language)?.[0].toLowerCase() ?? null),
      canonicalUrl: meta.canonicalUrl,
      kept,
      furniture: sorted.furniture,
      teasers: findTeasers(
        blocks.filter(
          (block) =>
            !keptBlocks.has(block) &&
            (block.zone === 'related' || block.zone === 'none' || block.zone === 'aside'),
        ),
      ),
      pageKind: kind,
    },
  }
}
