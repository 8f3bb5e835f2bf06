/** Whose fault it is decides the exit code and the HTTP status. */
export type ErrorClass = 'input' | 'codebook' | 'configuration' | 'bug'

export const exitCodes: Readonly<Record<ErrorClass, number>> = {
  input: 2,
  codebook: 3,
  configuration: 4,
  bug: 70,
}

/**
 * An error of the outside world or of ours, with a stable code.
 * Message: what happened, which thing, what to do.
 */
export class AktenlageError extends Error {
  readonly errorClass: ErrorClass
  readonly code: string
  constructor(errorClass: ErrorClass, code: string, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'AktenlageError'
    this.errorClass = errorClass
    this.code = code
  }
}
