/** When a page lets its readers know that its article appeared: date lines, labels, datelines. */
import { type FoundDate, findDates } from './date-text.ts'
import { readDateLine } from './line-rules.ts'
import { datelineBlocks, datelineDay, datelineRank } from './openings.ts'
import type { PageBlock } from './page-blocks.ts'

export interface SeenPage {
  readonly blocks: readonly PageBlock[]
  /** Index of the headline's block, or -1. */
  readonly titleAt: number
  /** Blocks of the article. */
  readonly kept: ReadonlySet<PageBlock>
}

export interface SeenDate {
  readonly date: FoundDate
  readonly isModified: boolean
  readonly rank: number
}

/** Words before days of other things: when a film is taken down, when a reader joined, when an event is. */
const otherDay =
  /(?:(?:^|[^\p{L}])(?:bis|until|till|jusqu'au|ab dem)|verfügbar|gültig|registriert|mitglied|dabei|angemeldet|beigetreten|joined|member since|registered|inscrit|geboren|born|gestorben|termin|beginn|ende|date of birth)(?: am| seit| zum| since| on| der| le)?\s*:?\s*$/iu
export const modifiedWords = /aktualisi|update|geändert|änderung|modified|zuletzt/iu
const publishedWords = /veröff|publi[sz]|erschien|erstellt|posted|vom\s|stand/iu

/** `Dieser Beitrag wurde am Samstag, 3. Dezember …`, `Veröffentlicht am …`, `Posted on …` */
const saidToAppear =
  /(?:dieser |der )(?:beitrag|artikel|eintrag|text) (?:wurde|ist|erschien)(?: \p{Ll}+)? am (?=.{0,20}\d)|(?:veröffentlicht|erschienen|publiziert|gepostet|eingestellt|erstellt)(?: von .{2,40})? am (?=.{0,20}\d)|(?:posted|published) on (?=.{0,20}\d)/iu

/** What stands before a date line in an element of its own: `Erschienen am:`, `Aktualisiert:`. */
const appearedLabel =
  /^(?:(?:erschienen|veröffentlicht|publiziert|eingestellt|published|posted|publié|pubblicato|publicado|gepubliceerd)(?: am| on| le| il| el| op)?|(?:datum|date|data|fecha)(?: der veröffentlichung| of publication)?)\s*:?$/iu
const changedLabel =
  /^(?:zuletzt |last )?(?:geändert|aktualisiert|updated|modified|mis à jour)(?: am| on| le)?\s*:?$/iu

/** Rank of a date that is said to be the one. */
const said = 6
/** Dates that readers see, those nearest to the headline first. `rank` counts blocks, and more for what is doubtful. */
export const visibleDates = ({ blocks, titleAt, kept }: SeenPage): SeenDate[] => {
  const out: SeenDate[] = []
  let openings = datelineBlocks
  blocks.forEach((block, index) => {
    // A date in the headline tells of the matter.
    if (index === titleAt && block.text.length > 30) return
    if (openings > 0 && kept.has(block)) {
      openings--
      const date = datelineDay(block.text)
      if (date !== null) out.push({ date, isModified: false, rank: datelineRank })
    }
    if (block.zone === 'hidden' || block.zone === 'comments' || block.zone === 'consent') return
    const { text } = block
    if (text.length > 600 || !/\d/u.test(text)) return
    const appeared = saidToAppear.exec(text)
    if (appeared !== null) {
      const date = findDates(text.slice(appeared.index, appeared.index + 160))[0]
      if (date !== undefined) out.push({ date, isModified: false, rank: said })
      return
    }
    const line = readDateLine(text)
    const dates = (line?.dates ?? (text.length < 200 ? findDates(text) : [])).filter(
      (date) => !otherDay.test(text.slice(0, date.start)),
    )
    if (dates.length === 0) return
    const label = line === null ? '' : (blocks[index - 1]?.text ?? '')
    if (appearedLabel.test(label)) {
      out.push({ date: dates[0]!, isModified: false, rank: said })
      return
    }
    const isChange = changedLabel.test(label)
    const distance = titleAt < 0 ? index : Math.abs(index - titleAt) + (index < titleAt ? 2 : 0)
    const penalty =
      (line === null ? 12 : 0) +
      (kept.has(block) ? 25 : 0) +
      (block.zone === 'byline' || block.zone === 'none'
        ? 0
        : block.zone === 'related' || block.zone === 'aside'
          ? 60
          : 20) +
      (publishedWords.test(text) ? -6 : 0) +
      (block.linked > text.length * 0.7 ? 30 : 0)
    for (const date of dates) {
      const before = text.slice(0, date.start)
      const isModified =
        isChange ||
        (modifiedWords.test(before) && !publishedWords.test(before.slice(before.search(modifiedWords))))
      out.push({ date, isModified, rank: distance + penalty + (isModified ? 8 : 0) })
    }
  })
  return out.sort((a, b) => a.rank - b.rank)
}
