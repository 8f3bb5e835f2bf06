import type { Language } from './errors.ts'

/** Labels of states, for people. Event types have theirs in the codebook. */
const labels: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  requested: { de: 'angefragt', en: 'requested' },
  negotiating: { de: 'verhandelt', en: 'negotiating' },
  pledged: { de: 'zugesagt', en: 'pledged' },
  signed: { de: 'gezeichnet', en: 'signed' },
  funded: { de: 'finanziert', en: 'funded' },
  delivering: { de: 'läuft', en: 'delivering' },
  delivered: { de: 'erfüllt', en: 'delivered' },
  rejected: { de: 'abgelehnt', en: 'rejected' },
  cancelled: { de: 'beendet', en: 'cancelled' },
  exhausted: { de: 'aufgebraucht', en: 'exhausted' },
  paused: { de: 'pausiert', en: 'paused' },
  blocked: { de: 'blockiert', en: 'blocked' },
  actual: { de: 'tatsächlich', en: 'actual' },
  planned: { de: 'geplant', en: 'planned' },
  possible: { de: 'möglich', en: 'possible' },
  denied: { de: 'bestritten', en: 'denied' },
  background: { de: 'Rückblick', en: 'background' },
  unstaged: { de: 'ohne Stufe', en: 'no stage told' },
  agreement: { de: 'Abkommen', en: 'agreement' },
  funding: { de: 'Geld', en: 'funding' },
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
