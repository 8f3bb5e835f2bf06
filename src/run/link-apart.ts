import { Worker } from 'node:worker_threads'
import { isBuilt } from './paths.ts'

/**
 * Links all reports in a thread of their own. A large archive takes a gigabyte for it, which a server would never give
 * back. Says whether it did: Node 20 starts no thread on TypeScript, and one that fails leaves the work to who asked.
 */
export const linkApart = (file: string, codebook: string): Promise<boolean> =>
  isBuilt && file !== ':memory:'
    ? new Promise((resolve) => {
        const thread = new Worker(new URL('./link-thread.js', import.meta.url), {
          workerData: { file, codebook },
        })
        thread.once('error', () => resolve(false))
        thread.once('exit', (code) => resolve(code === 0))
      })
    : Promise.resolve(false)
