import type { FactRules } from '../../../core/fact-rules.ts'

/** Offices that exclude each other: two ministries of one government, the envoy and who stands in for one. */
const offices: ReadonlyMap<string, string> = new Map([
  ['außen', 'foreign'],
  ['aussen', 'foreign'],
  ['verteidigungs', 'defence'],
  ['innen', 'interior'],
  ['finanz', 'finance'],
  ['justiz', 'justice'],
  ['botschafter', 'ambassador'],
  ['geschäftsträger', 'chargé'],
])

/** „die japanische Außenministerin “, „US-Verteidigungsminister “; „Ex-“ and „Vize-“ hold another office or none. */
const title =
  /(?<![\p{L}-])(?<words>(?:\p{Ll}+ische[mnrs]? )?(?:(?!Ex|Vize|Noch|Schatten)\p{L}+-)?(?:(?<field>Außen|Aussen|Verteidigungs|Innen|Finanz|Justiz)minister|(?<envoy>[Bb]otschafter|[Gg]eschäftsträger))(?:in|s)? )$/u
const notNow =
  /(?<!\p{L})(?:früher|ehemalig|einstig|bisherig|damalig|designiert|künftig|vormalig|stellvertretend|nächst|neu)\p{L}* (?:\p{L}+ )?$/u

/** German. */
export const factRules: FactRules = {
  ahead:
    /(?<!\p{L})(?:wird|werden|soll|sollen|will|wollen|plan(?:t|en)|geplant\p{L}*|vorgesehen\p{L}*|könn(?:t|t?en)\p{L}*|bevorstehend\p{L}*|kommend\p{L}*|nächst\p{L}*|spätestens|bis)(?!\p{L})/iu,
  // „soll am 9. April gesagt haben“ is hearsay.
  plans: /(?<!\p{L})(?:soll|sollen|will|wollen)(?!\p{L})(?!.*(?<!\p{L})(?:haben|sein)[.,;]?$)/u,
  since: /(?:^|[^\p{L}])seit(?:[^\p{L}]|$)/iu,
  sinceBefore: /(?<!\p{L})seit(?:\s+\p{L}+)?\s*$/iu,
  orders: {
    ordered: /(?<!\p{L})(?:an(?:ge)?ordnet|ordnete|verfügte?n?|veranlasste?|befohlen|befahl)(?!\p{L})/iu,
    stops: /\p{L}*(?:stopp|pause|aussetzung|unterbrechung|einfrieren)(?:s|es|n|en)?(?!\p{L})/iu,
    decision: /(?<!\p{L})(?:die|diese) (?:entscheidung|anordnung|weisung)(?!\p{L})/iu,
    decided: /(?<!\p{L})(?:getroffen|traf|gefällt|fällte|erteilte?|gab|gegeben)(?!\p{L})/iu,
    open: /(?<!\p{L})(?:werden|soll\p{L}*|könn\p{L}*|müss\p{L}*)(?!\p{L})/iu,
    leftOpen: /(?<!\p{L})(?:nicht|kein\p{L}*|wer|ob|bestritt\p{L}*|dementier\p{L}*|angeblich)(?!\p{L})|\?/iu,
  },
  officeBefore: (text) => {
    const found = title.exec(text)?.groups
    if (found === undefined) return null
    const { words, field, envoy } = found
    if (notNow.test(text.slice(0, text.length - words!.length)) || notNow.test(text)) return null
    const office = offices.get((field ?? envoy)!.toLowerCase())
    return office === undefined ? null : { office, length: words!.length }
  },
  publicFigure:
    /(?:minister|präsident|kanzler|premier|regierungschef|staatschef|generalsekretär|kommissar|gouverneur|könig|papst|senator)(?:in|s|en)?\s+$/iu,
}
