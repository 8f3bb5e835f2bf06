import type { EntityRules } from '../../common/entity.ts'

export const entityRules: EntityRules = { version: '0' }
