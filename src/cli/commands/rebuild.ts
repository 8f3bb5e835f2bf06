import { type Io, say } from '../io.ts'
import { withArchive } from '../open.ts'
import type { CommonOptions } from '../program.ts'
import { progressOf } from '../progress.ts'

/** Derives everything again and says whether the ledger is the same as before. */
export const runRebuild = (input: CommonOptions & { readonly threads?: number }, io: Io): Promise<number> =>
  withArchive(input, io, async (archive) => {
    const everything = { asOf: null, clock: 'published' } as const
    const stale = (await archive.store.stale(archive.engine.reading)).length > 0
    const before = stale ? null : (await archive.ledger(everything)).snapshot
    const progress = progressOf(io, 'progressRebuilding')
    const count = await archive.rebuild(progress.at)
    progress.end()
    const { snapshot } = await archive.ledger(everything)
    await io.write(`${say(io.language, 'rebuilt', { count, id: snapshot })}\n`)
    if (before !== null)
      io.log(
        before === snapshot
          ? say(io.language, 'rebuildSame')
          : say(io.language, 'rebuildOther', { id: before }),
      )
    return 0
  })
