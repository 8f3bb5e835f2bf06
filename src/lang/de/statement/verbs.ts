import type { Complement, VerbCue } from '../../common/statement.ts'

/**
 * German verbs of saying, thinking and judging with what they take. Written from the dictionary and from the
 * trade, not collected from any corpus. A line is `lemma` or `sich:lemma` or `companion+lemma`; `_` stands
 * between several words of a companion, all of which must be there.
 */
interface Group {
  readonly complements: readonly Complement[]
  readonly claims?: string
  readonly subject?: 'speaker' | 'source'
  readonly lemmas: string
}

const all: readonly Complement[] = ['clause', 'main', 'inserted', 'quote', 'as']

const groups: readonly Group[] = [
  // „sagte, dass …“ | „sagte, man sei …“ | „…, sagte sie“
  {
    complements: all,
    lemmas: `sagen erklären meinen äußern sich:äußern erzählen erwidern entgegnen antworten anmerken
      hinzufügen hinzusetzen ergänzen erläutern ausführen präzisieren konkretisieren resümieren bilanzieren
      versichern beteuern bekräftigen unterstreichen hervorheben herausstellen durchblicken durchsickern erwiesen+ansehen sich:erhoffen erhoffen befürworten entgegensetzen
      herausstreichen einschätzen entgegenhalten nachschieben beharren argumentieren einwenden
      kontern zusammenfassen formulieren schreiben twittern posten notieren festhalten vermelden verlauten
      verlautbaren kommentieren urteilen befinden schlussfolgern folgern konstatieren feststellen klarstellen
      richtigstellen einräumen eingestehen zugestehen zugeben gestehen bekennen offenbaren enthüllen verraten
      aussagen bezeugen schildern behaupten unterstellen mutmaßen spekulieren orakeln prophezeien
      vorhersagen voraussagen prognostizieren vorrechnen ankreiden monieren beanstanden bemängeln rügen
      kritisieren lamentieren jammern schimpfen wettern poltern spotten höhnen scherzen witzeln frotzeln
      unken raunen flüstern murmeln rufen schreien brüllen ausrufen jubeln schwärmen frohlocken loben würdigen
      tadeln mahnen ermahnen anmahnen erinnern zitieren verkünden verkündigen proklamieren deklarieren
      predigen dozieren referieren nachlegen nachhaken zurückgeben einwerfen dazwischenrufen
      informieren unterrichten aufklären benachrichtigen verständigen bestätigen bescheinigen
      versprechen geloben schwören drohen klagen beklagen sich:beklagen sich:beschweren
      sich:empören sich:ereifern sich:rechtfertigen sich:verteidigen sich:erinnern sich:entschuldigen
      angeben begründen bedauern bejahen verneinen dementieren
      abwiegeln beschwichtigen relativieren philosophieren sinnieren bilanzieren räsonieren
      andeuten signalisieren zusichern zusagen hinweisen verweisen aufzeigen darlegen darstellen vortragen
      vorbringen vorschlagen anregen appellieren warnen betonen mitteilen berichten melden ankündigen
      bekanntgeben bekanntmachen kundtun kundgeben weitergeben durchgeben übermitteln wissen_lassen+lassen
      verlauten+lassen durchblicken+lassen durchsickern+lassen erkennen+lassen bekannt+geben bekannt+machen
      deutlich+machen klar+machen geltend+machen aufmerksam+machen verständlich+machen klarmachen verdeutlichen
      zu_verstehen+geben zu_bedenken+geben zu_protokoll+geben bedenken+geben verstehen+geben protokoll+geben
      ausdruck+bringen ausdruck+geben ausdruck+verleihen punkt+bringen sprache+bringen spiel+bringen
      fest+stellen klar+stellen aussicht+stellen stellung+nehmen wort+melden sich:zitieren
      glauben denken finden hoffen fürchten befürchten annehmen vermuten schätzen erwarten ahnen
      bezweifeln anzweifeln argwöhnen wähnen sich:wünschen sich:freuen sich:fragen sich:sorgen
      sich:wundern bangen träumen zweifeln kalkulieren taxieren
      skandieren sich:ärgern dagegenhalten entscheiden ausrichten ätzen giften zürnen seufzen triumphieren lästern sticheln
      donnern dröhnen grollen toben schäumen stänkern nörgeln stöhnen ächzen brummen knurren murren meckern
      maulen motzen bescheiden replizieren anfügen nachtragen rekapitulieren rechtfertigen
      sekundieren beipflichten widersprechen nachsetzen wüten anklingen+lassen`,
  },
  // „…“, fuhr sie fort: only beside what was said.
  {
    complements: ['inserted', 'quote'],
    lemmas: `fortfahren abwinken reagieren parieren zurückmelden lachen schmunzeln hauchen stammeln säuseln`,
  },
  // „ging davon aus, dass …“
  {
    complements: ['clause', 'main', 'infinitive'],
    claims: 'von',
    lemmas: `ausgehen`,
  },
  {
    complements: ['clause', 'main', 'inserted', 'infinitive', 'as'],
    lemmas: `für_es+halten als_es+ansehen als_es+bezeichnen als_es+betrachten überzeugt+sein sicher+sein zuversichtlich+sein sicher+zeigen überzeugt+zeigen
      zuversichtlich+zeigen optimistisch+zeigen überzeugt+geben zuversichtlich+geben optimistisch+geben sicher+geben besorgt+zeigen erfreut+zeigen enttäuscht+zeigen
      meinung+sein ansicht+sein auffassung+sein überzeugung+sein meinung+vertreten ansicht+vertreten
      auffassung+vertreten standpunkt+vertreten position+vertreten these+vertreten standpunkt+stehen
      schluss+kommen ergebnis+kommen schluss+gelangen ergebnis+gelangen überzeugung+gelangen
      ansicht+gelangen fazit+ziehen schluss+ziehen bilanz+ziehen`,
  },
  // „fragte, ob …“
  {
    complements: ['clause', 'inserted', 'quote'],
    lemmas: `fragen nachfragen rückfragen anfragen sich:erkundigen wollen+wissen rätseln grübeln`,
  },
  // „forderte, … zu liefern“
  {
    complements: ['clause', 'main', 'inserted', 'quote', 'infinitive', 'as'],
    lemmas: `fordern auffordern einfordern verlangen abverlangen bitten ersuchen aufrufen appellieren mahnen
      ermahnen anmahnen warnen verwarnen raten anraten abraten empfehlen nahelegen vorschlagen anregen anordnen
      befehlen gebieten vorschreiben untersagen verbieten drängen dringen insistieren pochen bestehen plädieren
      werben flehen anflehen betteln beschwören beantragen ermutigen auffordern beauftragen anweisen aufgeben
      ankündigen avisieren versprechen zusagen zusichern geloben schwören drohen androhen anbieten beteuern
      versichern verkünden bekräftigen erklären signalisieren hoffen fürchten befürchten glauben meinen
      behaupten vorgeben zugeben einräumen gestehen eingestehen bestreiten leugnen abstreiten dementieren
      vorwerfen beschuldigen bezichtigen anschuldigen anlasten unterstellen vorhalten nachsagen verdächtigen
      bezweifeln ablehnen sich:weigern sich:verpflichten sich:bereiterklären bereit+erklären bereit+zeigen
      ausschließen verneinen absprechen bescheinigen
      aussicht+stellen angeben erwarten bedauern sich:wünschen sich:rühmen sich:brüsten
      sich:freuen sich:vorbehalten sich:aussprechen absicht+bekunden beschließen vereinbaren`,
  },
  // „bezeichnete … als“: the phrase is what the speaker claims. Praise and blame without „als“ tell an attitude.
  {
    complements: [],
    claims: 'als',
    lemmas: `bezeichnen einstufen werten bewerten einschätzen ansehen betrachten beschreiben charakterisieren
      titulieren brandmarken geißeln verurteilen kritisieren loben würdigen rühmen preisen zurückweisen ablehnen
      abtun verwerfen abqualifizieren verteidigen darstellen beschimpfen schildern interpretieren deuten
      auffassen hinstellen rügen tadeln anprangern empfinden sehen verstehen`,
  },
  // „sprach von …“
  { complements: ['clause'], claims: 'von', lemmas: `sprechen reden berichten erzählen` },
  { complements: [], claims: 'vor', lemmas: `warnen` },
  {
    complements: ['clause'],
    claims: 'auf',
    lemmas: `hinweisen verweisen zurückführen beziffern schätzen taxieren`,
  },
  { complements: ['clause'], claims: 'über', lemmas: `klagen berichten sich:beklagen sich:beschweren` },
  { complements: ['clause', 'infinitive'], claims: 'für', lemmas: `sich:aussprechen plädieren` },
  { complements: ['clause'], claims: 'mit', lemmas: `rechnen drohen begründen angeben beziffern` },
  { complements: ['clause', 'infinitive'], claims: 'zu', lemmas: `auffordern raten mahnen` },
  { complements: ['clause', 'infinitive'], claims: 'zu', lemmas: `aufrufen` },
  { complements: [], claims: 'für', lemmas: `halten` },
  // „forderte den Rückzug“
  {
    complements: [],
    claims: 'object',
    lemmas: `bestätigen bestreiten leugnen abstreiten dementieren ankündigen androhen fordern einfordern verlangen
      vorschlagen anregen empfehlen prognostizieren vorhersagen voraussagen prophezeien befürchten vermuten
      ausschließen beziffern vorwerfen unterstellen anlasten nachsagen zuschreiben attestieren bescheinigen
      einräumen zugeben eingestehen zusichern zusagen versprechen nennen beteuern behaupten schätzen`,
  },
  // „die Studie zeigt, dass …“
  {
    complements: ['clause', 'as'],
    subject: 'source',
    lemmas: `zeigen belegen ergeben beweisen nachweisen nahelegen hindeuten bestätigen verdeutlichen
      bekannt+werden bekanntwerden sich:herausstellen sich:zeigen besagen aufdecken ermitteln errechnen
      herausfinden entnehmen`,
  },
  {
    complements: ['clause', 'main', 'inserted', 'quote', 'as'],
    subject: 'source',
    lemmas: `heißen lauten hervorgehen`,
  },
  // „aus Kiew war zu hören, …“
  {
    complements: ['clause', 'main', 'inserted', 'as'],
    subject: 'source',
    lemmas: `hören erfahren vernehmen`,
  },
]

const parse = (entry: string): { lemma: string; companions: string[]; reflexive: boolean } => {
  const reflexive = entry.startsWith('sich:')
  const [companion, lemma] = entry.includes('+') ? entry.split('+') : [null, entry.replace('sich:', '')]
  return { lemma: lemma!, companions: companion ? companion.split('_') : [], reflexive }
}

/** „heißen“ and, in Switzerland, „heissen“. */
const spellings = (lemma: string): readonly string[] =>
  lemma.includes('ß') ? [lemma, lemma.replaceAll('ß', 'ss')] : [lemma]

/** Several groups may name one verb; what they take is united. */
export const verbCues = (): ReadonlyMap<string, readonly VerbCue[]> => {
  const byKey = new Map<string, VerbCue>()
  for (const group of groups) {
    for (const entry of group.lemmas.split(/\s+/u).filter(Boolean)) {
      const { lemma, companions, reflexive } = parse(entry)
      const key = `${lemma}/${companions.join('_')}/${reflexive}`
      const before = byKey.get(key)
      byKey.set(key, {
        lemma,
        complements: new Set([...(before?.complements ?? []), ...group.complements]),
        claims: new Set([...(before?.claims ?? []), ...(group.claims ? [group.claims] : [])]),
        companions,
        reflexive,
        subject: before?.subject ?? group.subject ?? 'speaker',
      })
    }
  }
  const byLemma = new Map<string, VerbCue[]>()
  for (const cue of byKey.values())
    for (const lemma of spellings(cue.lemma)) {
      const list = byLemma.get(lemma)
      if (list) list.push(cue)
      else byLemma.set(lemma, [cue])
    }
  for (const list of byLemma.values())
    list.sort(
      (a, b) => b.companions.length - a.companions.length || Number(b.reflexive) - Number(a.reflexive),
    )
  return byLemma
}

/** Lemmas of verbs that say something by themselves and stand behind what was said: „…, betonte sie“. */
export const sayingVerbs = (): readonly string[] =>
  [...verbCues()]
    .filter(([, cues]) =>
      cues.some(
        ({ companions, complements, subject }) =>
          companions.length === 0 && complements.has('inserted') && subject === 'speaker',
      ),
    )
    .map(([lemma]) => lemma)
