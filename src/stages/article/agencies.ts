/** News agencies by the marks that they are credited with, and picture agencies, which are credited alike. */

/** Mark in lower case → name as printed in a reading. Regional desks ("dpa/lsw") count as their agency. */
const agencyNames: ReadonlyMap<string, string> = new Map(
  (
    [
      ['dpa', 'dpa dpa-infocom dpa-tmn dpa-video dpa/lsw dpa/lby dpa.de deutsche-presse-agentur'],
      ['dpa-AFX', 'dpa-afx dpaafx dpa-afx-broker'],
      ['AFP', 'afp afp.com'],
      ['AP', 'ap ap.org'],
      ['Reuters', 'reuters rtr reuters.com thomson-reuters'],
      ['SDA', 'sda sda-ats ats'],
      ['Keystone-SDA', 'keystone-sda keystone-ats'],
      ['APA', 'apa apa.at'],
      ['KNA', 'kna'],
      ['epd', 'epd'],
      ['SID', 'sid'],
      ['dts', 'dts dts-nachrichtenagentur'],
      ['ots', 'ots presseportal'],
      ['awp', 'awp awp-finanznachrichten'],
      ['dapd', 'dapd'],
      ['ddp', 'ddp'],
      ['Dow Jones', 'dow-jones dj dowjones djn'],
      ['Bloomberg', 'bloomberg'],
      ['TASS', 'tass itar-tass'],
      ['Interfax', 'interfax interfax-ukraine'],
      ['Ukrinform', 'ukrinform'],
      ['Unian', 'unian'],
      ['RIA Nowosti', 'ria ria-nowosti'],
      ['PA Media', 'pa-media'],
      ['ANSA', 'ansa'],
      ['EFE', 'efe'],
      ['Xinhua', 'xinhua'],
      ['Anadolu', 'anadolu anadolu-ajansı'],
      ['PAP', 'pap'],
      ['CTK', 'ctk čtk'],
      ['MTI', 'mti'],
      ['KAP', 'kap kathpress'],
      ['IPS', 'ips'],
    ] as const
  ).flatMap(([name, marks]) => marks.split(' ').map((mark) => [mark, name] as const)),
)

/** Marks that are also words or other abbreviations: only in capitals, or beside another agency. */
const capitalsOnly = new Set([
  'ap',
  'sid',
  'pap',
  'ips',
  'ria',
  'mti',
  'dj',
  'ats',
  'kap',
  'ansa',
  'efe',
  'apa',
  'tass',
])

const pictureNames =
  /^(?:keystone(?:[-/]sda)?|getty(?:\s?images)?|imago(?:\s?images)?|picture[\s-]?alliance|epa|shutterstock|unsplash|pixabay|pexels|istock(?:photo)?|adobe\s?stock|fotolia|zuma(?:\s?press)?|nurphoto|ullstein(?:\s?bild)?|akg[\s-]?images|bundesregierung|pressefoto\S*|archiv(?:bild|foto)?|symbol(?:bild|foto))$/iu

/** Agency of one mark ("dpa", "@ dpa.de" without the sign), or null. */
export const agencyOf = (mark: string): string | null => {
  const key = mark.toLowerCase().replaceAll(/\s+/gu, '-')
  const name = agencyNames.get(key)
  if (name === undefined) return null
  return capitalsOnly.has(key) && mark !== mark.toUpperCase() ? null : name
}

export const isPictureAgency = (text: string): boolean => pictureNames.test(text.trim())

export interface Credit {
  readonly agencies: readonly string[]
  /** Every word of it is an agency, a code or a word of credits, so that nothing else is lost with it. */
  readonly whole: boolean
}

const filler =
  /^(?:von|quellen?|mit|material|agenturmaterial|agenturen|nachrichtenagentur(?:en)?|und|sowie|der|red|redaktion|source|by|with|from|and|text|news|de|com|infocom|gmbh|alle|rechte|vorbehalten|den|dem|durch|eigene?r?|eigenmeldung|inhalten)$/iu
/** An author's code: "jW", "ksr", "stw", "DP". */
const authorCode = /^(?:\p{Ll}{1,4}|\p{Ll}\p{Lu}|\p{Lu}{2,3})$/u

/**
 * Reads a credit.
 *
 *     AFP/dpa/jW        agencies AFP, dpa, whole
 *     @ dpa.de          agency dpa, whole
 *     IT BOLTWISE       no agency, not whole
 */
export const readCredit = (text: string): Credit => {
  const joined = text
    .replaceAll(/\b(Dow|PA|RIA|Thomson)\s(Jones|Media|Nowosti|Reuters)\b/gu, '$1-$2')
    .replaceAll(/\bdpa\s+infocom\b/giu, 'dpa-infocom')
  const agencies: string[] = []
  let whole = true
  for (const raw of joined.split(/[\s/,;+&|·•©@()[\]–—]+|(?<=\p{L})\.(?=\p{L}{2,3}(?:\s|$))/u)) {
    const mark = raw.replace(/^[-:.]+|[-:.]+$/gu, '')
    if (mark === '') continue
    const agency = agencyOf(mark) ?? agencyOf(mark.replace(/-(?:\p{L}{2,8})$/u, ''))
    if (agency !== null) {
      if (!agencies.includes(agency)) agencies.push(agency)
    } else if (/^(?:dpa:)?\d{6}-\d+-\d+/u.test(mark) || /^dpa:|^\d{1,2}$/iu.test(mark)) continue
    else if (!filler.test(mark) && !authorCode.test(mark)) whole = false
  }
  return { agencies, whole: whole && agencies.length > 0 }
}
