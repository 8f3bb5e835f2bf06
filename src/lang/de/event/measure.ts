/** How German counts and pays. */
import type { Bound } from '../../../core/layers.ts'

const unitWords = [
  'null',
  'ein',
  'zwei',
  'drei',
  'vier',
  'fünf',
  'sechs',
  'sieben',
  'acht',
  'neun',
  'zehn',
  'elf',
  'zwölf',
  'dreizehn',
  'vierzehn',
  'fünfzehn',
  'sechzehn',
  'siebzehn',
  'achtzehn',
  'neunzehn',
]
const tens: readonly (readonly [string, number])[] = [
  ['zwanzig', 20],
  ['dreißig', 30],
  ['vierzig', 40],
  ['fünfzig', 50],
  ['sechzig', 60],
  ['siebzig', 70],
  ['achtzig', 80],
  ['neunzig', 90],
  ['hundert', 100],
  ['zweihundert', 200],
  ['dreihundert', 300],
  ['fünfhundert', 500],
  ['tausend', 1000],
]

export const numerals: ReadonlyMap<string, number> = new Map<string, number>([
  ...unitWords.map((word, value): [string, number] => [word, value]),
  ...['eine', 'einen', 'einer', 'einem', 'eines', 'eins'].map((word): [string, number] => [word, 1]),
  ['zweier', 2],
  ['beide', 2],
  ['beiden', 2],
  ['dreier', 3],
  ['dutzend', 12],
  ['dutzende', 24],
  ...tens.map(([word, value]): [string, number] => [word, value]),
  // einundzwanzig … neunundneunzig
  ...tens
    .slice(0, 8)
    .flatMap(([word, value]) =>
      unitWords.slice(1, 10).map((unit, i): [string, number] => [`${unit}und${word}`, value + i + 1]),
    ),
])

export const multipliers: ReadonlyMap<string, number> = new Map([
  ['tausend', 1e3],
  ['tsd', 1e3],
  ['tsd.', 1e3],
  ['million', 1e6],
  ['millionen', 1e6],
  ['mio', 1e6],
  ['mio.', 1e6],
  ['milliarde', 1e9],
  ['milliarden', 1e9],
  ['mrd', 1e9],
  ['mrd.', 1e9],
  ['mia.', 1e9],
  ['billion', 1e12],
  ['billionen', 1e12],
])

export const currencies: ReadonlyMap<string, string> = new Map([
  ['euro', 'EUR'],
  ['euros', 'EUR'],
  ['eur', 'EUR'],
  ['€', 'EUR'],
  ['dollar', 'USD'],
  ['dollars', 'USD'],
  ['us-dollar', 'USD'],
  ['us-dollars', 'USD'],
  ['usd', 'USD'],
  ['$', 'USD'],
  ['franken', 'CHF'],
  ['chf', 'CHF'],
  ['fr.', 'CHF'],
  ['pfund', 'GBP'],
  ['£', 'GBP'],
  ['gbp', 'GBP'],
  ['yen', 'JPY'],
  ['yuan', 'CNY'],
  ['rubel', 'RUB'],
  ['zloty', 'PLN'],
  ['złoty', 'PLN'],
  ['schekel', 'ILS'],
  ['won', 'KRW'],
  ['hrywnja', 'UAH'],
  ['griwna', 'UAH'],
  ['lei', 'RON'],
  ['forint', 'HUF'],
  ['lira', 'TRY'],
  ['rupien', 'INR'],
  ['dram', 'AMD'],
  ['kanada-dollar', 'CAD'],
])

export const nationalCurrencies: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  [
    'dollar',
    new Map([
      ['kanadisch', 'CAD'],
      ['australisch', 'AUD'],
      ['neuseeländisch', 'NZD'],
      ['taiwanisch', 'TWD'],
    ]),
  ],
  [
    'kronen',
    new Map([
      ['norwegisch', 'NOK'],
      ['schwedisch', 'SEK'],
      ['dänisch', 'DKK'],
      ['tschechisch', 'CZK'],
      ['isländisch', 'ISK'],
    ]),
  ],
  ['pfund', new Map([['ägyptisch', 'EGP']])],
  ['lei', new Map([['moldauisch', 'MDL']])],
])

const boundWords: Readonly<Record<Bound, string>> = {
  exact: 'genau exakt',
  about: 'rund etwa circa ca. ca ungefähr fast knapp annähernd nahezu schätzungsweise',
  at_least: 'mindestens über wenigstens mehr_als gut zumindest nicht_weniger_als',
  up_to: 'bis_zu maximal höchstens',
  range: '',
}

export const bounds: ReadonlyMap<string, Bound> = new Map(
  (Object.entries(boundWords) as [Bound, string][]).flatMap(([bound, list]) =>
    list
      .split(' ')
      .filter((word) => word !== '')
      .map((word): [string, Bound] => [word.replaceAll('_', ' '), bound]),
  ),
)

export const measureUnits: ReadonlySet<string> = new Set(
  'prozent jahr monat woche tag stunde minute sekunde uhr kilometer meter km quadratkilometer grad mal kilogramm prozentpunkt januar februar märz april mai juni juli august september oktober november dezember nacht abend morgen milliarde million euro dollar jahrgang'.split(
    ' ',
  ),
)
