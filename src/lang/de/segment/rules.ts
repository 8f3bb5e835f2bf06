import type { SegmentRules } from '../../common/segment.ts'

export const segmentRules: SegmentRules = { version: '0' }
