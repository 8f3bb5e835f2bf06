/** Everything the command line says, in both languages. What errors say is in `core/errors.ts`. */
import type { Language } from '../core/errors.ts'

type Message = Readonly<Record<Language, string>>

export const messages = {
  // Frame of the help, in commander's order.
  usage: { de: 'Aufruf:', en: 'Usage:' },
  arguments: { de: 'Argumente:', en: 'Arguments:' },
  options: { de: 'Optionen:', en: 'Options:' },
  globalOptions: { de: 'Allgemeine Optionen:', en: 'Global options:' },
  commands: { de: 'Befehle:', en: 'Commands:' },
  example: { de: 'Beispiel:', en: 'Example:' },
  examples: { de: 'Beispiele:', en: 'Examples:' },
  helpOption: { de: 'diese Hilfe', en: 'this help' },
  helpCommand: { de: 'Hilfe zu einem Befehl', en: 'help for a command' },
  versionOption: { de: 'Version', en: 'version' },
  program: {
    de: 'Macht aus Presseberichten ein Register von Zusagen, jeder Eintrag belegt mit dem Satz, der ihn trägt.',
    en: 'Turns press reports into a ledger of commitments, every entry pinned to the sentence that proves it.',
  },
  moreHelp: {
    de: 'Mehr zu einem Befehl: aktenlage BEFEHL --help',
    en: 'More on a command: aktenlage COMMAND --help',
  },

  exitCodes: {
    de: 'Beendet mit 0 (gelungen), 2 (Angaben oder Eingaben), 3 (Codebuch), 4 (Datei, Server, Umgebung),\n70 (Fehler von uns), 130 (abgebrochen).',
    en: 'Exits with 0 (done), 2 (arguments or input), 3 (codebook), 4 (file, server, environment),\n70 (a fault of ours), 130 (interrupted).',
  },
  moreRegisters: {
    de: 'Umgebung:\n  AKTENLAGE_REGISTERS   eigene Länder, Stellen und Amtsinhaber: mine.yaml:more.yaml (docs/registers.md)',
    en: 'Environment:\n  AKTENLAGE_REGISTERS   your own countries, bodies and office holders: mine.yaml:more.yaml (docs/registers.md)',
  },

  // Usage errors.
  unknownOption: { de: 'Die Option {what} gibt es nicht.', en: 'There is no option {what}.' },
  unknownCommand: { de: 'Den Befehl {what} gibt es nicht.', en: 'There is no command {what}.' },
  missingArgument: { de: 'Es fehlt: {what}.', en: 'Missing: {what}.' },
  excessArguments: { de: 'Zu viele Angaben.', en: 'Too many arguments.' },
  optionMissing: { de: 'Der Option {what} fehlt ihr Wert.', en: 'Option {what} lacks its value.' },
  invalidArgument: {
    de: '„{value}“ geht nicht bei {what}; möglich: {possible}.',
    en: '“{value}” is not possible for {what}; possible: {possible}.',
  },
  didYouMean: { de: 'Meinten Sie {meant}?', en: 'Did you mean {meant}?' },
  seeHelp: { de: 'Siehe {command} --help.', en: 'See {command} --help.' },

  // Commands.
  helpRead: {
    de: 'Liest Berichte und gibt je Bericht eine Zeile JSON aus; braucht keine Datenbank, und das Netz nur für Adressen',
    en: 'Reads reports and prints one line of JSON for each; needs no database, and the network only for addresses',
  },
  helpAdd: {
    de: 'Nimmt Berichte auf: Bytes, Lesung, Verknüpfung. Zweimal dasselbe ändert nichts',
    en: 'Adds reports: bytes, reading, links. The same twice changes nothing',
  },
  helpLedger: {
    de: 'Gibt das Register aus, auf Wunsch an einem Stichtag',
    en: 'Prints the ledger, as of a day if wanted',
  },
  helpShow: {
    de: 'Zeigt einen Vorgang, einen Bericht oder einen Verlauf mit den Belegen',
    en: 'Shows a commitment, a report or a story with its evidence',
  },
  helpVersions: {
    de: 'Zeigt die Versionen eines Berichts und was jede geändert hat: [-fort-] {+neu+}',
    en: 'Shows the versions of a report and what each changed: [-gone-] {+new+}',
  },
  helpSearch: {
    de: 'Sucht Berichte; findet gebeugte Formen und Teile von Zusammensetzungen',
    en: 'Searches reports; finds inflected forms and parts of compounds',
  },
  helpVerify: {
    de: 'Schneidet jeden Beleg neu aus den erfassten Bytes und vergleicht ihn',
    en: 'Cuts every piece of evidence anew out of the captured bytes and compares it',
  },
  helpRebuild: {
    de: 'Leitet alles aus den erfassten Bytes neu ab; das Ergebnis ist dieselbe Fassung',
    en: 'Derives everything from the captured bytes again; the result has the same snapshot id',
  },
  helpServe: {
    de: 'Zeigt das Register im Browser und stellt die API bereit',
    en: 'Serves the web pages and the API',
  },
  helpCodebook: { de: 'Arbeitet mit dem Codebuch', en: 'Works with the codebook' },
  helpCodebookTest: {
    de: 'Führt die Beispiele und Gegenbeispiele des Codebuchs aus',
    en: 'Runs the examples and counterexamples of the codebook',
  },
  helpSet: {
    de: 'Berichtigt Datum, Titel, Medium oder Agentur eines Berichts von Hand; bleibt bei rebuild erhalten',
    en: 'Corrects date, title, outlet or agency of a report by hand; survives rebuild',
  },
  helpWithdraw: {
    de: 'Nimmt einen Bericht zurück: Seine Bytes sind fort, ein Vermerk bleibt',
    en: 'Takes a report back: its bytes are gone, a tombstone stays',
  },
  helpBackup: {
    de: 'Sichert die Datei in eine neue, auch während sie benutzt wird',
    en: 'Copies the data file into a new one, even while it is in use',
  },
  helpList: {
    de: 'Nennt die Berichte, Verläufe, Widersprüche oder Medien',
    en: 'Lists the reports, stories, contradictions or outlets',
  },
  helpExplain: {
    de: 'Sagt, warum etwas im Register steht oder nicht',
    en: 'Says why something is, or is not, in the ledger',
  },
  helpCase: {
    de: 'Macht aus einer Seite, die falsch gelesen wird, einen Testfall: die Seite und dazu, was sie ergeben soll',
    en: 'Makes a test case of a page that is read wrongly: the page, and what it should give',
  },
  helpDiff: {
    de: 'Zeigt, was sich zwischen zwei Tagen geändert hat',
    en: 'Shows what changed between two days',
  },
  helpExport: {
    de: 'Gibt das Register in einem Format anderer Programme aus; von fremden Texten nur Satz und Link',
    en: 'Writes the ledger in a format of other programs; of the texts of others only the sentence and the link',
  },
  helpImport: {
    de: 'Vergleicht das Register mit dem eines anderen',
    en: 'Compares the ledger with that of others',
  },
  helpImportKiel: {
    de: 'Liest die Arbeitsmappe des Kieler Ukraine Support Tracker und zeigt die Unterschiede; ändert nichts',
    en: 'Reads the workbook of the Kiel Ukraine Support Tracker and shows the differences; changes nothing',
  },
  helpToken: {
    de: 'Verwaltet, wer über die API lesen und schreiben darf',
    en: 'Manages who may read and write through the API',
  },
  helpTokenCreate: { de: 'Legt ein Token an und zeigt es einmal', en: 'Makes a token and shows it once' },
  helpTokenRevoke: { de: 'Widerruft ein Token', en: 'Revokes a token' },
  helpTokenList: { de: 'Nennt die Token', en: 'Lists the tokens' },

  // Arguments and options.
  argInputs: {
    de: 'Dateien (auch Feeds, ZIP, WARC, Listen von Adressen), Ordner, Muster (*, ?, **), Adressen oder - für die Standardeingabe',
    en: 'files (feeds, ZIP, WARC and lists of addresses too), folders, patterns (*, ?, **), addresses, or - for standard input',
  },
  argId: {
    de: 'Kennung eines Vorgangs (c-…), Berichts (r-…), Verlaufs (s-…) oder Widerspruchs (x-…)',
    en: 'id of a commitment (c-…), report (r-…), story (s-…) or contradiction (x-…)',
  },
  argReport: {
    de: 'Kennung (r-…), Name oder Adresse eines Berichts',
    en: 'id (r-…), name or address of a report',
  },
  argIdOrFile: { de: 'Kennung oder Datei', en: 'id or file' },
  argFile: { de: 'Datei', en: 'file' },
  argWords: { de: 'Wörter; ein Bericht muss alle enthalten', en: 'words; a report must have all of them' },
  argTarget: { de: 'Datei, die es noch nicht gibt', en: 'file that is not there yet' },
  argFrom: { de: 'früherer Tag, z. B. 2025-07-01', en: 'earlier day, such as 2025-07-01' },
  argTo: { de: 'späterer Tag', en: 'later day' },
  optReadOnly: {
    de: 'darf nur lesen: für Feedreader und Anzeigetafeln; darf als ?token=… in einer Adresse stehen',
    en: 'may only read: for feed readers and dashboards; may stand in an address as ?token=…',
  },
  argName: { de: 'Name des Tokens', en: 'name of the token' },
  optDb: {
    de: 'Datei mit den Daten oder postgres://… (sonst $AKTENLAGE_DB, sonst der Datenordner des Systems)',
    en: 'data file or postgres://… (else $AKTENLAGE_DB, else the data folder of the platform)',
  },
  optLang: {
    de: 'Sprache der Meldungen: de oder en (sonst nach der Locale)',
    en: 'language of messages: de or en (else from the locale)',
  },
  optCodebook: { de: 'anderes Codebuch (YAML)', en: 'another codebook (YAML)' },
  optJson: { de: 'JSON statt Text', en: 'JSON instead of text' },
  optJsonLines: {
    de: 'JSON statt Text, eine Zeile je Treffer',
    en: 'JSON instead of text, one line for each',
  },
  optJsonRead: {
    de: 'JSON, eine Zeile je Bericht (ist ohnehin die Ausgabe)',
    en: 'JSON, one line a report (which is the output anyway)',
  },
  optJsonl: {
    de: 'Eingaben sind JSON Lines {id, html | text | body, url?, title?, published?}',
    en: 'inputs are JSON Lines {id, html | text | body, url?, title?, published?}',
  },
  optPublished: {
    de: 'Datum der Veröffentlichung, wo das Dokument keines nennt',
    en: 'date of publication where the document has none',
  },
  optThreads: { de: 'Zahl der lesenden Threads', en: 'number of reading threads' },
  optLayers: { de: 'zusätzliche Ebenen: tokens', en: 'further layers: tokens' },
  optAsOf: { de: 'Stichtag, z. B. 2025-07-03', en: 'as of this day, such as 2025-07-03' },
  optClock: {
    de: 'welches Datum eines Berichts zählt: published (erschienen) oder captured (erfasst)',
    en: 'which date of a report counts: published or captured',
  },
  optDecisions: {
    de: 'welche Entscheidungen gelten: today (alle) oder as-of (die bis zum Stichtag)',
    en: 'which decisions apply: today (all) or as-of (those made by the day)',
  },
  optOf: {
    de: 'nur dieser Vorgang (c-…) oder die Vorgänge dieses Verlaufs (s-…)',
    en: 'only this commitment (c-…), or the commitments of this story (s-…)',
  },
  optBom: {
    de: 'CSV mit Byte Order Mark (UTF-8), wie Excel es braucht',
    en: 'CSV with a byte order mark (UTF-8), as Excel needs it',
  },
  optSemicolon: { de: 'CSV mit ; statt ,', en: 'CSV with ; instead of ,' },
  argWhat: {
    de: 'reports, stories, contradictions oder sources',
    en: 'reports, stories, contradictions or sources',
  },
  argFormat: {
    de: 'csv, xlsx, evidence, jsonld, ftm, annotations, atom, ics, markdown, bibtex, csljson',
    en: 'csv, xlsx, evidence, jsonld, ftm, annotations, atom, ics, markdown, bibtex, csljson',
  },
  optAll: {
    de: 'auch was nur in der Mappe steht und vom Register nicht erwartet wird',
    en: 'also what is only in the workbook and not to be expected in the ledger',
  },
  argWorkbook: { de: 'Arbeitsmappe (.xlsx)', en: 'workbook (.xlsx)' },
  optPort: {
    de: 'Port (sonst 4321 oder der nächste freie); 0 = irgendein freier',
    en: 'port (else 4321 or the next free one); 0 = any free one',
  },
  optHost: {
    de: 'Schnittstelle (sonst 127.0.0.1, nur dieser Rechner)',
    en: 'interface (else 127.0.0.1, this machine only)',
  },
  optWrite: {
    de: 'gibt eine zweite Adresse aus, unter der man prüfen und berichtigen kann (nur auf diesem Rechner)',
    en: 'prints a second address under which one can review and correct (on this machine only)',
  },
  optLimit: { de: 'höchstens so viele', en: 'at most so many' },
  optSetDate: { de: 'Datum der Veröffentlichung (EDTF)', en: 'date of publication (EDTF)' },
  optSetTitle: { de: 'Titel', en: 'title' },
  optSetPublisher: { de: 'Medium', en: 'outlet' },
  optSetAgency: { de: 'Agentur', en: 'agency' },
  optSetNone: {
    de: 'Feld als unbekannt setzen: published, title, publisher, agency',
    en: 'set a field to unknown: published, title, publisher, agency',
  },
  optSetUndo: {
    de: 'Berichtigung eines Feldes zurücknehmen: published, title, publisher, agency',
    en: 'undo the correction of a field: published, title, publisher, agency',
  },
  optBy: {
    de: 'wer entscheidet (sonst der angemeldete Benutzer)',
    en: 'who decides (else the user logged in)',
  },
  optInto: { de: 'Ordner für den Fall (sonst test/cases)', en: 'folder for the case (else test/cases)' },
  optCaseName: { de: 'Name des Falls (sonst der der Datei)', en: "name of the case (else the file's)" },
  optNote: { de: 'was falsch ist', en: 'what is wrong' },
  optUrl: { de: 'Adresse, unter der die Seite stand', en: 'address that the page was at' },
  optEntry: {
    de: 'welches Dokument eines Feeds oder Archivs, von 1 an',
    en: 'which document of a feed or an archive, from 1',
  },
  optReason: { de: 'Grund', en: 'reason' },

  // What commands say.
  progressReading: { de: 'Lese', en: 'Reading' },
  progressAdding: { de: 'Nehme auf', en: 'Adding' },
  progressRefreshing: { de: 'Lese neu (Regeln geändert)', en: 'Reading again (rules changed)' },
  progressRebuilding: { de: 'Leite neu ab', en: 'Deriving again' },
  progressVerifying: { de: 'Prüfe', en: 'Verifying' },
  progressLeft: { de: 'noch {time}', en: '{time} left' },
  added: {
    de: '{added} {added|Bericht|Berichte} aufgenommen, {known} schon da, {failed} nicht lesbar.',
    en: '{added} {added|report|reports} added, {known} already there, {failed} unreadable.',
  },
  stopped: {
    de: 'Abgebrochen. Was aufgenommen ist, bleibt; derselbe Befehl setzt fort.',
    en: 'Stopped. What was added stays; the same command goes on.',
  },
  emptyLedger: {
    de: 'Das Register ist leer. Nehmen Sie mit `aktenlage add` Berichte auf.',
    en: 'The ledger is empty. Add reports with `aktenlage add`.',
  },
  ledgerHead: {
    de: '{asOf} · {commitments} {commitments|Vorgang|Vorgänge} · {contradictions} {contradictions|Widerspruch|Widersprüche}',
    en: '{asOf} · {commitments} {commitments|commitment|commitments} · {contradictions} {contradictions|contradiction|contradictions}',
  },
  asOfDay: { de: 'Stand {day}', en: 'As of {day}' },
  asOfNow: { de: 'Stand: alles Bekannte', en: 'Everything known' },
  newer: {
    de: '{count} {count|neuerer Bericht|neuere Berichte} nicht berücksichtigt.',
    en: '{count} newer {count|report|reports} not shown.',
  },
  possiblyLater: {
    de: '{count} {count|Bericht|Berichte} ohne sicheres Datum {count|war|waren} da vielleicht schon erschienen und {count|zählt|zählen} nicht mit.',
    en: '{count} {count|report|reports} without a certain date may have been out by then and {count|is|are} not used.',
  },
  withdrawnReports: {
    de: '{count} zurückgenommen.',
    en: '{count} withdrawn.',
  },
  reports: { de: '{count} {count|Bericht|Berichte}', en: '{count} {count|report|reports}' },
  origins: { de: '{count} {count|Ursprung|Ursprünge}', en: '{count} {count|origin|origins}' },
  noDate: { de: 'ohne Datum', en: 'undated' },
  overdue: { de: 'fällig, nicht bestätigt', en: 'due, not confirmed' },
  snapshot: { de: 'Fassung {id}', en: 'Snapshot {id}' },
  aliasOf: { de: '{alias} ist jetzt {id}.', en: '{alias} is now {id}.' },
  partOf: { de: 'Teil von {id}', en: 'Part of {id}' },
  contradiction: { de: 'Widerspruch: {about}', en: 'Contradiction: {about}' },
  published: { de: 'erschienen {date}', en: 'published {date}' },
  modified: { de: 'geändert {date}', en: 'modified {date}' },
  versionSame: { de: 'Im Artikel hat sich nichts geändert.', en: 'Nothing changed in the article.' },
  versionWords: {
    de: '{removed} {removed|Wort|Wörter} fort, {added} neu:',
    en: '{removed} {removed|word|words} gone, {added} new:',
  },
  captured: { de: 'erfasst {date}', en: 'captured {date}' },
  untitledBegins: { de: 'ohne Titel, beginnt: {words}', en: 'untitled, begins: {words}' },
  untitled: { de: '(ohne Titel)', en: '(untitled)' },
  versions: { de: 'Versionen: {list}', en: 'Versions: {list}' },
  listNothing: { de: 'Nichts davon da.', en: 'There are none.' },
  noHits: { de: 'Kein Bericht enthält „{query}“.', en: 'No report has “{query}”.' },
  hits: { de: '{count} {count|Bericht|Berichte}', en: '{count} {count|report|reports}' },
  verified: {
    de: '{total} {total|Beleg|Belege} aus {reports} {reports|Bericht|Berichten} geprüft, alle stehen an ihrer Stelle.',
    en: '{total} {total|piece|pieces} of evidence in {reports} {reports|report|reports} verified; each stands in its place.',
  },
  rebuilt: {
    de: '{count} {count|Bericht|Berichte} neu gelesen. Fassung {id}',
    en: '{count} {count|report|reports} read again. Snapshot {id}',
  },
  rebuildSame: { de: 'Wie zuvor.', en: 'The same as before.' },
  rebuildOther: { de: 'Zuvor {id}.', en: 'Before: {id}.' },
  withdrawnDone: {
    de: '{id} ist zurückgenommen: Bytes, Lesung und Suchwörter sind gelöscht, der Vermerk bleibt.',
    en: '{id} is withdrawn: bytes, reading and search terms are deleted, the tombstone stays.',
  },
  backedUp: { de: 'Gesichert in {path}.', en: 'Copied to {path}.' },
  caseWritten: {
    de: '{page} ({size} kB; im Original {before} kB)\n{expected}\nBerichtigen Sie in {expected}, was falsch gelesen wurde; was nicht zählt, kann fort.\nDann: npx vitest run test/cases.test.ts',
    en: '{page} ({size} kB, of {before} kB)\n{expected}\nCorrect in {expected} what was read wrongly; leave out what does not matter.\nThen: npx vitest run test/cases.test.ts',
  },
  setDone: {
    de: '{id}: {field} ist jetzt {value} (von Hand).',
    en: '{id}: {field} is now {value} (by hand).',
  },
  setUndone: {
    de: '{id}: {field} steht wieder, wie gelesen: {value}.',
    en: '{id}: {field} is as read again: {value}.',
  },
  unknownValue: { de: 'unbekannt', en: 'unknown' },
  kept: { de: 'Behalten:', en: 'Kept:' },
  leftOut: { de: 'Ausgelassen:', en: 'Left out:' },
  eventsHead: { de: 'Ereignisse:', en: 'Events:' },
  noEvents: { de: 'Kein Ereignis des Codebuchs gelesen.', en: 'No event of the codebook was read.' },
  notStored: {
    de: 'Nicht aufgenommen; so würde es gelesen.',
    en: 'Not added; this is how it would be read.',
  },
  because: { de: 'Im Register: {id} {title}', en: 'In the ledger: {id} {title}' },
  becauseNotCodebook: {
    de: 'Nicht im Register: Diese Art kennt das Codebuch nicht.',
    en: 'Not in the ledger: the codebook does not know this type.',
  },
  becauseMovesNothing: {
    de: 'Nicht im Register: Diese Art bewegt keinen Vorgang, sie hängt nur am Verlauf.',
    en: 'Not in the ledger: this type moves no commitment, it hangs on the story only.',
  },
  becauseDenied: {
    de: 'Nicht im Register: bestritten; zählt nur als Widerspruch zu einem anderen Bericht.',
    en: 'Not in the ledger: denied; it counts only as a contradiction of another report.',
  },
  becauseNoParty: {
    de: 'Nicht im Register: Kein Beteiligter ist genannt.',
    en: 'Not in the ledger: no party is named.',
  },
  becauseNotLinked: {
    de: 'Nicht im Register: Es ließ sich keinem Vorgang zuordnen oder wurde abgelehnt.',
    en: 'Not in the ledger: it could not be tied to a commitment, or was rejected.',
  },
  diffHead: { de: '{from} → {to}', en: '{from} → {to}' },
  diffNothing: { de: 'Nichts hat sich geändert.', en: 'Nothing changed.' },
  kielHead: {
    de: 'Blatt „{sheet}“: {entries} {entries|Eintrag|Einträge}. {both} in beiden, {differing} davon verschieden; {theirs} nur in der Mappe, {ours} nur im Register.',
    en: 'Sheet “{sheet}”: {entries} {entries|entry|entries}. {both} in both, {differing} of them different; {theirs} only in the workbook, {ours} only in the ledger.',
  },
  kielSame: { de: 'In beiden gleich: {count}', en: 'In both, the same: {count}' },
  kielDifferent: { de: 'In beiden, aber verschieden: {count}', en: 'In both, but different: {count}' },
  kielOnlyOurs: { de: 'Nur im Register: {count}', en: 'Only in the ledger: {count}' },
  kielOnlyTheirs: { de: 'Nur in der Mappe: {count}', en: 'Only in the workbook: {count}' },
  kielNotCovered: {
    de: '  {count} {count|weiterer|weitere} von Gebern oder aus Zeiten, von denen das Register nichts weiß; --all nennt sie.',
    en: '  {count} {count|other|others} by donors or from times of which the ledger knows nothing; --all lists them.',
  },
  kiel_date: { de: 'Tag: {theirs} dort, {ours} hier', en: 'date: {theirs} there, {ours} here' },
  kiel_amount: { de: 'Betrag: {theirs} dort, {ours} hier', en: 'amount: {theirs} there, {ours} here' },
  kiel_stage: { de: 'Stufe: {theirs} dort, {ours} hier', en: 'stage: {theirs} there, {ours} here' },
  kielLeftOut: {
    de: 'Nicht verglichen: {rows} {rows|Zeile|Zeilen} ohne eigene Summe, {corrections} mit negativer, {donors} mit unbekanntem Geber.',
    en: 'Not compared: {rows} {rows|row|rows} without a total of their own, {corrections} with a negative one, {donors} with an unknown donor.',
  },
  kielUnknown: { de: 'Unbekannte Geber: {donors}', en: 'Unknown donors: {donors}' },
  kielRow: { de: 'Zeile {row}', en: 'row {row}' },
  exampleFailed: { de: '{type}: „{text}“', en: '{type}: “{text}”' },
  exampleMissing: { de: 'fehlt: {what}', en: 'missing: {what}' },
  exampleUnwanted: { de: 'unerwünscht: {what}', en: 'unwanted: {what}' },
  codebookOk: {
    de: '{total} Beispiele kommen heraus, wie das Codebuch es sagt.',
    en: '{total} examples come out as the codebook says.',
  },
  serving: { de: 'Aktenlage läuft: {address}', en: 'Aktenlage is running: {address}' },
  servingWrite: {
    de: 'Zum Prüfen und Berichtigen (Adresse nicht weitergeben): {address}',
    en: 'To review and correct (keep this address to yourself): {address}',
  },
  servingStop: { de: 'Beenden mit Strg+C.', en: 'Stop with Ctrl+C.' },
  servingEnded: { de: 'Beendet.', en: 'Stopped.' },
  tokenMade: {
    de: 'Token {name}. Es wird nur jetzt gezeigt:',
    en: 'Token {name}. It is shown only now:',
  },
  tokenMadeToRead: {
    de: 'Token {name}, nur zum Lesen. Es wird nur jetzt gezeigt:',
    en: 'Token {name}, for reading only. It is shown only now:',
  },
  tokenReads: { de: 'liest', en: 'reads' },
  tokenWrites: { de: 'schreibt', en: 'writes' },
  tokenRevokedAt: { de: 'widerrufen {at}', en: 'revoked {at}' },
  tokenRevoked: { de: 'Token {name} ist widerrufen.', en: 'Token {name} is revoked.' },
  noTokens: { de: 'Es gibt keine Token.', en: 'There are no tokens.' },
} as const satisfies Readonly<Record<string, Message>>

export type MessageKey = keyof typeof messages
