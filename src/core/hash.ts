import { createHash } from 'node:crypto'

export const sha256 = (data: string | Uint8Array): string =>
  `sha256:${createHash('sha256').update(data).digest('hex')}`

/** Short, stable id: `prefix-` and the first 12 hex digits. */
export const shortId = (prefix: string, data: string): string =>
  `${prefix}-${createHash('sha256').update(data).digest('hex').slice(0, 12)}`
