/** Names and words of the Kiel Ukraine Support Tracker. */
import { countryCodes, countryName } from '../core/country-names.ts'

export const kielSheet = 'Bilateral Assistance, MAIN DATA'

/** Where the tracker writes another name than the English one of CLDR; the first is the one that we write. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  USA: ['United States', 'USA', 'US', 'United States of America'],
  EU: ['EU (Commission and Council)', 'European Union', 'EU Institutions', 'EU Commission', 'EU'],
  CZE: ['Czech Republic', 'Czechia'],
  TUR: ['Turkey', 'Türkiye'],
  GBR: ['United Kingdom', 'UK', 'Great Britain'],
  KOR: ['South Korea', 'Korea', 'Republic of Korea'],
  SVK: ['Slovakia', 'Slovak Republic'],
  NLD: ['Netherlands', 'The Netherlands'],
  TWN: ['Taiwan'],
}

export const kielDonor = (code: string): string => otherNames[code]?.[0] ?? countryName(code, 'en')

const keyOf = (name: string): string => name.trim().toLowerCase().replaceAll(/\s+/gu, ' ')
let codes: ReadonlyMap<string, string> | null = null

/** Code of a donor's name in the workbook, or null. */
export const codeOfDonor = (name: string): string | null => {
  codes ??= new Map([
    ...countryCodes().map((code) => [keyOf(countryName(code, 'en')), code] as const),
    ...Object.entries(otherNames).flatMap(([code, names]) => names.map((one) => [keyOf(one), code] as const)),
  ])
  return codes.get(keyOf(name)) ?? null
}

const military = new Set(
  'air-defence missiles munitions artillery tanks armoured-vehicles aircraft drones ships small-arms engineering-equipment weapons training maintenance intelligence technical-data'.split(
    ' ',
  ),
)
const humanitarian = new Set(['medical', 'humanitarian'])

/** The tracker's three kinds of aid, where the goods leave no doubt; money alone may be for anything. */
export const aidType = (goods: readonly string[]): string | null => {
  const kinds = new Set(
    goods.flatMap((one) =>
      military.has(one) ? ['Military'] : humanitarian.has(one) ? ['Humanitarian'] : [],
    ),
  )
  return kinds.size === 1 ? [...kinds][0]! : null
}

/** What the tracker calls the measure: promised, or set aside and on its way. */
export const measureOf = (stage: string | null): string | null =>
  stage === 'pledged' || stage === 'signed'
    ? 'Commitment'
    : stage === 'funded' || stage === 'delivering' || stage === 'delivered' || stage === 'exhausted'
      ? 'Allocation'
      : null

/** Months from December 2021 on, as the tracker counts; 0 says that the month is not known. */
export const kielMonth = (edtf: string | null): number | null => {
  const month = /^(?<year>\d{4})-(?<month>0[1-9]|1[0-2])(?:-\d{2}(?:T.*)?)?$/u.exec(edtf ?? '')?.groups
  if (month === undefined) return 0
  const count = (Number(month.year) - 2021) * 12 + Number(month.month) - 12
  return count >= 1 ? count : null
}
