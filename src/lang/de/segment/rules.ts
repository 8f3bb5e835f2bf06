import type { SegmentRules } from '../../common/segment.ts'
import { words } from '../../common/words.ts'

/** After Duden D 1 ff. and the usage of German agencies. Single letters are initials, not listed. */
const abbreviations = words(`
  abb abg abk abs abt adm allg amtl anm apl art aufl ausg az bd bde bes best betr bf bhf bl bsp bspw bzgl bzw
  ca chr co corp cts dgl dipl dir doz dr dt ebd ehem eidg eigtl einschl entspr erg ev evtl exkl
  fa fam ff fr frhr frz geb gebr gef gegr gem gen ges gest gez ggf ggfs ggü hbf hg hl hr hrn hrsg inc ing
  inkl insb insbes jap jg jh jhd jhdt jr jun kap kath kfm kgl kl korr lat lfd lic lt ltd mag max mia mill min mind
  mio mrd mr mrs ms möbl mtl nat niederl nr nrn obj offz okt orig oz phil pol proz prof prot rd rel resp rev rus russ
  sen sept sog spez st std stellv str stv tel tsd tägl ukr ung univ urspr usf usw verf vgl vol vors vorm
  wg wiss zit ziff zt zz zzgl zzt allerh angekl atü brit engl ital span poln chin amerik dez feb febr jan nov okt aug jän
  gegr verst etc inkl exkl z.b u.a d.h u.u i.d.r z.t o.ä u.ä v.a m.e s.o s.u i.a a.d e.v k.o n.chr v.chr b.z.w
`)

const ambiguousAbbreviations = words(`
  art best co fall gen gem min max mill mag rel str bes bf kap pol ges lat tel vol vorm span aug mai ms jan oz
`)

const closingAbbreviations = words(`
  usw usf etc co inc ltd corp jr jh jhd jhdt chr mio mrd mia tsd std min ff dgl ä e.v o.ä u.ä n.chr v.chr s.o s.u k.o u.a st str
`)

const openers = words(`
  der die das den dem des ein eine einen einem einer er sie es wir ich ihr man dies dieser diese dieses diesem
  diesen doch aber und auch so nun dann da dort hier jetzt zuvor zudem außerdem allerdings dabei damit danach
  nach in im am an auf bei beim mit für von vom vor zum zur zu aus über unter um seit trotz wegen laut wie
  wenn als ob weil dass während nachdem bevor bis seine ihre sein ihr sein kein keine alle viele einige mehrere
  beide was wer wo warum heute gestern bisher bislang insgesamt ferner
  denn sondern noch nur schon sogar deshalb daher dennoch jedoch unterdessen inzwischen
  zugleich gleichzeitig statt ohne gegen durch neben zwischen mindestens rund etwa knapp jeder jede jedes
`)

const ordinalLeaders = words(`
  am vom zum dem den der die das des im ab bis seit beim ins zur ihren seinen ihrem seinem ihrer seiner ihr sein
  ihre seine einem einen ein eine einer eines jeder jede jedes jeden jedem und oder sowie dieser diesem diesen vor nach
`)

const ordinalFollowers = words(`
  januar jänner jan februar feber feb märz april mai juni juli august aug september sept oktober okt november nov
  dezember dez jahrhundert jahrhunderts jh jhd jahrtausend jahrtausends quartal quartals jahrestag jahrestags
  geburtstag geburtstags todestag weltkrieg weltkriegs weltkrieges kriegstag tag lebensjahr halbjahr halbjahrs
  halbjahres amtszeit klasse auflage runde etage stock platz rang mal woche monat jahr minute spieltag liga
  bundesliga infanteriedivision brigade armee division bataillon sanktionspaket paket sitzung
`)

const networkLeaders = words('auf bei via über Plattform Netzwerk Dienst Kurznachrichtendienst Onlinedienst')

export const segmentRules: SegmentRules = {
  version: '1',
  abbreviations,
  ambiguousAbbreviations,
  apostropheAfter: words('s x z ß'),
  closingAbbreviations,
  openers,
  ordinalLeaders,
  networkLeaders,
  ordinalFollowers,
}
