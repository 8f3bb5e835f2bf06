import type { EntityRules } from '../../lang/common/entity.ts'
import { blocs } from './entities.ts'
import type { MentionScene } from './mention-scene.ts'

/** „Oppositionsführer“, „Regierungsvertreter“: of the country that is spoken of. */
export const isDomestic = (text: string, { words }: EntityRules): boolean => {
  const lower = text.toLowerCase()
  return words.domestic.some((noun) => lower.startsWith(noun))
}

/** Whose minister or government it is, where nothing says so: of the side that spoke or acted last. */
export const ownCountry = ({ salience }: MentionScene, at: number): string | null =>
  salience.latest(
    at,
    (one) =>
      one.country !== null && !blocs.has(one.country) && one.kind !== 'place' && one.kind !== 'country',
  )?.country ?? null
