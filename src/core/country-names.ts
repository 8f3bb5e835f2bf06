/** Names of countries and blocs for titles. Codes are ISO 3166-1 alpha-3, as everywhere. */

/** Alpha-3 by alpha-2, for the names that come with the runtime (CLDR). */
const alpha2 = `AFGAF ALBAL DZADZ ANDAD AGOAO ATGAG ARGAR ARMAM AUSAU AUTAT AZEAZ BHSBS BHRBH BGDBD BRBBB BLRBY BELBE BLZBZ
BENBJ BTNBT BOLBO BIHBA BWABW BRABR BRNBN BGRBG BFABF BDIBI CPVCV KHMKH CMRCM CANCA CAFCF TCDTD CHLCL CHNCN COLCO COMKM COGCG
CODCD CRICR CIVCI HRVHR CUBCU CYPCY CZECZ DNKDK DJIDJ DMADM DOMDO ECUEC EGYEG SLVSV GNQGQ ERIER ESTEE SWZSZ ETHET FJIFJ FINFI
FRAFR GABGA GMBGM GEOGE DEUDE GHAGH GRCGR GRDGD GTMGT GINGN GNBGW GUYGY HTIHT HNDHN HUNHU ISLIS INDIN IDNID IRNIR IRQIQ IRLIE
ISRIL ITAIT JAMJM JPNJP JORJO KAZKZ KENKE KIRKI PRKKP KORKR KWTKW KGZKG LAOLA LVALV LBNLB LSOLS LBRLR LBYLY LIELI LTULT LUXLU
MDGMG MWIMW MYSMY MDVMV MLIML MLTMT MHLMH MRTMR MUSMU MEXMX FSMFM MDAMD MCOMC MNGMN MNEME MARMA MOZMZ MMRMM NAMNA NRUNR NPLNP
NLDNL NZLNZ NICNI NERNE NGANG MKDMK NORNO OMNOM PAKPK PLWPW PSEPS PANPA PNGPG PRYPY PERPE PHLPH POLPL PRTPT QATQA ROURO RUSRU
RWARW KNAKN LCALC VCTVC WSMWS SMRSM STPST SAUSA SENSN SRBRS SYCSC SLESL SGPSG SVKSK SVNSI SLBSB SOMSO ZAFZA SSDSS ESPES LKALK
SDNSD SURSR SWESE CHECH SYRSY TWNTW TJKTJ TZATZ THATH TLSTL TGOTG TONTO TTOTT TUNTN TURTR TKMTM TUVTV UGAUG UKRUA AREAE GBRGB
USAUS URYUY UZBUZ VUTVU VATVA VENVE VNMVN YEMYE ZMBZM ZWEZW GRLGL HKGHK XKXXK`

const codes: ReadonlyMap<string, string> = new Map(
  alpha2.split(/\s+/u).map((entry) => [entry.slice(0, 3), entry.slice(3)]),
)

/** What the press writes instead of the official name. */
const short: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  USA: { de: 'USA', en: 'USA' },
  GBR: { de: 'Großbritannien', en: 'United Kingdom' },
  UN: { de: 'UN', en: 'UN' },
  MDA: { de: 'Moldau', en: 'Moldova' },
  BLR: { de: 'Belarus', en: 'Belarus' },
  PSE: { de: 'Palästinensergebiete', en: 'Palestinian territories' },
}

/** Asking the runtime takes a microsecond or two, and a large ledger asks some thousand times. */
const languages = new Map<
  string,
  { readonly official: Intl.DisplayNames; readonly known: Map<string, string> }
>()

/** „UKR“ → „Ukraine“; blocs and unknown codes stay as they are. */
export const countryName = (code: string, language: string): string => {
  const named = short[code]?.[language]
  if (named !== undefined) return named
  const region = codes.get(code)
  if (region === undefined) return code
  let names = languages.get(language)
  if (names === undefined) {
    names = {
      official: new Intl.DisplayNames([language], { type: 'region', fallback: 'code' }),
      known: new Map(),
    }
    languages.set(language, names)
  }
  let name = names.known.get(code)
  if (name === undefined) {
    name = names.official.of(region) ?? code
    names.known.set(code, name)
  }
  return name
}

/** All codes that have a name. */
export const countryCodes = (): string[] => [...codes.keys()]

/** „UKR“ → „UA“; null for blocs and unknown codes. */
export const alpha2Of = (code: string): string | null => codes.get(code) ?? null
