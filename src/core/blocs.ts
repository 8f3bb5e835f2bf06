/** Those who act for all their members, as codes of countries and blocs. Members as of 2025. */
const memberLists: Readonly<Record<string, string>> = {
  EU: 'AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GRC HRV HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU SVK SVN SWE',
  G7: 'CAN DEU FRA GBR ITA JPN USA',
  NATO: 'ALB BEL BGR CAN CZE DEU DNK ESP EST FIN FRA GBR GRC HRV HUN ISL ITA LTU LUX LVA MKD MNE NLD NOR POL PRT ROU SVK SVN SWE TUR USA',
  UN: '',
}

const members: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(memberLists).map(([bloc, codes]) => [bloc, new Set(codes.split(' '))]),
)

export const isBloc = (code: string): boolean => members.has(code)

/** Everybody is of the United Nations. */
export const isMember = (code: string, bloc: string): boolean =>
  bloc === 'UN' ? !isBloc(code) : members.get(bloc)?.has(code) === true
