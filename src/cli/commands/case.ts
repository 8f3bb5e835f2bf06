import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { failure } from '../../core/errors.ts'
import { type InputDocument, isFailure } from '../../run/input.ts'
import { inputDocuments } from '../../run/inputs.ts'
import { makeCase } from '../../run/page-case.ts'
import { type Io, say } from '../io.ts'

interface CaseArguments {
  readonly file: string
  readonly into: string
  readonly name?: string
  readonly note?: string
  readonly url?: string
  readonly entry?: number
}

const documentOf = async ({ file, entry }: CaseArguments, io: Io): Promise<InputDocument> => {
  const documents: InputDocument[] = []
  const { stdin, fetchAddress } = io
  for await (const item of inputDocuments([file], { jsonl: false, published: null, stdin, fetchAddress })) {
    if (isFailure(item)) throw item.error
    documents.push(item)
  }
  const document = documents[(entry ?? 1) - 1]
  if (document === undefined || (entry === undefined && documents.length > 1))
    throw failure('CASE_MANY', { source: file, count: documents.length })
  return document
}

/** `feed.xml#3` gives `feed-3`. */
const nameFor = (source: string): string =>
  basename(source)
    .replace(/\.[a-z]+(?:\.gz)?(?=#|$)/iu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/gu, '') || 'page'

/** Writes a document and what is read from it today; a person corrects the second. */
export const runCase = async (input: CaseArguments, io: Io): Promise<number> => {
  const { source, bytes, kind, url, title, published } = await documentOf(input, io)
  const name = input.name ?? nameFor(source)
  const made = makeCase(
    {
      document: `${name}.${kind === 'text' || kind === 'body' || /\.(?:txt|text|md)$/iu.test(source) ? 'txt' : 'html'}`,
      ...(input.note === undefined ? {} : { note: input.note }),
      kind,
      url: input.url ?? url,
      title,
      published,
      today: io.now().slice(0, 10),
    },
    bytes,
  )
  const page = join(input.into, made.pageCase.document)
  const expected = join(input.into, `${name}.json`)
  for (const path of [page, expected]) if (existsSync(path)) throw failure('CASE_EXISTS', { path })
  await mkdir(input.into, { recursive: true })
  await writeFile(page, made.bytes)
  await writeFile(expected, `${JSON.stringify(made.pageCase, null, 2)}\n`)
  const kilobytes = (count: number): number => Math.ceil(count / 1000)
  await io.write(
    `${say(io.language, 'caseWritten', { page, expected, size: kilobytes(made.bytes.length), before: kilobytes(bytes.length) })}\n`,
  )
  return 0
}
