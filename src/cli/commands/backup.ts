import { type Io, say } from '../io.ts'
import { withArchive } from '../open.ts'
import type { CommonOptions } from '../program.ts'

export const runBackup = (input: CommonOptions & { readonly target: string }, io: Io): Promise<number> =>
  withArchive(input, io, async (archive) => {
    await archive.store.backup(input.target)
    await io.write(`${say(io.language, 'backedUp', { path: input.target })}\n`)
    return 0
  })
