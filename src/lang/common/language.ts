/**
 * Which language a text is written in, by the small words of languages that stand beside German in the news, and by its
 * script. Decides only where it is sure: a headline is too short, and a wrong `lang` attribute is common.
 */

export interface Told {
  /** ISO 639-1. */
  readonly code: string
  /** English name, for messages. */
  readonly name: string
}

const names: Readonly<Record<string, string>> = {
  de: 'German',
  en: 'English',
  fr: 'French',
  es: 'Spanish',
  it: 'Italian',
  pt: 'Portuguese',
  nl: 'Dutch',
  sv: 'Swedish',
  da: 'Danish or Norwegian',
  pl: 'Polish',
  cs: 'Czech or Slovak',
  hu: 'Hungarian',
  ro: 'Romanian',
  tr: 'Turkish',
  fi: 'Finnish',
  hr: 'Croatian, Serbian or Bosnian',
  ru: 'Russian',
  uk: 'Ukrainian',
  el: 'Greek',
  ar: 'Arabic',
  he: 'Hebrew',
  zh: 'Chinese',
  ja: 'Japanese',
  ko: 'Korean',
}

/** Closed classes: articles, pronouns, prepositions, conjunctions, auxiliaries. A word may be of several languages. */
const small: Readonly<Record<string, string>> = {
  de: `der die das den dem des ein eine einen einem einer eines und oder aber dass wenn weil ist sind war waren wird
    werden wurde wurden hat haben hatte hatten nicht kein keine auch noch nur auf aus bei mit nach von vom zu zum zur
    für über unter durch gegen um an am im ins in als wie sich sie er es wir ich ihr ihre sein seine kann soll will`,
  en: `the a an and or but that if because is are was were will would has have had not no also only on from at with
    after of to for about under through against in into as it he she they we i you his her their its can should by
    this which who been be said`,
  fr: `le la les un une des du de et ou mais que qui si est sont était été sera a ont avait ne pas aussi sur avec après
    pour par dans au aux en il elle ils nous je vous son sa ses leur ce cette comme plus d l`,
  es: `el la los las un una unos del de y o pero que si es son era fue será ha han había no también solo sobre con por
    para en al como se su sus lo más este esta entre`,
  it: `il lo la i gli le un una uno del della dei delle di e o ma che se è sono era stato sarà ha hanno aveva non anche
    solo su con dopo per da dal dalla in nel nella al alla come si suo sua più questo`,
  pt: `o a os as um uma do da dos das de e ou mas que se é são era foi será tem não também só sobre com por para em no
    na ao como seu sua mais este`,
  nl: `de het een en of maar dat als omdat is zijn was waren wordt werd heeft hebben had niet geen ook nog op uit bij met
    na van naar te voor over onder door tegen om aan in ze hij wij ik haar kan moet zal`,
  sv: `den det en ett och eller men att om är var blir har hade inte också bara på från vid med efter av till för över
    under genom mot i som han hon de vi jag sin kan ska`,
  da: `den det en et og eller men at om er var bliver har havde ikke også kun på fra ved med efter af til for over under
    gennem mod i som han hun de vi jeg sin kan skal blev`,
  pl: `i w z na do nie się że jest są był była było to ten ta jak ale lub od po za przez dla o jego jej który która co
    tym oraz będzie`,
  cs: `a v z na do ne se že je jsou byl byla bylo to ten ta jak ale nebo od po za pro o jeho který která co tím
    také bude`,
  hu: `a az és vagy de hogy ha egy nem is van volt meg ez azt mint csak már még után szerint lesz`,
  ro: `și sau dar că dacă este sunt era a fost va nu și numai pe din la cu după de pentru în prin ca el ea un o al ai
    care mai`,
  tr: `ve veya ama bir bu da de için ile olarak olan daha çok gibi sonra değil mi ne o var en`,
  fi: `ja tai mutta että jos on ovat oli ei myös vain se hän ne he kun kuin sekä mukaan ole`,
  hr: `i u na da je su se za od s sa koji koja što kao ali ili nije bio bila će iz po do o ne te`,
}

const lists: ReadonlyMap<string, readonly string[]> = (() => {
  const made = new Map<string, string[]>()
  for (const [code, text] of Object.entries(small))
    for (const word of new Set(text.split(/\s+/u))) made.set(word, [...(made.get(word) ?? []), code])
  return made
})()

/** The start of a text tells its language. */
const longest = 20_000
/** Fewest words by which anything is decided. */
const fewest = 25

const scripts: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hiragana}|\p{Script=Katakana}/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hebrew}/gu, 'he'],
]

const told = (code: string): Told => ({ code, name: names[code] ?? code })

const byScript = (text: string): Told | null => {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (letters < fewest * 2) return null
  for (const [script, code] of scripts) {
    const own = text.match(script)?.length ?? 0
    // Japanese is half in Chinese characters.
    if (own <= letters * (code === 'ja' ? 0.2 : 0.5)) continue
    return told(code === 'ru' && /[іїєґ]/iu.test(text) ? 'uk' : code)
  }
  return null
}

/** The language, or null where the text is too short or mixed to tell. */
export const languageOf = (text: string): Told | null => {
  const start = text.slice(0, longest)
  const script = byScript(start)
  if (script !== null) return script
  const words = start.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.length < fewest) return null
  const counts = new Map<string, number>()
  for (const word of words)
    for (const code of lists.get(word) ?? []) counts.set(code, (counts.get(code) ?? 0) + 1)
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1])
  if (first === undefined || first[1] < words.length * 0.15) return null
  // German with quotations in another language stays German.
  const german = counts.get('de') ?? 0
  if (first[0] !== 'de' && german > first[1] * 0.6) return german >= words.length * 0.15 ? told('de') : null
  if (second !== undefined && first[0] !== 'de' && second[1] > first[1] * 0.95) return null
  return told(first[0])
}
