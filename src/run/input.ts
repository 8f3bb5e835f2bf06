/** One document as it comes in, before anything is known about it, and what is said of one that cannot be read. */
import { type AktenlageError, failure } from '../core/errors.ts'
import type { InputKind } from '../store/store.ts'

export interface InputDocument {
  /** As given: path, address, or the `id` of a JSON Lines row. */
  readonly source: string
  readonly bytes: Uint8Array
  /** `null`: found out from the bytes and the name. */
  readonly kind: InputKind | null
  readonly url: string | null
  readonly title: string | null
  readonly published: string | null
  /** Instant in UTC at which somebody else captured it, as a web archive says; absent where it is captured now. */
  readonly capturedAt?: string | undefined
}

export interface InputFailure {
  readonly source: string
  readonly error: AktenlageError
}

export type InputItem = InputDocument | InputFailure

export const isFailure = (item: InputItem): item is InputFailure => 'error' in item

export type FetchAddress = (url: string) => Promise<{ readonly bytes: Uint8Array; readonly url: string }>

/** A capture larger than this is refused; news pages have some 200 kB. */
export const maxDocumentBytes = 200e6

export const cannotRead = (source: string, error: unknown): InputFailure => {
  const code = (error as { code?: unknown } | null)?.code
  const reason = error instanceof Error ? error.message : String(error)
  if (code === 'EACCES' || code === 'EPERM')
    return { source, error: failure('INPUT_FORBIDDEN', { source }, error) }
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return { source, error: failure('INPUT_MISSING', { source }, error) }
  if (typeof code === 'string' && code.startsWith('Z_'))
    return { source, error: failure('INPUT_BROKEN_GZIP', { source, reason }, error) }
  return { source, error: failure('INPUT_UNREADABLE', { source, reason }, error) }
}

/** Without a size where reading stopped at the limit. */
export const tooLarge = (source: string, bytes?: number): InputFailure => ({
  source,
  error: failure('INPUT_TOO_LARGE', {
    source,
    megabytes: bytes === undefined ? `> ${maxDocumentBytes / 1e6}` : Math.round(bytes / 1e6),
    limit: Math.round(maxDocumentBytes / 1e6),
  }),
})
