import type { Complement, NounCue } from '../../common/statement.ts'

const split = (text: string): readonly string[] => text.split(/\s+/u).filter(Boolean)

const cues = (complements: readonly Complement[], lemmas: string): readonly NounCue[] =>
  split(lemmas).map((lemma) => ({ lemma, complements: new Set(complements) }))

/** Nouns that are said or thought themselves: „die Aussage, dass …“, „die Forderung, … zu liefern“. */
export const nounCues: ReadonlyMap<string, NounCue> = new Map(
  [
    ...cues(
      ['clause', 'main', 'quote'],
      `Aussage Äußerung Angabe Ansicht Auffassung Meinung Überzeugung Einschätzung Behauptung These Hypothese
      Feststellung Erklärung Mitteilung Meldung Nachricht Bericht Bemerkung Antwort Hinweis Einwand Argument
      Begründung Vermutung Annahme Spekulation Mutmaßung Gerücht Verdacht Vorwurf Anschuldigung Unterstellung
      Kritik Befürchtung Sorge Angst Furcht Hoffnung Erwartung Glaube Prognose Vorhersage Voraussage Warnung
      Zusage Zusicherung Versicherung Beteuerung Bestätigung Dementi Ankündigung Bekanntgabe Drohung Eingeständnis
      Geständnis Klage Beschwerde Botschaft Parole Fazit Schluss Schlussfolgerung Ergebnis Erkenntnis Eindruck
      Standpunkt Haltung Zweifel Urteil Darstellung Version Legende Eindruck Wort Zitat Satz Slogan Ausspruch
      Ausruf Statement Stellungnahme Kommentar`,
    ),
    ...cues(
      ['clause', 'main', 'infinitive', 'quote'],
      `Forderung Bitte Aufforderung Aufruf Appell Mahnung Empfehlung Rat Vorschlag Anregung Anordnung Befehl
      Versprechen Zusage Ankündigung Angebot Drohung Absicht Bereitschaft Weigerung Wunsch Ersuchen Ultimatum
      Vorwurf Behauptung Hoffnung Befürchtung Verdacht Verpflichtung`,
    ),
  ].map((cue) => [cue.lemma, cue]),
)

/** Verbs whose subject holds what their noun says: „äußerte die Hoffnung, dass …“. With others the noun's own
 * genitive says it: „wies die Behauptung der Opposition zurück, dass …“. */
export const holders: ReadonlySet<string> = new Set(
  split(`äußern haben vertreten bekräftigen erneuern wiederholen bekunden aussprechen erheben hegen formulieren
    ausgeben geben machen bringen stellen richten sein teilen zeigen verbreiten vorbringen erklären unterstreichen
    ausdrücken kommen gelangen ziehen begründen hinzufügen verbinden stehen hinterlassen schicken senden
    signalisieren betonen einlegen aufstellen nähren zurückziehen erteilen`),
)

/** What „nach“, „laut“ and „zufolge“ attribute to. */
export const sources: ReadonlySet<string> = new Set(
  split(`Angabe Aussage Auskunft Information Bericht Einschätzung Meinung Ansicht Auffassung Wort Berechnung
    Schätzung Erkenntnis Ermittlung Darstellung Mitteilung Medienbericht Zeitungsbericht Pressebericht
    Agenturbericht Meldung Erklärung Äußerung Überzeugung Bekunden Umfrage Studie Prognose
    Zählung Untersuchung Analyse Beobachtung Version Lesart Verlautbarung Vermutung Pressemitteilung Statistik
    Hochrechnung Erhebung Kenntnis Dafürhalten Stellungnahme Feststellung Zeugenaussage Behauptung Erfahrung
    Ermessen Veröffentlichung Beteuerung Begründung Einlassung Schilderung Hörensagen Aufzeichnung Messung Rechnung Wille Vorstellung`),
)

/** „Polizeiangaben“, „Medienberichten“, „Expertenmeinung“. */
export const sourceEndings: readonly string[] = split(
  `angaben angabe berichten bericht berichte informationen meinung ansicht auskunft aussagen einschätzung
  schätzungen berechnungen erkenntnissen ermittlungen mitteilung meldungen meldung quellen kreisen darstellung
  umfrage prognose`,
)

/** Heads of the medium a statement was made in. */
export const media: ReadonlySet<string> = new Set(
  split(`Videobotschaft Videoansprache Ansprache Rede Botschaft Interview Gespräch Pressekonferenz Mitteilung
    Pressemitteilung Erklärung Stellungnahme Brief Schreiben Bericht Statement Plattform Kurznachrichtendienst
    Twitter Facebook Telegram Instagram Truth Blog Blogeintrag Post Tweet Beitrag Podcast Talkshow Sendung
    Fernsehen Rundfunk Radio Zeitung Magazin Gastbeitrag Tagebuch Buch Regierungserklärung Video Anhörung Vortrag
    Telefonat Talk Fernsehinterview Zeitungsinterview Radiointerview Presseerklärung Kanal Internetseite Webseite
    Website Homepage Antrag Gutachten Urteil Studie Newsletter Mail E-Mail Rundschreiben Communiqué Kommuniqué
    Depesche Livestream Onlinedienst Netzwerk Interviews`),
)
