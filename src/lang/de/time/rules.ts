import type { TimeRules } from '../../common/time.ts'

export const timeRules: TimeRules = { version: '0' }
