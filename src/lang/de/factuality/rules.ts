/** How sure: verbs, nouns, adverbs and modal verbs of German that say whether what depends on them takes place. */
import type { Factuality } from '../../../core/layers.ts'
import type { FactualityRules, Governing, Modal } from '../../common/factuality.ts'

const words = (text: string): string[] => text.trim().split(/\s+/u)
const table = (entries: Readonly<Record<string, string>>): ReadonlyMap<string, Governing> =>
  new Map(
    Object.entries(entries).flatMap(([complement, list]) =>
      words(list).map((word) => [word, { complement: complement as Governing['complement'] }] as const),
    ),
  )

/**
 *     verhinderte, dass …     weigert sich, … zu …     kündigte an, … zu …     erwägt, … zu …
 *     ^^^^^^^^^^^             ^^^^^^^                  ^^^^^^^^^ ^^            ^^^^^^
 */
const verbs = table({
  denied: `verhindern weigern verweigern dementieren bestreiten leugnen ablehnen vermeiden verzichten unterlassen
    versäumen verbieten untersagen zurückweisen ausschließen absehen abwenden scheitern verneinen abstreiten
    abraten vereiteln abhalten hindern abblasen absagen entkräften widerlegen verpassen vergessen scheuen
    widerrufen abbringen aufhören ausräumen`,
  planned: `planen ankündigen versprechen zusagen beabsichtigen vorhaben anstreben vereinbaren beschließen wollen
    verpflichten vorbereiten beauftragen anweisen anordnen zusichern geloben vornehmen entscheiden entschließen
    einigen anbieten erwarten verfügen vorsehen festlegen bezwecken abzielen zielen bereiterklären verurteilen
    signalisieren schwören anpeilen befehlen einwilligen zustimmen garantieren rechnen bekräftigen`,
  possible: `erwägen prüfen hoffen befürchten fürchten fordern bitten drohen ermöglichen erlauben vorschlagen
    zweifeln bezweifeln spekulieren vermuten mutmaßen versuchen raten empfehlen warnen mahnen verlangen auffordern
    aufrufen appellieren drängen plädieren beantragen anregen überlegen diskutieren debattieren beraten verhandeln
    scheinen wünschen bemühen anmahnen einfordern ersuchen pochen gestatten genehmigen befürworten glauben
    wetten annehmen ausloten sondieren ansuchen werben dringen streben aussprechen klagen einsetzen streiten`,
  same: `gelingen schaffen vermögen dazubringen veranlassen zwingen bewegen helfen beginnen anfangen fortfahren
    beitragen bewirken erreichen nötigen sorgen führen zutreffen`,
})

const nouns = table({
  denied: `weigerung verbot verzicht ablehnung falsch unwahr ausgeschlossen unmöglich abwegig erfunden
    unzutreffend dementi`,
  same: 'wahr zutreffend tatsache',
  planned: `plan pläne absicht ankündigung zusage versprechen entscheidung beschluss vorhaben ziel auftrag befehl
    verpflichtung pflicht vereinbarung bereitschaft aufgabe anweisung verpflichtet geplant vorgesehen bereit
    entschlossen vorsatz angebot wille willen erwartung aussicht zuversichtlich`,
  possible: `möglichkeit hoffnung gefahr bitte vorschlag forderung appell aufruf chance risiko sorge befürchtung
    furcht verdacht zweifel wunsch idee versuch überlegung überlegungen drohung aufforderung warnung recht
    erlaubnis genehmigung antrag möglich denkbar wahrscheinlich unwahrscheinlich fraglich offen unklar ungewiss
    vorstellbar zweifelhaft notwendig nötig wichtig sinnvoll richtig besser gelegenheit option empfehlung
    angst fall bemühungen bemühung druck weg bedingung lage `,
})

const byForm = (entries: Readonly<Record<string, string>>): ReadonlyMap<string, Factuality> =>
  new Map(
    Object.entries(entries).flatMap(([value, list]) =>
      words(list).map((word) => [word, value as Factuality] as const),
    ),
  )

const modal = (
  present: Factuality,
  past: Factuality,
  subjunctive: Factuality,
  perfect: Factuality,
): Modal => ({
  present,
  past,
  subjunctive,
  perfect,
})

export const factualityRules: FactualityRules = {
  version: '1',
  governing: (lemma) => verbs.get(lemma) ?? null,
  governingNoun: (lower) => nouns.get(lower) ?? null,
  adverbs: byForm({
    possible: `möglicherweise vielleicht womöglich eventuell vermutlich wahrscheinlich wohl höchstwahrscheinlich
      gegebenenfalls allenfalls mutmaßlich hoffentlich notfalls`,
    planned: 'voraussichtlich demnächst künftig bald planmäßig baldmöglichst',
    denied: 'beinahe keinesfalls keineswegs mitnichten niemals nie nirgends niemand niemanden niemandem',
  }),
  introducers: byForm({
    planned: 'damit um',
    denied: 'ohne statt anstatt',
    possible: 'ob falls wenn sofern',
  }),
  untilIntroducers: new Set(['bis', 'bevor', 'ehe', 'sobald']),
  awaiting: new Set(['sobald']),
  hardly: new Set(['kaum']),
  failing: new Set(words('scheitern platzen fehlschlagen misslingen')),
  against: new Set(['dagegen']),
  ongoing: new Set(['dabei']),
  nearly: new Set(['fast', 'beinahe', 'haar']),
  inVain: new Set(['vergeblich', 'erfolglos', 'vergebens']),
  lasting: new Set(['bestehen', 'gelten', 'bleiben', 'laufen', 'dauern', 'sein', 'haben', 'reichen']),
  until: new Set(['bis']),
  whenever: new Set(['wenn']),
  evenIf: new Set(['selbst', 'auch', 'sogar']),
  granting: new Set(['auch']),
  provisos: [['vorausgesetzt'], ['es', 'sei', 'denn']],
  otherwise: new Set(words('ohne sonst andernfalls ansonsten')),
  asking: new Set(['ob']),
  butRather: 'sondern',
  advice: new Set(words('besser lieber dringend endlich')),
  hearsay: new Set(['sollen']),
  states: new Set(['sein']),
  claiming: 'wollen',
  pendingWith: new Set(['mit']),
  copulas: new Set(['sein']),
  lightVerbs: new Set(words('sein bleiben haben bestehen geben')),

  pending: new Map([
    ['bevorstehen', 'planned'],
    ['anstehen', 'planned'],
    ['drohen', 'possible'],
    ['scheinen', 'possible'],
    ['erwägen', 'possible'],
  ]),
  complementizers: new Set(['dass', 'daß', 'ob', 'wie', 'wann', 'wer', 'was', 'wo', 'warum', 'wonach']),
  modals: new Map([
    // „soll liefern“ | „sollte liefern“ | „sollte liefern“ (advice) | „soll geliefert haben“ (hearsay)
    ['sollen', modal('planned', 'planned', 'possible', 'actual')],
    ['wollen', modal('planned', 'planned', 'planned', 'actual')],
    ['müssen', modal('planned', 'actual', 'possible', 'possible')],
    ['können', modal('possible', 'actual', 'possible', 'possible')],
    ['dürfen', modal('possible', 'actual', 'possible', 'possible')],
    ['mögen', modal('possible', 'planned', 'planned', 'possible')],
    ['möchten', modal('planned', 'planned', 'planned', 'planned')],
    ['drohen', modal('possible', 'possible', 'possible', 'possible')],
    ['scheinen', modal('possible', 'possible', 'possible', 'possible')],
    // „ist zu zahlen“, „hat zu zahlen“
    ['haben', modal('planned', 'planned', 'possible', 'planned')],
    ['sein', modal('planned', 'planned', 'possible', 'planned')],
  ]),
  advising: new Set(['sollen']),
  harmlessAfterNot: new Set(
    words(
      'nur zuletzt allein bloß umsonst einmal weniger alle allen aller jeder jede jedes jeden sämtliche immer',
    ),
  ),
  notWords: new Set([
    'nicht',
    'nie',
    'niemals',
    'weder',
    'keinesfalls',
    'keineswegs',
    'nirgends',
    'nichts',
    'niemand',
  ]),
  noDeterminers: ['kein', 'keine', 'keinen', 'keinem', 'keiner', 'keines', 'keinerlei'],
  backgroundAdverbs: new Set(
    words('zuvor vorher damals einst seinerzeit ursprünglich ehemals einstmals vormals früher'),
  ),
  already: new Set(['bereits', 'schon', 'erst', 'zuletzt']),
  backgroundIntroducers: new Set(['nachdem']),
  since: new Set(['seit', 'seitdem']),
}
