import type { EventRules } from '../../common/event.ts'

export const eventRules: EventRules = { version: '0' }
