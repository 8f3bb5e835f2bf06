/**
 * From sorted pieces to an `Article`. A page and a scraped text both end here: what a piece is has been decided,
 * what remains are the two ends of the report (dateline, sign-off) and the joining.
 */
import type { Article, Block, BlockRole, Furniture, Teaser } from '../../core/article.ts'
import type { DatedValue } from '../../core/layers.ts'
import { joinMapped, type MappedText, positionMap, sliceMapped, trimMapped } from '../../html/mapped-text.ts'
import { datelineBlocks, readDateline, readSignOff } from './openings.ts'

/** A piece of the article itself. */
export interface Kept {
  readonly mapped: MappedText
  readonly role: BlockRole
  readonly at?: string | null
}

export interface Findings {
  readonly title: string | null
  readonly kicker: string | null
  readonly lead: string | null
  readonly published: DatedValue | null
  readonly modified: DatedValue | null
  readonly authors: readonly string[]
  readonly agencies: readonly string[]
  readonly publisher: string | null
  readonly language: string | null
  readonly canonicalUrl: string | null
  readonly kept: readonly Kept[]
  readonly furniture: readonly Furniture[]
  readonly teasers: readonly Teaser[]
  readonly pageKind: Article['pageKind']
}

/** Nobody reads more left-out pieces than these; a page of a hundred thousand links stays small. */
const maxFurniture = 400
const maxFurnitureText = 500

const separator = '\n\n'

export const unique = (values: readonly string[]): string[] => [...new Set(values)]

export const assembleArticle = (findings: Findings): Article => {
  const kept = findings.kept.filter(({ mapped }) => mapped.text !== '')
  const furniture = [...findings.furniture]
  const agencies = [...findings.agencies]
  let { lead, publisher } = findings
  let dateline: string | null = null

  for (const [index, piece] of kept.slice(0, datelineBlocks).entries()) {
    if (piece.role === 'heading') continue
    const found = readDateline(piece.mapped.text)
    if (found === null) continue
    dateline = found.place
    // What stands above the dateline is the lead.
    if (lead === null && index === 1 && kept[0]!.role === 'paragraph') {
      kept[0] = { ...kept[0]!, role: 'lead' }
      lead = kept[0].mapped.text
    }
    agencies.push(...found.agencies)
    publisher ??= found.outlet
    furniture.push({
      role: 'credit',
      text: piece.mapped.text.slice(0, found.length).trim(),
      rule: 'article/dateline',
    })
    const rest = sliceMapped(piece.mapped, found.length, piece.mapped.text.length)
    if (lead === piece.mapped.text) lead = rest.text
    kept[index] = { ...piece, mapped: rest }
    break
  }
  // The last paragraph, or the one before where a correction or a note follows the sign-off.
  for (let index = kept.length - 1; index >= Math.max(0, kept.length - 3); index--) {
    const piece = kept[index]!
    const found = readSignOff(piece.mapped.text)
    if (found === null) continue
    agencies.push(...found.agencies)
    furniture.push({
      role: 'sign-off',
      text: piece.mapped.text.slice(found.start).trim(),
      rule: 'article/sign-off',
    })
    kept[index] = { ...piece, mapped: trimMapped(sliceMapped(piece.mapped, 0, found.start)) }
    break
  }

  const pieces = kept.filter(({ mapped }) => mapped.text !== '')
  const blocks: Block[] = []
  let at = 0
  for (const { mapped, role, at: time } of pieces) {
    const { length } = mapped.text
    blocks.push({ start: at, end: at + length, role, ...(time === undefined ? {} : { at: time }) })
    at += length + separator.length
  }
  const whole = joinMapped(
    pieces.map((piece) => piece.mapped),
    separator,
  )
  return {
    title: findings.title,
    kicker: findings.kicker,
    lead,
    published: findings.published,
    modified: findings.modified,
    authors: unique(findings.authors),
    publisher,
    dateline,
    agencies: unique(agencies),
    language: findings.language,
    canonicalUrl: findings.canonicalUrl,
    text: whole.text,
    blocks,
    furniture: furniture
      .slice(0, maxFurniture)
      .map((piece) => ({ ...piece, text: piece.text.slice(0, maxFurnitureText) })),
    teasers: findings.teasers,
    map: positionMap(whole),
    pageKind: findings.pageKind,
  }
}
