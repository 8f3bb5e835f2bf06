/** Headlines: where a kicker ends and the title begins, and what of a teaser is its title. */

/** Topics that stand before a headline without a mark: countries, regions, departments of a paper. */
const topics =
  /^(?:Ausland|Inland|International|Politik|Wirtschaft|Börse|Finanzen|Panorama|Vermischtes|Sport|Fussball|Fußball|Kultur|Wissen|Wissenschaft|Digital|Technik|Medien|Gesundheit|Umwelt|Klima|Justiz|Kriminalität|Verkehr|Wetter|Schweiz|Deutschland|Österreich|Europa|EU|Nato|NATO|UNO|USA|Russland|Ukraine|China|Frankreich|Italien|Spanien|Polen|Türkei|Israel|Iran|Irak|Syrien|Libanon|Ägypten|Saudi-Arabien|Afghanistan|Pakistan|Indien|Japan|Südkorea|Nordkorea|Taiwan|Australien|Kanada|Mexiko|Brasilien|Argentinien|Venezuela|Kolumbien|Kuba|Südafrika|Nigeria|Äthiopien|Sudan|Libyen|Tunesien|Marokko|Griechenland|Portugal|Belgien|Niederlande|Dänemark|Schweden|Norwegen|Finnland|Estland|Lettland|Litauen|Belarus|Moldau|Georgien|Armenien|Aserbaidschan|Ungarn|Tschechien|Slowakei|Slowenien|Kroatien|Serbien|Bosnien|Kosovo|Albanien|Nordmazedonien|Rumänien|Bulgarien|Grossbritannien|Großbritannien|Irland|Nahost)\s+(?=\p{Lu}[\p{L}-]+(?:\/\p{Lu}[\p{L}-]+)?:\s)/u

/**
 * A topic glued to the headline when the page's line break was lost.
 *
 *     Frankreich Paris: Premierminister tritt zurück
 *     ^^^^^^^^^^
 */
export const splitKicker = (headline: string): { kicker: string | null; title: string } => {
  const match = topics.exec(headline)
  if (match === null) return { kicker: null, title: headline }
  return { kicker: match[0].trim(), title: headline.slice(match[0].length) }
}

/** A capital article or preposition after a word without a stop opens a new sentence: `… für Kiew Der Außen…`. */
const sentenceOpener =
  /(?<=[\p{L}\d»“"]) (?=(?:Der|Die|Das|Ein|Eine|Einer|Im|In|Am|An|Auf|Aus|Bei|Beim|Nach|Vor|Seit|Mit|Für|Wie|Wegen|Laut|Zum|Zur|Es|Sie|Er|Wir|Als|Wenn|Während|Trotz|Unter|Über|Zwei|Drei|Viele|Mehr|Kein|Keine|The|A|An|In|On|After|At)\s)/u

/**
 * The headline at the front of a teaser whose line breaks were lost: its first sentence.
 *
 *     Ministerin reist nach Warschau. Dort sollen …
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export const titleOfTeaser = (text: string): string => {
  const stop = /(?<!(?:^|[\s(])(?:\p{Lu}|\d{1,2}|Dr|Prof|St|Nr|Mio|Mrd))[.!?…][“”"»«]?(?=\s|$)/u.exec(text)
  const first = stop === null ? text : text.slice(0, stop.index + stop[0].length)
  const opener = sentenceOpener.exec(first)
  return (
    opener === null || first.slice(0, opener.index).split(' ').length < 3
      ? first
      : first.slice(0, opener.index)
  ).trim()
}
