/** What stands about the headline: the kicker above it, the lead below it, the names of the site in it. */

import type { Element } from '../../html/tree.ts'
import { findDates } from './date-text.ts'
import type { PageBlock } from './page-blocks.ts'
import type { PageMetadata } from './page-metadata.ts'
import { noKicker, normal, similar } from './titles.ts'

export const headingTag = /^h[1-6]$/u

/** Whether a block is the headline `title`; a first-rank heading may hold its kicker and date as well. */
export const isHeadline = ({ tag, text }: PageBlock, title: string): boolean =>
  headingTag.test(tag) &&
  (similar(text, title) > 0.6 || (tag === 'h1' && title.length > 10 && normal(text).includes(normal(title))))

/** A lead stands this many blocks from the headline at most. */
const leadReach = 12

/**
 * The block near the headline that the page describes itself with: its lead, whatever its part is called. `teaser`
 * and `aside` are common names for it.
 */
export const findLead = (
  blocks: readonly PageBlock[],
  titleAt: number,
  description: string | null,
): number => {
  if (titleAt < 0 || description === null || description.length < 40) return -1
  const told = normal(description)
  for (let i = Math.max(0, titleAt - 3); i < Math.min(blocks.length, titleAt + leadReach); i++) {
    const { text, zone, linked } = blocks[i]!
    if (i === titleAt || zone === 'hidden' || zone === 'caption' || linked > text.length * 0.5) continue
    if (text.length >= 40 && text.length < 900 && (similar(text, description) > 0.8 || told === normal(text)))
      return i
  }
  return -1
}

/** What the site is called: the publisher, and the names in its address. */
export const siteNames = (meta: PageMetadata, url: string | null): string[] => {
  const host = /^https?:\/\/(?:www\.)?(?<host>[^/:?#]+)/iu.exec(meta.canonicalUrl ?? url ?? '')?.groups?.host
  return [...meta.siteNames, ...(host === undefined ? [] : [host, ...host.split('.').slice(0, -1)])]
}

const labelOf = (element: Element): string =>
  `${element.attributes.class ?? ''} ${element.attributes.id ?? ''} ${element.attributes.itemprop ?? ''}`
const kickerName =
  /kicker|overline|topline|dachzeile|spitzmarke|roofline|ressort-?label|over-?title|pretitle|pre-?headline|eyebrow/iu

/** The block above the headline that is named as its kicker, or -1. */
export const findKicker = (blocks: readonly PageBlock[], titleAt: number): number => {
  for (let i = titleAt - 1; i >= Math.max(0, titleAt - 4); i--) {
    const block = blocks[i]!
    if (block.text.length < 60 && kickerName.test(labelOf(block.element))) return i
  }
  return -1
}

/**
 * A kicker's words. Elements that the page sets apart stay apart, dates go.
 *
 *     <a>Politik</a><span>Russland</span>      <b>Hafen</b>20. Juni 2019
 *     Politik · Russland                        Hafen
 */
export const kickerText = ({ mapped: { text, runs } }: PageBlock): string | null => {
  let apart = ''
  for (let i = 0; i < runs.length; i += 3) {
    const [start, source] = [runs[i]!, runs[i + 1]!]
    const isGlued =
      i > 0 && source > runs[i - 2]! + runs[i - 1]! && /\S\S/u.test(text.slice(start - 1, start + 1))
    apart += `${isGlued ? ' · ' : ''}${text.slice(start, runs[i + 3] ?? text.length)}`
  }
  const date = findDates(apart)[0]
  const words = (
    date === undefined ? apart : `${apart.slice(0, date.start)} ${apart.slice(date.end)}`
  ).replaceAll(/^[\s\p{Pd}|·•:]+|[\s\p{Pd}|·•:]+$/gu, '')
  return words === '' || noKicker.test(words) ? null : words
}

/** What the outlet is called; some pages put their address there, or their title. */
export const publisherName = (told: string | null, title: string | null): string | null => {
  if (told === null || (title !== null && normal(told).includes(normal(title)))) return null
  return /^https?:\/\/(?:www\.)?(?<host>[^/]+)/iu.exec(told)?.groups?.host ?? told
}
