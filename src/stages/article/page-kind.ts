/** Whether a page is an article at all, and whether all of it is there. */
import type { Diagnostic } from '../../core/diagnostic.ts'
import type { Findings } from './assemble.ts'
import type { PageBlock } from './page-blocks.ts'
import type { PageMetadata } from './page-metadata.ts'

const wallWords =
  /(?:cookies?|tracking|werbung).{0,200}(?:zustimm|akzeptier|einwillig|pur-abo|ohne werbung)|(?:dieser|diesen) (?:artikel|inhalt|text).{0,80}(?:abonnent|abo|plus|freischalten|registrier)|(?:um|zum) weiter(?:zu)?lesen|subscribe to (?:read|continue)/iu
const errorWords =
  /^(?:404|403|410|500|error|fehler|seite nicht gefunden|page not found|not found|nicht gefunden|access denied|zugriff verweigert)|(?:seite|page|artikel).{0,40}(?:nicht gefunden|existiert nicht|not found|nicht verfügbar)/iu

/** What a page is, with a diagnostic where it is not a whole article. */
export const judgePage = (
  blocks: readonly PageBlock[],
  meta: PageMetadata,
  title: string | null,
  /** Characters that were kept as article. */
  length: number,
): { kind: Findings['pageKind']; diagnostics: Diagnostic[] } => {
  const diagnostics: Diagnostic[] = []
  let kind: Findings['pageKind'] = length === 0 ? 'empty' : 'article'
  if (errorWords.test(title ?? meta.pageTitle ?? '') && length < 1500) kind = 'error'
  else if (length < 800 && blocks.some((block) => block.text.length < 600 && wallWords.test(block.text))) {
    if (length < 200) kind = 'wall'
    diagnostics.push({
      rule: 'article/wall',
      message: 'The page shows a wall; only what stands before it is here.',
    })
  } else if (meta.isLocked)
    diagnostics.push({
      rule: 'article/paywall',
      message: 'The page says that it is not free; the text may be cut.',
    })
  const linksOnly = blocks.filter(
    (block) => block.linked > block.text.length * 0.8 && block.text.length > 25,
  ).length
  if (
    kind === 'article' &&
    length < 600 &&
    linksOnly > 25 &&
    meta.headline === null &&
    meta.published.length === 0
  )
    kind = 'index'
  if (kind !== 'article' && kind !== 'wall')
    diagnostics.push({ rule: `article/${kind}`, message: 'This page does not look like an article.' })
  return { kind, diagnostics }
}
