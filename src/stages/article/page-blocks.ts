/** The text of a page in document order, one block for each element that a browser would set on a line of its own. */
import {
  appendBreak,
  appendFolded,
  emptyBuilder,
  type MappedText,
  mapped,
  trimMapped,
} from '../../html/mapped-text.ts'
import { attribute, type Element, type Page } from '../../html/tree.ts'
import { nameOf, rememberWords, wordsOf } from './element-names.ts'

/** What the ancestors of a block say about it. The first that decides, from the outside in. */
export type Zone =
  | 'none'
  | 'hidden'
  | 'navigation'
  | 'footer'
  | 'aside'
  | 'form'
  | 'comments'
  | 'related'
  | 'advert'
  | 'consent'
  | 'caption'
  | 'share'
  | 'byline'
  | 'embed'

export interface PageBlock {
  readonly element: Element
  readonly mapped: MappedText
  readonly text: string
  /** Characters inside links. */
  readonly linked: number
  readonly zone: Zone
  /** The element that gave the zone. */
  readonly zoneBy: Element | null
  readonly tag: string
}

const blockTags = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul caption'.split(
    ' ',
  ),
)

const classPatterns: readonly (readonly [Zone, RegExp])[] = [
  [
    'consent',
    /(?:^|[-_\s])(?:cookie|cookies|consent|gdpr|dsgvo|cmp|onetrust|usercentrics|sp-message|cookiebar|cookie-?(?:banner|notice|law|layer))(?:$|[-_\s])/iu,
  ],
  [
    'comments',
    /(?:^|[-_\s])(?:comments?|comment-?(?:list|section|area|form|thread|respond|box|wrapper)|commentlist|kommentare?|disqus(?:_thread)?|respond|leserkommentare?|forum-?posts?|reader-?comments?|discussion|post-?comment|comments?-?(?:title|heading|head))(?:$|[-_\s])/iu,
  ],
  [
    'related',
    /(?:^|[-_\s])(?:related\w*|teaser-?(?:list|group|container|block|row|grid)?s?|recommend\w*|empfehlung\w*|more-?(?:articles|news|stories|posts|on|from)|mehr-?zum-?thema|weitere-?\w*|read-?(?:also|next)|see-?also|further|most-?(?:read|viewed|popular)|popular-?posts?|meistgelesen|outbrain|taboola|plista|similar|ähnliche|aehnliche|(?:next|prev(?:ious)?)-?(?:article|post|story)s?|post-?(?:navigation|nav)|nav-?links|jp-relatedposts|yarpp\w*|story-?list|news-?list|linklist|link-?box|infobox-links|recirc\w*|promo-?list|view-mode-teaser|upnext|latest-?(?:news|posts)|recent-?(?:posts|news|entries)|topics?-?list)(?:$|[-_\s])/iu,
  ],
  [
    'advert',
    /(?:^|[-_\s])(?:ads?|adv|advert\w*|ad-?(?:container|slot|wrapper|label|box|unit)|anzeigen?|werbung|sponsor\w*|promo(?:tion|box)?|banner|newsletter\w*|newsletter-?\w+|subscribe\w*|subscription|paywall|abos?|abo(?:box|teaser|shop|nn\w*|-\w+)|offer|shop-?\w*|affiliate\w*|donat\w*|spenden?-?\w*|cta|call-?to-?action|signup|sign-?up)(?:$|[-_\s])/iu,
  ],
  [
    'share',
    /(?:^|[-_\s])(?:share\w*|sharing|social\w*|social-?\w+|addthis\w*|sharedaddy|follow-?us|tools?|toolbar|article-?tools|print-?\w*|noprint|no-print|bookmark\w*|rating|ratings?-?\w*|vote|like-?button|reactions?)(?:$|[-_\s])/iu,
  ],
  [
    'navigation',
    /(?:^|[-_\s])(?:nav|navi|navigation|navbar|main-?nav|menu|menue?|sub-?menu|breadcrumbs?|brotkrume|pagination|pager|paging|skip-?links?|top-?bar|masthead|site-?header|page-?header-?nav|tags?|tag-?(?:list|cloud|links)|post-?tags|entry-?tags|article-?tags|keywords|schlagw\w+|categories|cat-?links|toc|table-?of-?contents|jump-?(?:links?|labels?|marks?)(?:-?list)?|cite-?wrapper|citation|language-?switch\w*|search-?\w*|suche|login|user-?\w*menu)(?:$|[-_\s])/iu,
  ],
  [
    'byline',
    /(?:^|[-_\s])(?:by-?line|author|authors|author-?(?:box|bio|info|name|card|profile|block|line|meta|container)|autor(?:en)?|autor(?:en)?-?(?:box|info|zeile|profil)|about-?(?:the-?)?author|post-?(?:meta|info|date|author)|entry-?(?:meta|date|author|footer)|article-?(?:meta|info|date|byline|header-?meta|dateline)|meta-?(?:data|info|line)|meta|date-?line|published|pubdate|date|datum|time-?stamp|timestamp|credits?|source|quelle|reading-?time|lesezeit|vcard|posted-?(?:on|by))(?:$|[-_\s])/iu,
  ],
  [
    'aside',
    /(?:^|[-_\s])(?:sidebar\w*|side-?bar|side|aside|widgets?|widget-?\w*|rail|right-?(?:col|column|rail)|rechte-?spalte|secondary|tertiary|complementary|info-?box|infobox|not-prose|fact-?box|factbox|faktenbox|marginal\w*)(?:$|[-_\s])/iu,
  ],
  [
    'footer',
    /(?:^|[-_\s])(?:footer|site-?footer|page-?footer|foot|bottom-?bar|colophon|copyright|imprint|legal|disclaimer)(?:$|[-_\s])/iu,
  ],
  [
    'caption',
    /(?:^|[-_\s])(?:i?captions?|wp-caption(?:-text)?|wp-block-image-desc|image-?(?:caption|credit|copyright|description|text|source)|img-?(?:caption|credit|copyright|text)|photo-?(?:caption|credit)|picture-?(?:caption|credit|text)|bild-?(?:unterschrift|text|nachweis|quelle|rechte|beschreibung)|bu|figcaption|gallery|galerie|slideshow|carousel|slider|lightbox|media-?(?:caption|credit|info|title|description|text)|pic-?box|image-?box|bild-?box|info-?text|copyright-?notice|video-?(?:caption|description|player|info))(?:$|[-_\s])/iu,
  ],
  [
    'hidden',
    /(?:^|[-_\s])(?:hidden(?!-(?:xs|sm|md|lg|xl|print|phone|tablet|desktop|mobile))|visually-?hidden|sr-only|screen-?reader(?:-text)?|d-none|display-?none|print-?only|no-?display|invisible|unsichtbar|accessibility|a11y)(?:$|[-_\s])/iu,
  ],
  [
    'embed',
    /(?:^|[-_\s])(?:embed|embeds|oembed|twitter-tweet|instagram-media|tweet|external-?content|opt-?in-?\w*|video-?embed|podcast-?(?:player|embed|teaser|box|widget)s?|audio-?player)(?:$|[-_\s])/iu,
  ],
]

/** Names that say „the article is in here“: what they wrap is never put aside for another word in the same name. */
const contentNames =
  /(?:^|[-_\s])(?:article-?(?:body|content|text|main)|articlebody|articletext|story-?(?:body|content|text)|entry-?content|post-?(?:content|body|text)|main-?content|content-?(?:body|main|text)|body-?(?:text|copy)|artikel-?(?:text|inhalt|body)|text-?(?:body|content)|page-?content|rich-?text|paragraph|absatz|copytext|fliesstext)(?:$|[-_\s])/iu

/** What tag, role and style say, or null where only the names can. */
const zoneOfTag = (element: Element): Zone | null => {
  const { tag, attributes } = element
  switch (tag) {
    case 'nav':
    case 'menu':
      return 'navigation'
    case 'footer':
      return element.parent?.tag === 'article' || element.parent?.tag === 'blockquote' ? 'byline' : 'footer'
    case 'aside':
      return 'aside'
    case 'form':
    case 'button':
    case 'fieldset':
    case 'dialog':
      return 'form'
    case 'figcaption':
    case 'figure':
    case 'picture':
    case 'video':
    case 'audio':
      return tag === 'figure' && /table|tbody|blockquote|quote/u.test(firstTags(element)) ? 'none' : 'caption'
    case 'html':
    case 'body':
    case 'main':
    case '#root':
      return hasHidden(attributes) ? 'hidden' : 'none'
  }
  if (hasHidden(attributes)) return 'hidden'
  const role = attributes.role
  if (role !== undefined) {
    if (/^(?:navigation|menu|menubar|search|tablist|toolbar)$/u.test(role)) return 'navigation'
    if (role === 'complementary') return 'aside'
    if (role === 'contentinfo') return 'footer'
    if (/^(?:dialog|alertdialog|banner)$/u.test(role)) return role === 'banner' ? 'navigation' : 'consent'
  }
  if (attributes.itemprop === 'articleBody') return 'none'
  return null
}

/**
 * Parts of a name that tell of something else than the element's part in the page: the article's own tags and
 * categories, sizes and columns, what it goes without (`no-sidebar`), and what shows only on some screens (`d-none d-md-block`).
 */
const noise =
  /^(?:with|without|has|no)-(?:sidebar|aside|comments|ads?|nav|share|social|related|teaser)$|^(?:category|tag|post|type|status|format|has|js|is|field|view(?!-mode-teaser)|size|align|col|row|grid|term|node(?!--view-mode-teaser)|page|pane|lang|theme|author(?!-?(?:box|bio|info|name|card|profile|block|line|meta|container|description))|wp-image|elementor-\w+|above|before|bg|border|overflow|font|fill|(?:sm|md|lg|xl|xxl)):?-|^(?:hentry|clearfix|row|container(?:-fluid)?|post|article|Blog)$|^(?:sm|md|lg|xl|-lg|md-lg):/u

const contentFlag = 1 << 30
const shownFlag = 1 << 29

/** Flags of a word: the zones that it names, by their place in `classPatterns`, and what speaks against them. */
const wordFlags = rememberWords((word, parted) => {
  let flags = 0
  if (contentNames.test(word)) flags |= contentFlag
  if (/^(?:d|(?:sm|md|lg|xl):)-?(?!print)\w*-?(?:block|flex|grid|inline)$/u.test(word)) flags |= shownFlag
  if (!noise.test(word)) {
    classPatterns.forEach(([, pattern], index) => {
      if (pattern.test(parted)) flags |= 1 << index
    })
  }
  return flags
})

/** The zone that an element's names give it. Depends on the names alone, so a page remembers it for each. */
const zoneOfName = (name: string): Zone => {
  if (name.length < 3 || name.length > 600) return 'none'
  const words = wordsOf(name)
  const isBlog = words.includes('Blog')
  let flags = 0
  for (const word of words) if (!(isBlog && word === 'widget')) flags |= wordFlags(word)
  if (flags === 0 || (flags & contentFlag) !== 0) return 'none'
  const isShown = (flags & shownFlag) !== 0
  const named = classPatterns.find(
    ([zone], index) => (flags & (1 << index)) !== 0 && !(zone === 'hidden' && isShown),
  )
  return named === undefined ? 'none' : named[0]
}

const firstTags = (element: Element): string =>
  element.children.map((child) => (child.tag === null ? '' : child.tag)).join(' ')

const hasHidden = (attributes: Readonly<Record<string, string>>): boolean =>
  attributes.hidden !== undefined ||
  (attributes['aria-hidden'] === 'true' && attributes.class === undefined) ||
  /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(attributes.style ?? '')

const none: ReadonlySet<string> = new Set()

/** Zones that win over others set further out. */
const strong = new Set<Zone>(['hidden', 'comments', 'consent', 'related', 'advert', 'form'])

interface Open {
  readonly element: Element
  readonly zone: Zone
  readonly zoneBy: Element | null
  next: number
  linkDepth: number
  /** Opens a block of its own. */
  readonly isBlock: boolean
}

/** Elements of one kind: of the same tag and class, or of the same id where they have no class. */
export const kindOf = ({ tag, attributes }: Element): string =>
  `${tag}.${attributes.class ?? `#${attributes.id ?? ''}`}`

/**
 * Walks the page once, without recursion. A block is the text between two block boundaries; it belongs to the
 * nearest block element around its first word. Kinds of element in `misnamed` (see `kindOf`) get no zone.
 */
export const pageBlocks = (page: Page, misnamed: ReadonlySet<string> = none): PageBlock[] => {
  const blocks: PageBlock[] = []
  const named = new Map<string, Zone>()
  const zoneOfElement = (element: Element): Zone => {
    if (misnamed.size > 0 && misnamed.has(kindOf(element))) return 'none'
    const told = zoneOfTag(element)
    if (told !== null) return told
    const zone = zoneByName(element)
    // A post of somebody's, set as a quotation, is one.
    if (zone === 'embed' && element.tag === 'blockquote' && /tweet/u.test(nameOf(element))) return 'none'
    // An article bears the names of its subjects; they make it another one's teaser at most.
    return element.tag === 'article' && zone !== 'related' ? 'none' : zone
  }
  const zoneByName = (element: Element): Zone => {
    const name = nameOf(element)
    if (name === '') return 'none'
    let zone = named.get(name)
    if (zone === undefined) {
      zone = zoneOfName(name)
      named.set(name, zone)
    }
    return zone
  }
  const { source } = page
  let builder = emptyBuilder()
  let linked = 0
  let owner: Open | null = null
  /** The inline element around the first word, where it has a zone of its own: `<span class="caption">`. */
  let inline: Open | null = null
  let inInline = 0

  const close = (): void => {
    if (builder.text !== '' && owner !== null) {
      const text = trimMapped(mapped(builder))
      // What it is called holds for the block where it has most of the block's words.
      const { zone, zoneBy } = inline !== null && inInline * 2 > builder.text.length ? inline : owner
      blocks.push({
        element: owner.element,
        mapped: text,
        text: text.text,
        linked,
        zone,
        zoneBy,
        tag: owner.element.tag,
      })
    }
    builder = emptyBuilder()
    linked = 0
    owner = null
    inline = null
    inInline = 0
  }

  const stack: Open[] = [
    { element: page.root, zone: 'none', zoneBy: null, next: 0, linkDepth: 0, isBlock: true },
  ]
  /** The nearest open block elements, innermost last. */
  const holders: Open[] = [stack[0]!]
  while (stack.length > 0) {
    const open = stack.at(-1)!
    const child = open.element.children[open.next++]
    if (child === undefined) {
      stack.pop()
      if (open.isBlock) {
        close()
        holders.pop()
      }
      continue
    }
    if (child.tag === null) {
      const before = builder.text.length
      appendFolded(builder, source, child.start, child.end, true)
      const grown = builder.text.length - before
      if (grown > 0) {
        if (owner === null) {
          owner = holders.at(-1)!
          if (open.zoneBy !== owner.zoneBy) inline = open
        }
        if (inline !== null && open.zoneBy === inline.zoneBy) inInline += grown
        if (open.linkDepth > 0) linked += grown
      }
      continue
    }
    if (child.tag === 'br') {
      // Two breaks in a row end a paragraph, as pages without <p> write it.
      let following = open.next
      while (isBlank(open.element.children[following], source)) following++
      const sibling = open.element.children[following]
      if (sibling !== undefined && sibling.tag === 'br' && builder.text !== '') {
        close()
        open.next = following + 1
      } else appendBreak(builder, child.start)
      continue
    }
    if (child.tag === 'head' || child.tag === 'title' || child.tag === 'meta' || child.tag === 'link') {
      if (child.children.length > 0 && child.tag === 'head') {
        // A body whose tag is missing may have been read into the head; only its elements count.
        const strayed = child.children.some((c) => c.tag !== null && blockTags.has(c.tag))
        if (!strayed) continue
      } else continue
    }
    const isBlock = blockTags.has(child.tag)
    const own = zoneOfElement(child)
    const zone = open.zone === 'none' || (strong.has(own) && !strong.has(open.zone)) ? own : open.zone
    const next: Open = {
      element: child,
      zone,
      zoneBy: zone === open.zone ? open.zoneBy : child,
      next: 0,
      linkDepth: open.linkDepth + (child.tag === 'a' && attribute(child, 'href') !== null ? 1 : 0),
      isBlock,
    }
    if (isBlock) {
      close()
      holders.push(next)
    }
    stack.push(next)
  }
  close()
  return blocks
}

const isBlank = (node: Element['children'][number] | undefined, source: string): boolean =>
  node !== undefined &&
  node.tag === null &&
  source.slice(node.start, Math.min(node.end, node.start + 200)).trim() === ''
