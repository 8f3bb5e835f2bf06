/**
 * Whether a page is an article at all, and whether all of it is there. To call an article something else is the worse
 * fault, so each rule asks first whether the page says of itself that it is one, then for two signs of the other. What
 * words there are stay, with a diagnostic.
 */
import { documentAddress } from '../../core/address.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'
import type { Page } from '../../html/tree.ts'
import type { Findings } from './assemble.ts'
import type { PageBlock } from './page-blocks.ts'
import { headingTag } from './page-heads.ts'
import type { PageMetadata } from './page-metadata.ts'
import { proseWeight } from './prose.ts'
import { similar } from './titles.ts'

export interface PageLook {
  readonly page: Page
  readonly url: string | null
  readonly meta: PageMetadata
  readonly blocks: readonly PageBlock[]
  readonly title: string | null
  /** What was kept as article. */
  readonly kept: readonly PageBlock[]
}

type Kind = Findings['pageKind']

/** An article is longer; what errors, forms and walls say is not. */
const fewCharacters = 600

/** `404`, `Fehler 404`, `404 – Seite nicht gefunden`, `403 Forbidden`; not `404 Euro mehr`. */
const errorCode =
  /^(?:(?:http|error|fehler|status)[\s:–-]*){0,3}(?:40[0-9]|410|50[0-4])(?:[\s:!.,|–-]+(?:error|fehler|not found|forbidden|gone|(?:die |diese )?seite|page|nicht gefunden|bad gateway|internal|service|zugriff|access|ups|oops)(?!\p{L}).{0,60})?(?:\s[|–-]\s.{0,40})?[\s.!|–-]*$/iu
/** `Die von Ihnen gesuchte Seite wurde leider nicht gefunden`, `This page could not be found`, `Artikel nicht mehr verfügbar`. */
const missing =
  /^(?:.{0,40}[:!.,–-]\s*)?(?:(?:die|diese[rs]?|der|das|this|the|we|your|sorry|leider|oops|ups)[,!]?\s+){0,2}(?:.{0,40}(?:angeforderte|gesuchte|gewünschte|aufgerufene|requested)n?\s+)?(?:web)?(?:seite|artikel|adresse|url|inhalt|dokument|beitrag|page|article|content)\s(?:\p{L}+\s){0,5}?(?:(?:nicht|not)\s(?:mehr\s)?(?:be\s)?(?:gefunden|found|verfügbar|vorhanden|erreichbar|available|exist)|(?:existiert|doesn[’']t exist|does not exist|no longer).{0,20})/iu
/** What servers, and what stands before them, say instead of the page. */
const refusal =
  /^(?:access denied|forbidden|zugriff (?:verweigert|verboten|nicht erlaubt)|page not found|not found|nicht gefunden|seite nicht gefunden|just a moment\b.*|attention required.*|are you (?:a )?(?:human|robot).*|bad gateway|service (?:temporarily )?unavailable|internal server error|wartungsarbeiten|wir sind gleich (?:wieder|zurück).{0,20})[\s.…!?]*(?:[|–-].{0,40})?$/iu

const loginTitle =
  /^(?:anmeld(?:en|ung)|log-?\s?in|sign in|einloggen|registrier(?:en|ung)|(?:mein|ihr|my)\s(?:konto|account|profil)|(?:benutzer|nutzer|kunden|leser)-?(?:konto|login|anmeldung)|passwort (?:vergessen|zurücksetzen)|konto (?:erstellen|anlegen))(?!\p{L})/iu
const passwordField = /<input[^>]{0,500}\stype\s*=\s*["']?password/iu

/** The question that stands before the page until the reader agrees to be followed, or pays. */
const consentQuestion =
  /(?:cookies?|tracking|personenbezogene|werbung|daten).{0,300}(?:zustimm|akzeptier|einwillig|einverstanden|pur-?abo|ohne werbung|mit werbung|accept|consent)/iu
/** Who reads on has to pay: `Um weiterzulesen, …`, `Diesen Artikel jetzt freischalten`; not `Zum Weiterlesen` before a list of books. */
const payRequest =
  /(?:^|\s)(?:um\s(?:\p{L}+\s){0,4}?(?:weiter(?:zu)?lesen|(?:weiter|vollständig|ganz) zu lesen)|(?:jetzt |hier )?weiterlesen (?:mit|im|für)\s|(?:dies(?:er|en|em)|den (?:ganzen|vollständigen|kompletten)) (?:artikel|inhalt|text|beitrag)\s.{0,60}(?:freischalten|abonnent|kostenpflichtig|\p{L}*abo(?!\p{L})|mit \p{L}*(?:plus|\+))|nur für abonnent|exklusiv für (?:abonnent|unsere abonnent)|subscribe to (?:read|continue|unlock)|to continue reading.{0,20}(?:subscribe|sign|register))/iu

const wordCount = (text: string): number => text.split(' ').length
const isLink = (block: PageBlock): boolean => block.linked > block.text.length * 0.8
/** The title of another article. */
const isHeadlineLink = (block: PageBlock): boolean =>
  isLink(block) &&
  block.text.length >= 20 &&
  wordCount(block.text) > 2 &&
  block.zone !== 'navigation' &&
  block.zone !== 'footer' &&
  block.zone !== 'hidden'

/** The front page of a site. */
const isFrontAddress = (address: string | null): boolean =>
  address !== null &&
  /^https?:\/\/[^/]/iu.test(address) &&
  documentAddress(address.replace(/\/(?:index\.\p{L}+|home|startseite)\/?$/iu, '/')) === null

/** An article stands below a headline of its own, which leads nowhere; sections are named in a word or two. */
const hasOwnHeadline = ({ blocks, title }: PageLook): boolean =>
  title !== null &&
  wordCount(title) > 2 &&
  blocks.some((block) => headingTag.test(block.tag) && !isLink(block) && similar(block.text, title) > 0.6)

const characters = (blocks: readonly PageBlock[]): number =>
  blocks.reduce((sum, { text }) => sum + text.length, 0)

/** How many of the paragraphs stand below the linked headline of another article, in percent. */
const teaserShare = (blocks: readonly PageBlock[], kept: readonly PageBlock[]): number => {
  const prose = new Set(kept.filter((block) => proseWeight(block) > 0))
  let teasers = 0
  let before: PageBlock | null = null
  for (const block of blocks) {
    if (prose.has(block)) {
      if (before !== null && isHeadlineLink(before)) teasers++
      before = block
      // Between a headline and its teaser stand its date and its author.
    } else if (block.text.length >= 60 || isLink(block)) before = block
  }
  return prose.size < 3 ? 0 : (100 * teasers) / prose.size
}

const isError = ({ blocks, title, meta, kept }: PageLook, length: number): boolean => {
  if (length > fewCharacters) return false
  const says = (text: string): boolean => errorCode.test(text) || missing.test(text) || refusal.test(text)
  const heads = [title, meta.pageTitle, ...blocks.filter(({ tag }) => tag === 'h1').map(({ text }) => text)]
  if (heads.some((text) => text !== null && text.length < 120 && says(text))) return true
  return kept.some(({ text }) => text.length < 200 && missing.test(text))
}

const isIndex = (look: PageLook, length: number): boolean => {
  const { blocks, kept, url, meta } = look
  const headlines = blocks.filter(isHeadlineLink).length
  if (headlines < 5) return false
  if (teaserShare(blocks, kept) >= 60 && !hasOwnHeadline(look)) return true
  const isFront = isFrontAddress(url) || isFrontAddress(meta.canonicalUrl)
  const isList = meta.types.some((type) => /^(?:CollectionPage|SearchResultsPage)$/u.test(type))
  return headlines >= 10 && (isFront || isList) && length < headlines * 200
}

/** What a page is. */
const kindOf = (look: PageLook): Kind => {
  const { page, blocks, meta, title, kept } = look
  const length = characters(kept)
  if (!meta.isArticle && meta.published.length === 0) {
    if (isError(look, length)) return 'error'
    if (length < fewCharacters && title !== null && loginTitle.test(title) && passwordField.test(page.source))
      return 'login'
    if (isIndex(look, length)) return 'index'
  }
  const left = characters(kept.filter(({ text }) => !consentQuestion.test(text)))
  if (left < 200 && blocks.some(({ text }) => text.length < 1500 && consentQuestion.test(text))) return 'wall'
  return length === 0 ? 'empty' : 'article'
}

const messages: Readonly<Partial<Record<Kind, string>>> = {
  error: 'The page says that something went wrong; there is no article on it.',
  login: 'The page is a form to log in; there is no article on it.',
  index: 'The page is a list of articles, not one of them.',
  wall: 'The page asks for consent before it shows the article; only what stands before that is here.',
  empty: 'No running text was found on this page.',
}

/** What a page is, with a diagnostic where it is not a whole article. */
export const judgePage = (look: PageLook): { kind: Kind; diagnostics: Diagnostic[] } => {
  const kind = kindOf(look)
  const diagnostics: Diagnostic[] = []
  const message = messages[kind]
  if (message !== undefined) diagnostics.push({ rule: `article/${kind}`, message })
  const isAsked = look.blocks.some(
    ({ text, zone }) =>
      text.length < fewCharacters &&
      (zone === 'none' || zone === 'advert' || zone === 'form' || zone === 'consent') &&
      payRequest.test(text),
  )
  if (kind === 'article' && (look.meta.isLocked || (isAsked && characters(look.kept) < 5 * fewCharacters)))
    diagnostics.push({
      rule: 'article/paywall',
      message: 'The page says that reading it is not free; the text may be cut.',
    })
  return { kind, diagnostics }
}
