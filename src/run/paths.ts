import { fileURLToPath } from 'node:url'

/** The package's own folder; `src/run` and `dist/run` lie equally deep. */
export const packageRoot = fileURLToPath(new URL('../../', import.meta.url))

/** Whether this is the build and not the source as it is. */
export const isBuilt = import.meta.url.endsWith('.js')

export const shippedCodebook = (name: string): string => `${packageRoot}codebooks/${name}.yaml`

export const codebookPath = (given: string | undefined): string => given ?? shippedCodebook('assistance')
