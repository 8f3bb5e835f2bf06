/** Tokens for writing through the API. */
import { randomBytes } from 'node:crypto'
import { sha256 } from '../core/hash.ts'

export const newToken = (): string => `akt_${randomBytes(24).toString('base64url')}`

/** A token has 192 random bits, so a plain hash is enough: there is nothing to guess. */
export const hashOfToken = (token: string): string => sha256(token)
