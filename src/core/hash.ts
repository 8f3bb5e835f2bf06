import { hash } from 'node:crypto'

export const sha256 = (data: string | Uint8Array): string => `sha256:${hash('sha256', data, 'hex')}`

/** Short, stable id: `prefix-` and the first 12 hex digits. */
export const shortId = (prefix: string, data: string): string =>
  `${prefix}-${hash('sha256', data, 'hex').slice(0, 12)}`
