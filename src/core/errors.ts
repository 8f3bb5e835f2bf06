/** Whose fault it is decides the exit code and the HTTP status. */
export type ErrorClass = 'input' | 'codebook' | 'configuration' | 'bug'

export const exitCodes: Readonly<Record<ErrorClass, number>> = {
  input: 2,
  codebook: 3,
  configuration: 4,
  bug: 70,
}

export type Language = 'de' | 'en'

interface ErrorEntry {
  readonly class: ErrorClass
  /** HTTP status where it is not the one of the class. */
  readonly status?: number
  readonly en: string
  readonly de: string
}

/**
 * Every error that we can name. A text says what happened, which thing it concerns, what to do; `{name}` is filled
 * in from the details.
 */
export const errorTable = {
  INPUT_MISSING: {
    class: 'input',
    en: '{source} is not there. Check the path.',
    de: '{source} gibt es nicht. Prüfen Sie den Pfad.',
  },
  INPUT_FORBIDDEN: {
    class: 'input',
    en: '{source} may not be read by you. Check its permissions.',
    de: '{source} darf von Ihnen nicht gelesen werden. Prüfen Sie die Zugriffsrechte.',
  },
  INPUT_UNREADABLE: {
    class: 'input',
    en: '{source} cannot be read: {reason}.',
    de: '{source} lässt sich nicht lesen: {reason}.',
  },
  INPUT_TOO_LARGE: {
    class: 'input',
    status: 413,
    en: '{source} has {megabytes} MB; one document may have {limit} MB. Split it, or give it as JSON Lines.',
    de: '{source} hat {megabytes} MB; ein Dokument darf {limit} MB haben. Teilen Sie es, oder geben Sie es als JSON Lines.',
  },
  INPUT_NOT_JSON: {
    class: 'input',
    en: '{source} is not a JSON object. Check that the line is complete.',
    de: '{source} ist kein JSON-Objekt. Prüfen Sie, ob die Zeile vollständig ist.',
  },
  INPUT_NO_TEXT: {
    class: 'input',
    en: '{source} has none of html, text and body. Give one of them as a string.',
    de: '{source} hat weder html noch text noch body. Geben Sie eines davon als Zeichenkette.',
  },
  INPUT_BROKEN_GZIP: {
    class: 'input',
    en: '{source} is gzip that cannot be unpacked: {reason}. Fetch it again.',
    de: '{source} ist ein beschädigtes gzip: {reason}. Holen Sie die Datei noch einmal.',
  },
  INPUT_NO_MATCH: {
    class: 'input',
    en: 'Nothing matches {source}.',
    de: 'Auf {source} passt nichts.',
  },
  INPUT_EMPTY_FOLDER: {
    class: 'input',
    en: '{source} holds no report (.txt, .html, .md, .xml, .json, .jsonl, .warc, .zip).',
    de: '{source} enthält keinen Bericht (.txt, .html, .md, .xml, .json, .jsonl, .warc, .zip).',
  },
  INPUT_ADDRESS: {
    class: 'input',
    en: '{source} is no address that is fetched: http or https, the usual port, no password.',
    de: '{source} ist keine Adresse, die abgerufen wird: http oder https, der übliche Port, kein Passwort.',
  },
  INPUT_ADDRESS_PRIVATE: {
    class: 'input',
    en: '{source} leads to a host that is not on the public internet.',
    de: '{source} führt zu einem Rechner, der nicht im öffentlichen Netz steht.',
  },
  INPUT_ADDRESS_CONTENT: {
    class: 'input',
    en: '{source} is {type}; only pages and texts are fetched.',
    de: '{source} ist {type}; abgerufen werden nur Seiten und Texte.',
  },
  INPUT_FETCH: {
    class: 'input',
    en: '{source} cannot be fetched: {reason}.',
    de: '{source} lässt sich nicht abrufen: {reason}.',
  },
  INPUT_DATE: {
    class: 'input',
    en: '“{value}” is no date. Write it as 2025-07-03 (a report’s may also be 2025-07, or 2025-07-01/2025-07-03).',
    de: '„{value}“ ist kein Datum. Schreiben Sie es als 2025-07-03 (das eines Berichts auch als 2025-07 oder 2025-07-01/2025-07-03).',
  },
  CASE_MANY: {
    class: 'input',
    en: '{source} holds {count} documents. Say which one with --entry, from 1 to {count}.',
    de: '{source} enthält {count} Dokumente. Nennen Sie mit --entry eines davon, von 1 bis {count}.',
  },
  CASE_EXISTS: {
    class: 'input',
    en: '{path} is there already. Give the case another name with --name.',
    de: '{path} gibt es schon. Geben Sie dem Fall mit --name einen anderen Namen.',
  },
  KIEL_NO_SHEET: {
    class: 'input',
    en: '{source} has no sheet with the columns of the tracker (a donor, announcement_date, tot_activity_value or “Converted Value in EUR”), as “{sheet}” has them; its sheets: {sheets}. Give the workbook of the Kiel Ukraine Support Tracker as it is published.',
    de: '{source} hat kein Blatt mit den Spalten des Trackers (ein Geber, announcement_date, tot_activity_value oder „Converted Value in EUR“), wie „{sheet}“ sie hat; seine Blätter: {sheets}. Geben Sie die Arbeitsmappe des Kieler Ukraine Support Tracker, wie sie veröffentlicht ist.',
  },
  NOT_FOUND: {
    class: 'input',
    status: 404,
    en: 'There is no “{id}” in this data file. See `aktenlage ledger` and `aktenlage search` for what there is.',
    de: '„{id}“ gibt es in dieser Datei nicht. Was es gibt, zeigen `aktenlage ledger` und `aktenlage search`.',
  },
  WITHDRAWN: {
    class: 'input',
    status: 410,
    en: 'Report {id} was withdrawn on {day}; its text is no longer kept.',
    de: 'Bericht {id} wurde am {day} zurückgenommen; sein Text wird nicht mehr aufbewahrt.',
  },
  AMBIGUOUS: {
    class: 'input',
    en: '“{id}” can mean several: {choices}. Give more of it.',
    de: '„{id}“ ist mehrdeutig: {choices}. Geben Sie mehr davon an.',
  },
  SET_NOTHING: {
    class: 'input',
    en: 'Say what to set: --published, --title, --publisher, --agency, --none or --undo.',
    de: 'Nennen Sie, was zu setzen ist: --published, --title, --publisher, --agency, --none oder --undo.',
  },
  SET_NOT_SET: {
    class: 'input',
    en: '{field} of {id} is not set by hand, so there is nothing to undo.',
    de: '{field} von {id} ist nicht von Hand gesetzt; es gibt nichts zurückzunehmen.',
  },
  TOKEN_EXISTS: {
    class: 'input',
    status: 409,
    en: 'There is a token {name} already. Revoke it, or take another name.',
    de: 'Ein Token {name} gibt es schon. Widerrufen Sie es, oder nehmen Sie einen anderen Namen.',
  },
  BACKUP_EXISTS: {
    class: 'input',
    en: '{path} is there already. Name a file that is not.',
    de: '{path} gibt es schon. Nennen Sie eine Datei, die es noch nicht gibt.',
  },
  BACKUP_BY_SERVER: {
    class: 'input',
    en: 'A PostgreSQL server makes its own backups: pg_dump --schema={schema} {path}',
    de: 'Ein PostgreSQL-Server sichert selbst: pg_dump --schema={schema} {path}',
  },
  STORE_ADDRESS: {
    class: 'configuration',
    en: 'That is no address of a PostgreSQL database: {reason}. Write it as postgres://USER:PASSWORD@HOST/DATABASE, with ?schema=NAME for another schema than aktenlage.',
    de: 'Das ist keine Adresse einer PostgreSQL-Datenbank: {reason}. Schreiben Sie sie als postgres://NAME:PASSWORT@HOST/DATENBANK, mit ?schema=NAME für ein anderes Schema als aktenlage.',
  },
  STORE_UNREACHABLE: {
    class: 'configuration',
    status: 503,
    en: '{path} cannot be reached: {reason}. What was acknowledged is safe. Check that the server runs, the name and the password, and run the command again.',
    de: '{path} ist nicht erreichbar: {reason}. Was bestätigt wurde, ist sicher. Prüfen Sie, ob der Server läuft, Name und Passwort, und wiederholen Sie den Befehl.',
  },
  STORE_SERVER_OLD: {
    class: 'configuration',
    en: '{path} is PostgreSQL {found}; {known} or newer is needed.',
    de: '{path} ist PostgreSQL {found}; nötig ist {known} oder neuer.',
  },
  STORE_DISK_FULL: {
    class: 'configuration',
    status: 507,
    en: 'The disk is full; {path} could not be written to. What was acknowledged is safe. Make room and run the command again.',
    de: 'Der Datenträger ist voll; {path} ließ sich nicht schreiben. Was bestätigt wurde, ist sicher. Schaffen Sie Platz, und wiederholen Sie den Befehl.',
  },
  STORE_NOT_A_DATABASE: {
    class: 'configuration',
    en: '{path} is not an Aktenlage data file. Name another one with --db.',
    de: '{path} ist keine Datei von Aktenlage. Nennen Sie mit --db eine andere.',
  },
  STORE_NOT_OURS: {
    class: 'configuration',
    en: '{path} is an SQLite file of another program. Name another one with --db.',
    de: '{path} ist eine SQLite-Datei eines anderen Programms. Nennen Sie mit --db eine andere.',
  },
  STORE_BUSY: {
    class: 'configuration',
    status: 503,
    en: '{path} has been written to by another process for more than a minute. Try again when it is done.',
    de: '{path} wird seit über einer Minute von einem anderen Prozess beschrieben. Versuchen Sie es danach noch einmal.',
  },
  STORE_CANNOT_OPEN: {
    class: 'configuration',
    en: '{path} cannot be opened for writing. Check the path and its permissions.',
    de: '{path} lässt sich nicht zum Schreiben öffnen. Prüfen Sie Pfad und Zugriffsrechte.',
  },
  STORE_NEWER: {
    class: 'configuration',
    en: '{path} was written by a newer Aktenlage (data version {found}, this one knows {known}). Update Aktenlage, or name another file with --db.',
    de: '{path} stammt von einem neueren Aktenlage (Datenversion {found}, dieses kennt {known}). Aktualisieren Sie Aktenlage, oder nennen Sie mit --db eine andere Datei.',
  },
  STORE_IO: {
    class: 'configuration',
    en: '{path} could not be written or read: {reason}. What was acknowledged is safe. Check the medium.',
    de: '{path} ließ sich nicht schreiben oder lesen: {reason}. Was bestätigt wurde, ist sicher. Prüfen Sie das Medium.',
  },
  STORE_DAMAGED: {
    class: 'configuration',
    en: '{path} is damaged. Restore a backup, or copy it and run `aktenlage rebuild` on the copy.',
    de: '{path} ist beschädigt. Spielen Sie eine Sicherung ein, oder kopieren Sie die Datei, und führen Sie `aktenlage rebuild` auf der Kopie aus.',
  },
  PORT_TAKEN: {
    class: 'configuration',
    en: 'Port {port} on {host} is taken. Name another one with --port, or --port 0 for any free one.',
    de: 'Port {port} auf {host} ist belegt. Nennen Sie mit --port einen anderen, oder mit --port 0 irgendeinen freien.',
  },
  HOST_UNKNOWN: {
    class: 'configuration',
    en: '{host} is no interface of this machine. Name another with --host, such as 127.0.0.1.',
    de: '{host} ist keine Schnittstelle dieses Rechners. Nennen Sie mit --host eine andere, etwa 127.0.0.1.',
  },
  HOST_NEEDS_TOKEN: {
    class: 'configuration',
    en: '{host} can be reached from other machines, so a token is needed. Make one with `aktenlage token create NAME`.',
    de: '{host} ist von anderen Rechnern aus erreichbar, deshalb braucht es ein Token. Legen Sie mit `aktenlage token create NAME` eines an.',
  },
  TOKEN_MISSING: {
    class: 'input',
    status: 401,
    en: 'This needs a token. Send it as `Authorization: Bearer …`; make one with `aktenlage token create NAME`.',
    de: 'Dafür braucht es ein Token. Senden Sie es als `Authorization: Bearer …`; `aktenlage token create NAME` legt eines an.',
  },
  TOKEN_UNKNOWN: {
    class: 'input',
    status: 403,
    en: 'The token is not known, or was revoked.',
    de: 'Das Token ist unbekannt oder wurde widerrufen.',
  },
  TOKEN_READS_ONLY: {
    class: 'input',
    status: 403,
    en: 'The token {name} only reads. Writing needs one made with `aktenlage token create NAME` without --read-only.',
    de: 'Das Token {name} darf nur lesen. Zum Schreiben braucht es eines, das `aktenlage token create NAME` ohne --read-only angelegt hat.',
  },
  TOKEN_IN_ADDRESS: {
    class: 'input',
    status: 403,
    en: 'Addresses are kept in logs and histories, so only a token that reads may stand in one. Make it with `aktenlage token create NAME --read-only`, or send this one as `Authorization: Bearer …`.',
    de: 'Adressen bleiben in Protokollen und Verläufen stehen, deshalb darf nur ein Token darin stehen, das nur liest. `aktenlage token create NAME --read-only` legt eines an; dieses senden Sie als `Authorization: Bearer …`.',
  },
  REQUEST_INVALID: {
    class: 'input',
    status: 400,
    en: 'The request is not as described in /openapi.json: {reason}.',
    de: 'Die Anfrage entspricht nicht der Beschreibung in /openapi.json: {reason}.',
  },
  PARAMETER_UNKNOWN: {
    class: 'input',
    status: 400,
    en: 'There is no parameter {name} here. There are: {known}.',
    de: 'Den Parameter {name} gibt es hier nicht. Es gibt: {known}.',
  },
  RATE_LIMITED: {
    class: 'input',
    status: 429,
    en: 'Too many requests. Try again in {seconds} s.',
    de: 'Zu viele Anfragen. Versuchen Sie es in {seconds} s noch einmal.',
  },
  ROUTE_UNKNOWN: {
    class: 'input',
    status: 404,
    en: 'There is nothing at {path}. See /openapi.json.',
    de: 'Unter {path} gibt es nichts. Siehe /openapi.json.',
  },
  REGISTER_INVALID: {
    class: 'configuration',
    en: 'The register {path} of {variable} cannot be used: {reason}. See docs/registers.md for its form.',
    de: 'Das Register {path} aus {variable} lässt sich nicht verwenden: {reason}. Wie es aussehen muss, steht in docs/registers.md.',
  },
  CODEBOOK_EXAMPLES: {
    class: 'codebook',
    en: '{failed} of {total} examples of the codebook do not come out as it says.',
    de: '{failed} von {total} Beispielen des Codebuchs kommen nicht so heraus, wie es dort steht.',
  },
  VERIFY_FAILED: {
    class: 'bug',
    en: '{failed} of {total} pieces of evidence do not stand where the ledger says. Please report this.',
    de: '{failed} von {total} Belegen stehen nicht dort, wo das Register sagt. Bitte melden Sie das.',
  },
  BUG: {
    class: 'bug',
    status: 500,
    en: 'This is a fault of ours: {reason}. Please report it.',
    de: 'Das ist ein Fehler von uns: {reason}. Bitte melden Sie ihn.',
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>

export type ErrorCode = keyof typeof errorTable
export type ErrorDetails = Readonly<Record<string, string | number>>

export const fillIn = (template: string, details: ErrorDetails): string =>
  template.replaceAll(/\{(?<name>[a-zA-Z]+)\}/gu, (whole, name: string) => String(details[name] ?? whole))

/** An error of the outside world or of ours, with a stable code. */
export class AktenlageError extends Error {
  readonly errorClass: ErrorClass
  readonly code: string
  readonly details: ErrorDetails
  constructor(
    errorClass: ErrorClass,
    code: string,
    message: string,
    options?: { cause?: unknown; details?: ErrorDetails },
  ) {
    super(message, options)
    this.name = 'AktenlageError'
    this.errorClass = errorClass
    this.code = code
    this.details = options?.details ?? {}
  }
}

/** An error of the table. Its `message` is the English text. */
export const failure = (code: ErrorCode, details: ErrorDetails = {}, cause?: unknown): AktenlageError =>
  new AktenlageError(errorTable[code].class, code, fillIn(errorTable[code].en, details), { cause, details })

const entryOf = (code: string): ErrorEntry | undefined =>
  Object.hasOwn(errorTable, code) ? errorTable[code as ErrorCode] : undefined

/** The text in a language; errors that are not in the table have only their own. */
export const errorText = (error: AktenlageError, language: Language): string => {
  const entry = entryOf(error.code)
  return entry === undefined ? error.message : fillIn(entry[language], error.details)
}

const statusOfClass: Readonly<Record<ErrorClass, number>> = {
  input: 400,
  codebook: 500,
  configuration: 500,
  bug: 500,
}

export const httpStatus = (error: AktenlageError): number =>
  entryOf(error.code)?.status ?? statusOfClass[error.errorClass]

/** Whatever was thrown, as an error of ours; what we did not foresee is a bug. */
export const asAktenlageError = (error: unknown): AktenlageError =>
  error instanceof AktenlageError
    ? error
    : failure('BUG', { reason: error instanceof Error ? error.message : String(error) }, error)
