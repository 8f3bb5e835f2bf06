import { readFileSync } from 'node:fs'
import { delimiter } from 'node:path'
import { failure } from '../core/errors.ts'
import type { RegisterSource } from '../lang/de/entity/register.ts'

/** Files of a user that add to the shipped registers, as the system lists paths: `a.yaml:b.yaml`. */
const variable = 'AKTENLAGE_REGISTERS'

/**
 * Reads the registers a user adds. They have the lists of `registers/*.yaml`, any of them; what they say about a
 * name comes beside what the shipped ones say, holders of an office are merged by date.
 */
export const openRegisters = async (
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<readonly RegisterSource[]> => {
  const paths = (environment[variable] ?? '').split(delimiter).filter((path) => path !== '')
  if (paths.length === 0) return []
  const { parse } = await import('yaml')
  return paths.map((path) => {
    try {
      const source: unknown = parse(readFileSync(path, 'utf8'))
      if (typeof source !== 'object' || source === null || Array.isArray(source))
        throw new Error('it is no mapping of lists')
      return source as RegisterSource
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      throw failure('REGISTER_INVALID', { path, variable, reason }, error)
    }
  })
}
