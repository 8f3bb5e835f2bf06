import { AktenlageError, asAktenlageError, errorText, exitCodes, failure } from '../../core/errors.ts'
import { mapInOrder } from '../../run/in-order.ts'
import { isFailure } from '../../run/input.ts'
import { inputDocuments } from '../../run/inputs.ts'
import { codebookPath } from '../../run/paths.ts'
import { openReader } from '../../run/reader.ts'
import type { Io } from '../io.ts'
import type { CommonOptions } from '../program.ts'
import { progressOf } from '../progress.ts'

export interface InputArguments extends CommonOptions {
  readonly inputs: readonly string[]
  readonly jsonl?: boolean
  readonly published?: string
  readonly threads?: number
}

/** Prints one reading a line, in the order of the inputs. Goes on after one that cannot be read. */
export const runRead = async (
  input: InputArguments & { readonly layers?: string },
  io: Io,
): Promise<number> => {
  const reader = openReader(input.threads ?? 1, { codebook: codebookPath(input.codebook) })
  const progress = progressOf(io, 'progressReading')
  const documents = inputDocuments(input.inputs, {
    jsonl: input.jsonl ?? false,
    published: input.published ?? null,
    stdin: io.stdin,
    fetchAddress: io.fetchAddress,
  })
  const answers = mapInOrder(documents, reader.threads === 1 ? 1 : 4 * reader.threads, async (item) => {
    if (isFailure(item)) return item.error
    try {
      return await reader.read({
        input: {
          bytes: item.bytes,
          kind: item.kind,
          name: item.source,
          url: item.url,
          title: item.title,
          published: item.published,
          today: (item.capturedAt ?? io.now()).slice(0, 10),
        },
        tokens: input.layers === 'tokens',
      })
    } catch (error) {
      return failure(
        'INPUT_UNREADABLE',
        { source: item.source, reason: asAktenlageError(error).message },
        error,
      )
    }
  })
  let exitCode = 0
  let done = 0
  try {
    await reader.ready()
    for await (const answer of answers) {
      if (answer instanceof AktenlageError) {
        progress.end()
        io.log(`aktenlage: ${errorText(answer, io.language)} [${answer.code}]`)
        exitCode = exitCodes.input
      } else {
        await io.write(`${answer.json}\n`)
      }
      progress.at(++done, null)
    }
  } finally {
    progress.end()
    await reader.close()
  }
  return exitCode
}
