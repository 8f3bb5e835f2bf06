/** What a noun heads as part of a name. */
import { words } from '../../common/words.ts'

const organisationHeads = `universität hochschule fachhochschule institut verein verband partei gewerkschaft bank sparkasse
  versicherung verlag zeitung magazin sender rundfunk gmbh ag kg ohg se inc corp corporation ltd llc plc co company
  group holding holdings gruppe konzern werk werke museum galerie orchester philharmoniker sinfoniker chor theater
  oper bühne ensemble band club klub fc sv vfb vfl tsv tus sc bsc tsg ssv fsv sg stiftung akademie schule gymnasium
  realschule orden amt gericht gerichtshof kammer rat ausschuss kommission agentur airlines air motors records
  entertainment studios studio bund liga bundesliga allianz union fraktion front armee legion division regiment
  brigade bataillon kongress senat parlament genossenschaft gesellschaft ministerium polizei feuerwehr klinik
  klinikum krankenhaus college university school press news times post society association foundation federation
  party army systems technologies international airways networks media software energy united city bibliothek
  archiv redaktion brauerei reederei werft blatt anzeiger nachrichten tagblatt tageblatt rundschau presse bahn
  bahnen verkehrsbetriebe betriebe stadtwerke hotel restaurant`
const placeHeads = `straße str weg platz allee gasse brücke tor turm burg schloss schloß kirche kapelle dom kloster bahnhof
  flughafen hafen park wald berg gebirge tal see bach insel inseln halbinsel küste meer bucht kap kanton bezirk
  kreis landkreis provinz region viertel stadtteil halle stadion arena river lake mount mountains street avenue
  island islands county square hill valley creek beach bay feld felder hausen heim dorf stadt stedt furt ingen
  hofen kirchen weiler au moor heide ufer kanal fluss talsperre pass gletscher autobahn bundesstraße friedhof
  garten gärten center palast haus villa siedlung fürstentum herzogtum grafschaft königreich bistum erzbistum
  bundesstaat gouvernement oblast woiwodschaft`

const heads: ReadonlyMap<string, number> = (() => {
  const found = new Map<string, number>()
  for (const word of words(organisationHeads)) found.set(word, 1)
  for (const word of words(placeHeads)) found.set(word, (found.get(word) ?? 0) | 2)
  return found
})()

/** Last three letters of the heads; see `titleTails`. */
const headTails: ReadonlySet<string> = new Set([...heads.keys()].map((word) => word.slice(-3)))

/** The longest ending of a noun that is a head: „Maximilianstraße“, „Sportverbands“. */
export const headClass = (form: string): number => {
  const lower = form.toLowerCase().replace(/\.$/u, '')
  for (const noun of [lower, lower.replace(/e?s$/u, '')]) {
    if (noun.length >= 3 && !headTails.has(noun.slice(-3))) continue
    const whole = heads.get(noun)
    if (whole !== undefined) return whole
    for (let at = Math.max(1, noun.length - 14); at < noun.length - 2; at++) {
      const found = heads.get(noun.slice(at))
      // Short heads („ag“, „see“) only as a word of their own or after a hyphen.
      if (found !== undefined && (noun.length - at > 3 || noun[at - 1] === '-')) return found
    }
  }
  return 0
}
