import type { FactualityRules } from '../../common/factuality.ts'

export const factualityRules: FactualityRules = { version: '0' }
