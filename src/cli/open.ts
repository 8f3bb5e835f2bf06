/** Opens the archive that a command works on. */
import { type Archive, openArchive } from '../run/archive.ts'
import { dataFile } from '../run/data-file.ts'
import type { Io } from './io.ts'
import type { CommonOptions } from './program.ts'
import { progressOf } from './progress.ts'

interface Opening extends CommonOptions {
  readonly threads?: number
}

/** Gives the archive to `work` and closes it, whatever comes of it. */
export const withArchive = async <T>(
  options: Opening,
  io: Io,
  work: (archive: Archive) => Promise<T>,
): Promise<T> => {
  const archive = openArchive({
    file: dataFile(options.db, io.environment),
    codebook: options.codebook,
    threads: options.threads ?? 1,
    now: io.now,
  })
  try {
    return await work(archive)
  } finally {
    await archive.close()
  }
}

/** The same, with readings of another engine made again first. */
export const withFreshArchive = <T>(
  options: Opening,
  io: Io,
  work: (archive: Archive) => Promise<T>,
): Promise<T> =>
  withArchive(options, io, async (archive) => {
    const progress = progressOf(io, 'progressRefreshing')
    await archive.refresh(progress.at)
    progress.end()
    return work(archive)
  })
