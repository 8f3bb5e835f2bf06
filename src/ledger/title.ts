/** Titles of commitments, from what their evidence says. */
import type { CompiledCodebook } from '../codebook/codebook.ts'
import { countryName } from '../core/country-names.ts'
import type { Evidence } from '../link/evidence.ts'

const and = (parts: readonly string[], language: string): string => {
  const word = language === 'de' ? 'und' : 'and'
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`
}

/** The wording that most evidence uses; among equals the shortest. */
const commonest = (values: readonly string[]): string | null => {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const sorted = [...counts].sort(
    (a, b) => b[1] - a[1] || a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1),
  )
  return sorted[0]?.[0] ?? null
}

const longestObject = 70

/** An object that names something, ready for a title; else nothing. */
const clean = (object: string): string => {
  if (!/(?<![\p{L}\p{N}])\p{Lu}\p{L}{2,}/u.test(object)) return ''
  const plain = object
    .replace(/^(?:der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|the|a|an)\s+/iu, '')
    .trim()
  return plain.length === 0 ? '' : plain[0]!.toUpperCase() + plain.slice(1)
}

/** „USA → Ukraine: Raketen und Munition“; „USA – Ukraine: Sicherheitsabkommen“ where nobody gives. */
export const titleOf = (
  kind: string,
  providers: readonly string[],
  recipients: readonly string[],
  goods: readonly string[],
  members: readonly Evidence[],
  codebook: CompiledCodebook,
  language = 'de',
): string => {
  const names = (list: readonly string[]): string[] => list.map((code) => countryName(code, language))
  const parties =
    recipients.length === 0
      ? names(providers).join(' – ')
      : `${and(names(providers), language)} → ${and(names(recipients), language)}`
  const { unspecific, kindLabels } = codebook.model
  const label = kindLabels[kind]?.[language] ?? kindLabels[kind]?.en ?? kind
  const objects = members
    .filter((member) => member.event.object !== null && member.words.size > 0)
    .map((member) => clean(member.event.object!))
    .filter((object) => object.length > 0 && object.length <= longestObject)
  const named = goods.filter((good) => !unspecific.includes(good))
  const goodsNames = named.map(
    (good) => codebook.goods.get(good)?.label[language] ?? codebook.goods.get(good)?.label.en ?? good,
  )
  const about =
    kind === 'delivery' && goodsNames.length > 0
      ? and(goodsNames.slice(0, 4), language)
      : (commonest(objects) ??
        (goodsNames.length > 0 ? and(goodsNames.slice(0, 4), language) : null) ??
        commonest(
          members
            .flatMap((member) => (member.event.object === null ? [] : [clean(member.event.object)]))
            .filter((object) => object.length > 2 && object.length <= longestObject),
        ) ??
        label)
  return `${parties}: ${about}`
}
