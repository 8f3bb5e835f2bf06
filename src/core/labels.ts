import type { Language } from './errors.ts'

/** Labels of states, for people. Event types have theirs in the codebook. */
const labels: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  requested: { de: 'angefragt', en: 'requested' },
  negotiating: { de: 'in Verhandlung', en: 'negotiating' },
  pledged: { de: 'zugesagt', en: 'pledged' },
  signed: { de: 'unterzeichnet', en: 'signed' },
  funded: { de: 'finanziert', en: 'funded' },
  delivering: { de: 'läuft', en: 'delivering' },
  delivered: { de: 'erfüllt', en: 'delivered' },
  rejected: { de: 'abgelehnt', en: 'rejected' },
  cancelled: { de: 'aufgehoben', en: 'cancelled' },
  exhausted: { de: 'ausgeschöpft', en: 'exhausted' },
  paused: { de: 'pausiert', en: 'paused' },
  blocked: { de: 'blockiert', en: 'blocked' },
  actual: { de: 'tatsächlich', en: 'actual' },
  planned: { de: 'angekündigt', en: 'planned' },
  possible: { de: 'möglich', en: 'possible' },
  denied: { de: 'bestritten', en: 'denied' },
  background: { de: 'Hintergrund', en: 'background' },
  unstaged: { de: 'Stand unbekannt', en: 'stage unknown' },
  agreement: { de: 'Abkommen', en: 'agreement' },
  funding: { de: 'Finanzierung', en: 'funding' },
  delivery: { de: 'Lieferung', en: 'delivery' },
  cooperation: { de: 'Zusammenarbeit', en: 'cooperation' },
  publication: { de: 'vom Erscheinungstag', en: 'from the day of publication' },
  context: { de: 'aus dem Zusammenhang', en: 'from the context' },
  inferred: { de: 'erschlossen', en: 'inferred' },
  added: { de: 'neu', en: 'new' },
  moved: { de: 'bewegt', en: 'moved' },
  removed: { de: 'fort', en: 'gone' },
}

export const label = (language: Language, name: string): string => labels[name]?.[language] ?? name
