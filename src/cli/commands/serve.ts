import { isLoopback } from '../../api/guard.ts'
import { startServer } from '../../api/server.ts'
import { failure } from '../../core/errors.ts'
import { packageRoot } from '../../run/paths.ts'
import { newToken } from '../../run/token.ts'
import { type Io, say } from '../io.ts'
import { withFreshArchive } from '../open.ts'
import type { CommonOptions } from '../program.ts'

interface ServeArguments extends CommonOptions {
  readonly port?: number
  readonly host?: string
  readonly write?: boolean
}

const usualPort = 4321
const portsTried = 20

/** Serves until interrupted. The first line of standard output is the address. */
export const runServe = (input: ServeArguments, io: Io): Promise<number> =>
  withFreshArchive(input, io, async (archive) => {
    const host = input.host ?? '127.0.0.1'
    if (!isLoopback(host) && !(await archive.store.tokens()).some((token) => token.revokedAt === null))
      throw failure('HOST_NEEDS_TOKEN', { host })
    const sessionToken = input.write && isLoopback(host) ? newToken('write') : null
    const server = await startServer({
      archive,
      now: io.now,
      host,
      webRoot: `${packageRoot}dist/web`,
      sessionToken,
      // Whoever names a port wants that one; else the next free one will do.
      ports:
        input.port !== undefined ? [input.port] : Array.from({ length: portsTried }, (_, i) => usualPort + i),
    })
    const stop = io.catchInterrupts()
    await io.write(`${say(io.language, 'serving', { address: server.address })}\n`)
    if (sessionToken !== null)
      await io.write(
        `${say(io.language, 'servingWrite', { address: `${server.address}#token=${sessionToken}` })}\n`,
      )
    io.log(say(io.language, 'servingStop'))
    // Warm: the first visitor should not wait for what every visitor wants.
    await archive.ledger({ asOf: null, clock: 'published' })
    await archive.knowledge()
    await new Promise<void>((resolve) => {
      if (stop.aborted) resolve()
      stop.addEventListener('abort', () => resolve())
    })
    await server.close()
    io.log(say(io.language, 'servingEnded'))
    return 0
  })
