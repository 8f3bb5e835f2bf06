/**
 * Forms that tell time, with their meanings. Everything is a literal table that is spread over the endings of
 * German once, when the module loads; no look-up in the lexicon is needed.
 */
import type { DayPart, Holiday, Season, TimeSense, TimeUnit } from '../../common/time.ts'

const table = new Map<string, TimeSense>()

const add = (form: string, sense: TimeSense): void => {
  table.set(form, { ...table.get(form), ...sense })
}
const addAll = (forms: string, sense: TimeSense): void => {
  for (const form of forms.split(' ')) add(form, sense)
}
/** An adjective in all its endings. */
const addAdjective = (stems: string, sense: TimeSense): void => {
  for (const stem of stems.split(' '))
    for (const ending of ['e', 'en', 'em', 'er', 'es']) add(stem + ending, sense)
}

/** Months with Austrian names and usual abbreviations. */
const months = [
  'januar jänner jan jän',
  'februar feber feb',
  'märz mär mrz',
  'april apr',
  'mai',
  'juni jun juno',
  'juli jul',
  'august aug',
  'september sept sep',
  'oktober okt',
  'november nov',
  'dezember dez',
]
months.forEach((forms, i) => {
  for (const form of forms.split(' ')) {
    add(form, { month: i + 1 })
    if (form.length > 4) addAll(`${form}s ${form}es`, { month: i + 1 })
  }
})

const weekdays = ['montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag', 'sonntag']
weekdays.forEach((name, i) => {
  const weekday = i + 1
  addAll(`${name} ${name}s ${name}es ${name}e ${name}en`, { weekday })
  add(`${name}s`, { weekday, expression: { kind: 'set', value: `XXXX-WXX-${weekday}` } })
})
addAll('sonnabend sonnabends', { weekday: 6 })
add('sonnabends', { expression: { kind: 'set', value: 'XXXX-WXX-6' } })

/** Singular forms | plural forms. */
const units: readonly (readonly [TimeUnit, string, string])[] = [
  ['S', 'sekunde', 'sekunden'],
  ['MIN', 'minute', 'minuten'],
  ['H', 'stunde', 'stunden'],
  ['D', 'tag tags tages tage', 'tage tagen'],
  ['NI', 'nacht', 'nächte nächten'],
  ['WE', 'wochenende wochenendes wochenend', 'wochenenden'],
  ['W', 'woche', 'wochen'],
  ['M', 'monat monats monates monate', 'monate monaten'],
  ['Q', 'quartal quartals', 'quartale quartalen'],
  ['HY', 'halbjahr halbjahrs halbjahres', 'halbjahre halbjahren'],
  ['Y', 'jahr jahres jahrs jahre', 'jahre jahren'],
  ['DE', 'jahrzehnt jahrzehnts jahrzehntes', 'jahrzehnte jahrzehnten dekaden'],
  ['DE', 'dekade', 'dekaden'],
  ['CE', 'jahrhundert jahrhunderts jahrhundertes', 'jahrhunderte jahrhunderten'],
]
for (const [unit, singular, plural] of units) {
  addAll(singular, { unit })
  addAll(plural, { unit, plural: true })
}
add('quartal', { quarterWord: true })
add('quartals', { quarterWord: true })
addAll('halbjahr halbjahres halbjahrs', { halfWord: true })
addAll('hälfte', { halfWord: true })
addAll('vierteljahr vierteljahres', { unit: 'Q' })

const seasons: Readonly<Record<Season, string>> = {
  SP: 'frühling frühlings frühjahr frühjahrs frühjahres',
  SU: 'sommer sommers hochsommer spätsommer sommermonate sommermonaten',
  FA: 'herbst herbstes herbsts spätherbst herbstmonate herbstmonaten',
  WI: 'winter winters wintermonate wintermonaten',
}
for (const [season, forms] of Object.entries(seasons)) addAll(forms, { season: season as Season })
addAll('sommermonate sommermonaten herbstmonate herbstmonaten wintermonate wintermonaten', { plural: true })

const dayParts: Readonly<Record<DayPart, string>> = {
  MO: 'morgen morgens vormittag vormittags früh morgenstunden frühmorgens',
  MI: 'mittag mittags mittagszeit mittagsstunden',
  AF: 'nachmittag nachmittags nachmittagsstunden',
  EV: 'abend abends abendstunden spätabends vorabend',
  NI: 'nacht nachts mitternacht nachtstunden',
}
for (const [part, forms] of Object.entries(dayParts)) addAll(forms, { dayPart: part as DayPart })

addAll('anfang anfangs beginn', { periodPart: 'START' })
addAll('mitte', { periodPart: 'MID' })
addAll('ende', { periodPart: 'END' })

// Numerals: „zwei“, „einundzwanzig“ up to ninety-nine, and the round ones.
const ones = ['', 'ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun']
const tens = ['', '', 'zwanzig', 'dreißig', 'vierzig', 'fünfzig', 'sechzig', 'siebzig', 'achtzig', 'neunzig']
const teens = 'zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn'.split(' ')
const numerals = new Map<string, number>()
for (let n = 2; n < 10; n++) numerals.set(ones[n]!, n)
teens.forEach((word, i) => {
  numerals.set(word, i + 10)
})
for (let ten = 2; ten < 10; ten++) {
  numerals.set(tens[ten]!, ten * 10)
  for (let one = 1; one < 10; one++) numerals.set(`${ones[one]}und${tens[ten]}`, ten * 10 + one)
}
numerals.set('dreissig', 30)
numerals.set('hundert', 100)
numerals.set('einhundert', 100)
numerals.set('tausend', 1000)
for (const [word, number] of numerals) {
  add(word, { number })
  // Ordinals: „dritten“, „achten“, „zwanzigsten“.
  const stem =
    number === 3
      ? 'dritt'
      : number === 7
        ? 'siebt'
        : number === 8
          ? 'acht'
          : number < 20
            ? `${word}t`
            : `${word}st`
  addAdjective(stem, { ordinal: number })
}
addAdjective('erst', { ordinal: 1 })
addAll('ein eine einem einen einer eines', { number: 1, article: true })
addAll('beide beiden', { number: 2 })
addAll('zweier', { number: 2 })
addAll('dreier', { number: 3 })
add('anderthalb', { number: 1.5 })
for (const [word, number] of [...numerals]) if (number < 13) add(`${word}einhalb`, { number: number + 0.5 })
addAll('eineinhalb einundeinhalb', { number: 1.5 })
add('dutzend', { number: 12 })

addAdjective('einig', { vague: [2, 10] })
addAdjective('mehrer', { vague: [2, 10] })
addAdjective('etlich', { vague: [2, 12] })
addAdjective('wenig', { vague: [1, 5] })
addAdjective('viel unzählig zahlreich', { vague: [0, 0] })
add('paar', { vague: [2, 5] })

addAll('der die das dem den des', { article: true })
addAll('diese diesen dieser diesem dieses', { demonstrative: true, which: 0 })
addAdjective('laufend', { which: 0 })
addAdjective('heurig', { which: 0 })
addAdjective('vergangen letzt vorig vorherig zurückliegend abgelaufen verflossen verwichen vorangegangen', {
  which: -1,
})
addAdjective('nächst kommend bevorstehend', { which: 1 })
addAll('vorvergangene vorvergangenen vorletzte vorletzten', { which: -1, modifier: 'further' })
addAll('übernächste übernächsten übernächstes übernächster', { which: 1, modifier: 'further' })

/** Day words, with the adjectives made of them. */
const days: readonly (readonly [string, number])[] = [
  ['vorgestern', -2],
  ['gestern', -1],
  ['heute', 0],
  ['morgen', 1],
  ['übermorgen', 2],
]
for (const [word, day] of days) add(word, { day })
addAdjective('heutig', { day: 0 })
addAdjective('gestrig', { day: -1 })
addAdjective('vorgestrig', { day: -2 })
addAdjective('morgig', { day: 1 })
addAll('heuer', { expression: { kind: 'when', shift: { unit: 'Y', by: 0 } } })
addAll('vorjahr vorjahres vorjahrs', { expression: { kind: 'when', shift: { unit: 'Y', by: -1 } } })
addAdjective('vorjährig letztjährig', { expression: { kind: 'when', shift: { unit: 'Y', by: -1 } } })
addAdjective('diesjährig', { expression: { kind: 'when', shift: { unit: 'Y', by: 0 } } })
addAdjective('nächstjährig', { expression: { kind: 'when', shift: { unit: 'Y', by: 1 } } })
addAll('vormonat vormonats', { expression: { kind: 'when', shift: { unit: 'M', by: -1 } } })
addAll('vorwoche', { expression: { kind: 'when', shift: { unit: 'W', by: -1 } } })
addAll('vorabend vorabends', {
  expression: { kind: 'when', shift: { unit: 'D', by: -1, from: 'context' }, dayPart: 'EV' },
  type: 'TIME',
})
addAll('vortag vortages vortags', {
  expression: { kind: 'when', shift: { unit: 'D', by: -1, from: 'context' } },
})

const holidays: readonly (readonly [string, Holiday])[] = [
  ['weihnachten heiligabend heiligabends weihnacht', { month: 12, day: 24 }],
  ['weihnachtstag weihnachtsfeiertag', { month: 12, day: 25 }],
  ['weihnachtsfeiertage weihnachtsfeiertagen weihnachtstage weihnachtstagen', { month: 12, day: 25 }],
  ['silvester sylvester', { month: 12, day: 31 }],
  ['neujahr neujahrstag', { month: 1, day: 1 }],
  ['dreikönigstag dreikönig', { month: 1, day: 6 }],
  ['valentinstag', { month: 2, day: 14 }],
  ['weltfrauentag frauentag', { month: 3, day: 8 }],
  ['nationalfeiertag', { month: 10, day: 26 }],
  ['allerheiligen', { month: 11, day: 1 }],
  ['allerseelen', { month: 11, day: 2 }],
  ['reformationstag', { month: 10, day: 31 }],
  ['halloween', { month: 10, day: 31 }],
  ['nikolaus nikolaustag', { month: 12, day: 6 }],
  ['himmelfahrt christi_himmelfahrt', { easter: 39 }],
  ['rosenmontag', { easter: -48 }],
  ['faschingsdienstag', { easter: -47 }],
  ['aschermittwoch', { easter: -46 }],
  ['palmsonntag', { easter: -7 }],
  ['gründonnerstag', { easter: -3 }],
  ['karwoche', { easter: -7, lasts: 7 }],
  ['karfreitag', { easter: -2 }],
  ['osterwochenende osterwochenendes', { easter: -2, lasts: 4 }],
  ['osterfeiertage osterfeiertagen ostertage ostertagen', { easter: 0, lasts: 2 }],
  ['pfingstwochenende pfingstwochenendes', { easter: 48, lasts: 3 }],
  ['karsamstag', { easter: -1 }],
  ['ostern ostersonntag', { easter: 0 }],
  ['ostermontag', { easter: 1 }],
  ['pfingsten pfingstsonntag', { easter: 49 }],
  ['pfingstmontag', { easter: 50 }],
  ['fronleichnam', { easter: 60 }],
]
for (const [forms, holiday] of holidays) addAll(forms, { holiday })

// Now, once and soon. „nun“ is mostly a particle of discourse, „ehemalig“ belongs to its office: not here.
addAll('jetzt derzeit momentan gegenwärtig zurzeit heutzutage nunmehr', {
  reference: 'PRESENT_REF',
})
addAll('gegenwart', { reference: 'PRESENT_REF' })
addAll('damals einst früher kürzlich neulich jüngst unlängst ehemals vormals dereinst seinerzeit', {
  reference: 'PAST_REF',
})
addAll('vergangenheit', { reference: 'PAST_REF' })
addAll('bald demnächst künftig zukünftig baldigst alsbald', { reference: 'FUTURE_REF' })
addAll('zukunft', { reference: 'FUTURE_REF' })

/** „dreijährig“, „100-jährig“, „jahrelang“: adjectives and adverbs of length. */
const lengthStems: readonly (readonly [string, TimeUnit])[] = [
  ['jährig', 'Y'],
  ['monatig', 'M'],
  ['wöchig', 'W'],
  ['tägig', 'D'],
  ['stündig', 'H'],
  ['minütig', 'MIN'],
]
for (const [stem, unit] of lengthStems) {
  addAdjective(stem, { unit, modifier: 'length' })
  add(stem, { unit, modifier: 'length' })
}
const longWords: readonly (readonly [string, TimeUnit])[] = [
  ['minutenlang', 'MIN'],
  ['stundenlang', 'H'],
  ['tagelang', 'D'],
  ['nächtelang', 'NI'],
  ['wochenlang', 'W'],
  ['monatelang', 'M'],
  ['jahrelang', 'Y'],
  ['jahrzehntelang', 'DE'],
  ['jahrhundertelang', 'CE'],
  ['mehrjährig', 'Y'],
  ['mehrmonatig', 'M'],
  ['mehrwöchig', 'W'],
  ['mehrtägig', 'D'],
  ['mehrstündig', 'H'],
]
for (const [word, unit] of longWords) {
  const expression = { kind: 'duration', lengths: [{ count: null, unit }] } as const
  add(word, { expression })
  addAdjective(word, { expression })
}

/** What comes back. */
const frequencies: readonly (readonly [string, string])[] = [
  ['stündlich', 'PT1H'],
  ['täglich tagtäglich', 'P1D'],
  ['wöchentlich allwöchentlich', 'P1W'],
  ['monatlich', 'P1M'],
  ['vierteljährlich quartalsweise', 'P1Q'],
  ['halbjährlich', 'P6M'],
  ['jährlich alljährlich', 'P1Y'],
]
for (const [words, value] of frequencies) {
  for (const word of words.split(' ')) {
    add(word, { expression: { kind: 'set', value } })
    addAdjective(word, { expression: { kind: 'set', value } })
  }
}

const decades = 'zehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'.split(' ')
decades.forEach((word, i) => {
  addAll(`${word}er`, { decade: i + 1 })
  addAll(`${word}erjahre ${word}erjahren`, { decade: i + 1, unit: 'Y', plural: true })
})
addAll('dreissiger', { decade: 3 })

/** „Mittwochabend“, „Jahresende“, „Julitage“, „dreijährig“: found by their parts. */
const compound = (lower: string): TimeSense | null => {
  for (const [i, name] of weekdays.entries()) {
    if (!lower.startsWith(name)) continue
    const dayPart = table.get(lower.slice(name.length))?.dayPart
    return dayPart ? { weekday: i + 1, dayPart } : null
  }
  for (const [stem, unit] of lengthStems) {
    const at = lower.indexOf(stem)
    if (at <= 0) continue
    const number = lower.startsWith('ein') && at === 3 ? 1 : table.get(lower.slice(0, at))?.number
    return number === undefined
      ? null
      : { expression: { kind: 'duration', lengths: [{ count: number, unit }] } }
  }
  return periodCompound(lower) ?? decadeCompound(lower)
}

/**
 *     zum Jahresende, zu Wochenbeginn, bis zur Jahresmitte
 *         ^^^^^^^^^^     ^^^^^^^^^^^         ^^^^^^^^^^^
 */
const periods: readonly (readonly [string, TimeUnit])[] = [
  ['jahres', 'Y'],
  ['monats', 'M'],
  ['wochen', 'W'],
  ['quartals', 'Q'],
  ['jahrhundert', 'CE'],
]
const periodCompound = (lower: string): TimeSense | null => {
  for (const [prefix, unit] of periods) {
    if (!lower.startsWith(prefix) || lower === 'wochenende') continue
    const part = table.get(lower.slice(prefix.length))?.periodPart
    if (part && !(unit === 'W' && part === 'END')) {
      return { periodPart: part, expression: { kind: 'when', shift: { unit, by: 0 }, part } }
    }
  }
  return null
}

/** „Achtzigerjahre“ stands in the table; „1980er“ is made of digits. */
const decadeCompound = (lower: string): TimeSense | null => {
  if (!lower.endsWith('jahre') && !lower.endsWith('jahren')) return null
  const stem = table.get(lower.slice(0, lower.lastIndexOf('jahre')))
  return stem?.decade ? { decade: stem.decade, unit: 'Y', plural: true } : null
}

/** Longest form that `compound` looks at: no time word is longer, hostile ones are. */
const longest = 40

export const sense = (_text: string, lower: string): TimeSense | null =>
  table.get(lower) ?? (lower.length > 5 && lower.length <= longest ? compound(lower) : null)
