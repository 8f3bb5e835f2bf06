import { failure } from '../../core/errors.ts'
import { hashOfToken, newToken } from '../../run/token.ts'
import { type Io, say } from '../io.ts'
import { withArchive } from '../open.ts'
import type { CommonOptions } from '../program.ts'

export const runTokenCreate = (
  input: CommonOptions & { readonly name: string; readonly readOnly?: boolean },
  io: Io,
): Promise<number> =>
  withArchive(input, io, async ({ store }) => {
    const { name } = input
    const access = input.readOnly ? 'read' : 'write'
    if ((await store.tokens()).some((token) => token.name === name && token.revokedAt === null))
      throw failure('TOKEN_EXISTS', { name })
    const token = newToken(access)
    await store.addToken({ hash: hashOfToken(token), name, access, createdAt: io.now(), revokedAt: null })
    io.log(say(io.language, access === 'read' ? 'tokenMadeToRead' : 'tokenMade', { name }))
    await io.write(`${token}\n`)
    return 0
  })

export const runTokenRevoke = (input: CommonOptions & { readonly name: string }, io: Io): Promise<number> =>
  withArchive(input, io, async ({ store }) => {
    if (!(await store.revokeToken(input.name, io.now()))) throw failure('NOT_FOUND', { id: input.name })
    await io.write(`${say(io.language, 'tokenRevoked', { name: input.name })}\n`)
    return 0
  })

export const runTokenList = (input: CommonOptions & { readonly json?: boolean }, io: Io): Promise<number> =>
  withArchive(input, io, async ({ store }) => {
    const tokens = await store.tokens()
    for (const { name, access, createdAt, revokedAt } of tokens)
      await io.write(
        input.json
          ? `${JSON.stringify({ name, access, createdAt, revokedAt })}\n`
          : `${name}  ${say(io.language, access === 'read' ? 'tokenReads' : 'tokenWrites')}  ${createdAt}${revokedAt === null ? '' : `  ${say(io.language, 'tokenRevokedAt', { at: revokedAt })}`}\n`,
      )
    if (tokens.length === 0 && !input.json) io.log(say(io.language, 'noTokens'))
    return 0
  })
