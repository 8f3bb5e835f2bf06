import type { Case } from '../../../core/layers.ts'
import type { Grammar } from '../../common/syntax.ts'
import { words } from '../../common/words.ts'
import {
  guessLemma,
  isInflected,
  isInflectedParticiple,
  looksGenitive,
  nameOfGenitive,
  ofAdjective,
  uninflected,
} from './endings.ts'

const governed: readonly (readonly [readonly Case[], string])[] = [
  [['acc'], 'für durch gegen ohne um per pro via wider betreffend versus'],
  [
    ['dat'],
    'mit nach bei von zu aus seit gegenüber gemäß entgegen nahe samt mitsamt nebst zufolge zuliebe außer entsprechend',
  ],
  [['dat', 'acc'], 'in an auf über unter vor hinter neben zwischen ab bis entlang'],
  [
    ['gen', 'dat'],
    `wegen trotz während statt anstatt laut dank mangels einschließlich inklusive binnen abzüglich zuzüglich
     innerhalb außerhalb`,
  ],
  [
    ['gen'],
    `aufgrund angesichts infolge mithilfe anstelle anhand anlässlich bezüglich hinsichtlich seitens vonseiten
     zugunsten zulasten zwecks mittels jenseits diesseits oberhalb unterhalb ungeachtet inmitten nördlich südlich
     östlich westlich unweit namens halber kraft abseits beiderseits`,
  ],
]

/** The closed sets of German grammar; sources: Duden 4 (Die Grammatik), sections on valency and on the verb. */
export const grammar: Grammar = {
  prepositionCases: new Map(
    governed.flatMap(([cases, list]) => [...words(list)].map((word) => [word, cases] as const)),
  ),
  postpositions: words('zufolge zuliebe halber'),
  nounPrepositions: words('von zwischen für über gegen aus'),
  auxiliaries: { have: 'haben', be: 'sein', become: 'werden' },
  passiveParticiple: 'worden',
  modals: words('können müssen sollen wollen dürfen mögen'),
  fullModals: words('wollen mögen'),
  movingVerbs: words(`
    sein werden bleiben gehen kommen fahren fliegen laufen reisen reiten rennen springen steigen fallen sinken
    stürzen fliehen flüchten wandern ziehen treten kehren rücken eilen landen starten wachsen sterben entstehen
    erscheinen geschehen passieren gelingen misslingen scheitern verschwinden begegnen folgen erwachen einschlafen
    aufwachen ertrinken explodieren eskalieren gelangen geraten schreiten dringen brechen schwimmen segeln klettern
    marschieren rollen platzen reißen schrumpfen steigen stoßen weichen wechseln vergehen verfallen verstummen
    erlöschen genesen emigrieren desertieren kapitulieren laufen schwinden stattfinden aussteigen umziehen entkommen
    auswandern entfallen zerbrechen zusammenbrechen eintreffen antreten
  `),
  dativeVerbs: words(`
    helfen danken drohen folgen gehören glauben gelingen misslingen nützen schaden vertrauen widersprechen zustimmen
    zuhören begegnen gefallen dienen beitreten entsprechen entgegnen gleichen gratulieren imponieren missfallen
    nacheifern raten unterliegen vorbeugen weichen entgehen entkommen angehören beiwohnen gelten bevorstehen fehlen
    genügen misstrauen zusehen zustehen widerstehen antworten nachgeben
  `),
  zuVerbs: words('sein haben scheinen brauchen pflegen bleiben stehen wissen'),
  bareInfinitiveVerbs: words(
    'sein haben werden lassen bleiben gehen sehen hören fühlen lernen helfen bekommen kriegen gehören',
  ),
  existentialVerbs: words('geben'),
  copulas: words('sein werden bleiben heißen gelten'),
  timeNouns: words(`
    Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonnabend Sonntag Tag Woche Monat Jahr Nacht Morgen Abend
    Nachmittag Vormittag Mittag Stunde Minute Sekunde Mal Jahrzehnt Jahrhundert Wochenende Augenblick Quartal Weile
    Januar Februar März April Mai Juni Juli August September Oktober November Dezember Jänner Anfang Ende Mitte
    Sommer Winter Herbst Frühjahr Frühling Montagabend Freitagabend Uhr
  `),
  measureNouns: words(`
    Million Milliarde Billion Billiarde Mio. Mrd. Mia. Prozent Tonne Kilogramm Kilo Gramm Liter Meter Kilometer
    Stück Dutzend Tausend Hundert Ende Anfang Mitte Barrel Hektar Quadratmeter Quadratkilometer Megawatt Gigawatt
  `),
  negators: words(
    'nicht nie niemals keineswegs keinesfalls niemand nichts nirgends nirgendwo weder kein mitnichten',
  ),
  affirmingPairs: new Set(['nicht nur', 'nicht allein', 'nicht zuletzt']),
  conditionals: words('wenn falls sofern soweit'),
  complementizers: words('dass ob'),
  verbSecondOpeners: words('denn'),
  infinitiveMark: 'zu',
  infinitiveOpeners: words('um ohne statt anstatt'),
  infinitivePrepositions: words('ohne statt anstatt'),
  coordinators: words('und oder sowie'),
  addingCoordinators: words('und sowie'),
  comparators: words('als wie'),
  roleOpener: 'als',
  mannerOpener: 'wie',
  resumptives: words('so dann'),
  questionWords: words(
    'ob wer wen wem wessen was wann wo wohin woher wie warum weshalb wieso welche welcher welches welchen welchem wieviel inwieweit inwiefern wofür womit wozu woran worüber',
  ),
  relativeForms: words(`
    der die das dem den deren dessen denen welcher welche welches welchem welchen was wer wo wobei wodurch wofür
    wogegen womit wonach woran worauf woraufhin woraus worin worüber worum worunter wovon wovor wozu weshalb weswegen
  `),
  placeRelatives: words('wo wobei'),
  relativeAdverbs: words(`
    wobei wodurch wofür wogegen womit wonach woran worauf woraufhin worin worüber wovon wovor wozu weshalb weswegen
  `),
  relativeDeterminers: words('welch welche welcher welches welchen welchem welcherlei'),
  objectRelatives: words('was'),
  article: 'der',
  articles: words('der die das dem den'),
  nominativeArticles: words('der die das'),
  genitiveDeterminers: words('dessen deren'),
  contractions: words('am beim im vom zum'),
  demonstratives: words('dies das dieses'),
  neuterPronouns: words('es das dies'),
  possessives: words('ihr'),
  reflexives: words('sich'),
  persons: new Map([
    ['ich', 1],
    ['wir', 1],
    ['du', 2],
  ]),
  nameParticles: new Map([['bin', 'ich']]),
  ofAdjective,
  isInflected,
  uninflected,
  isInflectedParticiple,
  looksGenitive,
  nameOfGenitive,
  guessLemma,
  prefixes: words(`
    ab an auf aus bei durch ein her hin los mit nach nieder um unter vor weg weiter wider wieder zu zurück zusammen
    über fort fest frei statt teil bereit voran voraus vorbei entgegen gegenüber dar hervor heraus hinaus herein
    hinein hinzu herab hinab herauf hinauf heran empor inne nahe herum umher auseinander preis bekannt hoch klar
    offen sicher still stand heim vorher herunter hinunter herüber hinüber kennen leid fern gut bloß kund lahm tot
    fertig gleich richtig überein zurecht hinterher da heraus hinweg herbei entlang dagegen davon dazu wahr fehl irre
  `),
}
