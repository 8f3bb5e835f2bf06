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
    /(?<!\p{L})(?:wird|werden|soll|sollen|will|wollen|plan(?:t|en)|geplant\p{L}*|vorgesehen\p{L}*|könn(?:t|t?en)\p{L}*|bevorstehend\p{L}*|kommend\p{L}*|nächst\p{L}*|möglich\p{L}*|wahrscheinlich|voraussichtlich|denkbar|dürfte?n?|spätestens|bis)(?!\p{L})/iu,
  // „soll am 9. April gesagt haben“ is hearsay.
  plans: /(?<!\p{L})(?:soll|sollen|will|wollen)(?!\p{L})(?!.*(?<!\p{L})(?:haben|sein)[.,;]?$)/u,
  since: /(?:^|[^\p{L}])seit(?:[^\p{L}]|$)/iu,
  sinceBefore: /(?<!\p{L})seit(?:\s+\p{L}+)?\s*$/iu,
  orders: {
    ordered:
      /(?<!\p{L})(?:auf (?:persönliche )?(?:anordnung|anweisung|weisung|befehl|geheiß)|an(?:ge)?ordnet|ordnete|verfügte?n?|veranlasste?|befohlen|befahl)(?!\p{L})/iu,
    stops:
      /\p{L}*(?:stopp|pause|aussetzung|unterbrechung|einfrieren|gestoppt|ausgesetzt|eingefroren|zurückgehalten)(?:s|es|n|en)?(?!\p{L})/iu,
    orderedThat:
      /(?<!\p{L})(?:angeordnet|befahl|(?:ordnete|wies) [^,.;?]{0,60}(?<!\p{L})an|ordnete an), [^.;?]{0,160}(?:zu stoppen|auszusetzen|einzufrieren|anzuhalten|zu unterbrechen|zurückzuhalten|einzustellen)(?!\p{L})/iu,
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
  manners: [
    {
      respect: 'notice',
      way: 'announced',
      pattern:
        /(?<!\p{L})(?:nach (?:offizieller|förmlicher|vorheriger) (?:ankündigung|mitteilung)|(?:vorab|zuvor|rechtzeitig|offiziell|förmlich) (?:informiert|unterrichtet|angekündigt|mitgeteilt))(?!\p{L})/iu,
    },
    {
      respect: 'notice',
      way: 'unannounced',
      pattern:
        /(?<!\p{L})(?:unangekündigt\p{L}*|(?:still)?heimlich|stillschweigend|ohne (?:jede |vorherige )?(?:vorwarnung|ankündigung|vorankündigung|rücksprache|absprache))(?!\p{L})/iu,
    },
    {
      respect: 'word',
      way: 'by phone',
      pattern: /(?<!\p{L})(?:telefonisch|am telefon|in einem telefonat|per telefon)(?!\p{L})/iu,
    },
    {
      respect: 'word',
      way: 'in writing',
      pattern: /(?<!\p{L})(?:schriftlich\p{L}*|per (?:brief|e-mail)|in einem (?:schreiben|brief))(?!\p{L})/iu,
    },
    {
      respect: 'way',
      way: 'by air',
      pattern:
        /(?<!\p{L})(?:flog|flogen|eingeflogen|geflogen|per (?:flugzeug|luftfracht)|auf dem luftweg|(?:mit|in) (?:einem |einer )?(?:transport|fracht)(?:flugzeug|maschine)\p{L}*)(?!\p{L})/iu,
    },
    {
      respect: 'way',
      way: 'by land',
      pattern:
        /(?<!\p{L})(?:auf dem landweg|auf der schiene|(?:auf|mit|per) (?:lastwagen|lkw|tiefladern|sattelschleppern|güterzügen)|(?:mit der|per) (?:bahn|eisenbahn))(?!\p{L})/iu,
    },
    {
      respect: 'way',
      way: 'by sea',
      pattern:
        /(?<!\p{L})(?:auf dem seeweg|verschifft\p{L}*|per schiff|(?:mit|auf) (?:einem |dem )?(?:frachter|frachtschiff)\p{L}*)(?!\p{L})/iu,
    },
    { respect: 'vote', way: 'unanimous', pattern: /(?<!\p{L})einstimmig\p{L}*(?!\p{L})/iu },
    {
      respect: 'vote',
      way: 'divided',
      pattern: /(?<!\p{L})(?:gegen die stimmen|bei \d+ gegenstimmen|mit knapper mehrheit)(?!\p{L})/iu,
    },
  ],
  publicFigure:
    /(?:minister|präsident|kanzler|premier|regierungschef|staatschef|generalsekretär|kommissar|gouverneur|könig|papst|senator)(?:in|s|en)?\s+$/iu,
}
