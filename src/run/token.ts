/** Tokens for the API: to read, where it is served beyond loopback, or to write. */
import { randomBytes } from 'node:crypto'
import { sha256 } from '../core/hash.ts'
import type { TokenAccess } from '../store/store.ts'

/** The beginning tells a person, and the web pages, what it is good for; the server goes by what is kept of it. */
export const newToken = (access: TokenAccess): string =>
  `${access === 'read' ? 'aktr_' : 'akt_'}${randomBytes(24).toString('base64url')}`

/** A token has 192 random bits, so a plain hash is enough: there is nothing to guess. */
export const hashOfToken = (token: string): string => sha256(token)
