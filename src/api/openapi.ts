/** What the routes say of themselves: to machines at `/openapi.json`, and to whoever misspells a parameter. */
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { failure } from '../core/errors.ts'
import { packageVersion } from '../run/engine.ts'
import type { ApiEnvironment } from './context.ts'
import { readingSecurity } from './contract.ts'

type App = OpenAPIHono<ApiEnvironment>
type Document = ReturnType<App['getOpenAPI31Document']>
interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly name: string }[]
}

const documents = new WeakMap<App, Document>()

/** `GET /api/reports/{id}/versions` → getReportsIdVersions, by which generated clients name their functions. */
const operationId = (method: string, path: string): string =>
  method +
  path
    .replace(/^\/api/u, '')
    .split(/[^a-zA-Z0-9]+/u)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')

const methods = ['get', 'post'] as const

const operationsOf = (item: object): [string, Operation][] =>
  methods.flatMap((method) => {
    const operation = (item as Readonly<Record<string, Operation | undefined>>)[method]
    return operation === undefined ? [] : [[method, operation]]
  })

/**
 * Two things that the generator says in a way that JSON Schema does not mean: flags of a regular expression behind its
 * pattern, and of a named schema that may be null, that it is both at once.
 */
const mended = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(mended)
  if (typeof value !== 'object' || value === null) return value
  const { allOf, ...rest } = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'pattern' && typeof inner === 'string' ? inner.replace(/\/u$/u, '') : mended(inner),
    ]),
  )
  if (!Array.isArray(allOf)) return allOf === undefined ? rest : { ...rest, allOf }
  const [named, ...more] = allOf as { readonly $ref?: string; readonly type?: unknown }[]
  const isNullable = more.length === 1 && Array.isArray(more[0]!.type) && more[0]!.type.includes('null')
  return named?.$ref !== undefined && isNullable
    ? { ...rest, anyOf: [named, { type: 'null' }] }
    : { ...rest, allOf }
}

/** OpenAPI 3.1, generated from the routes when first asked for. */
export const openApiDocument = (app: App): Document => {
  const made = documents.get(app)
  if (made !== undefined) return made
  const bare = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Aktenlage',
      version: packageVersion(),
      description:
        'Readings and ledger of the archive. Writing, and any interface but loopback, needs a token. Errors are problem+json with a `code`.',
      license: { name: 'Apache-2.0' },
    },
    security: readingSecurity,
  })
  const paths = Object.fromEntries(
    Object.entries(bare.paths ?? {}).map(([path, item]) => [
      path,
      Object.fromEntries(
        operationsOf(item).map(([method, operation]) => [
          method,
          { operationId: operationId(method, path), tags: [path.split('/')[2]!], ...operation },
        ]),
      ),
    ]),
  )
  const document = mended({ ...bare, paths }) as Document
  documents.set(app, document)
  return document
}

/** Path, as a pattern, and method → names of the parameters in the address. */
const parametersOf = (app: App): readonly { pattern: RegExp; method: string; names: readonly string[] }[] =>
  Object.entries(openApiDocument(app).paths ?? {}).flatMap(([path, item]) =>
    operationsOf(item).map(([method, { parameters = [] }]) => ({
      pattern: new RegExp(`^${path.replaceAll(/\{[a-z]+\}/giu, '[^/]+')}$`, 'u'),
      method: method.toUpperCase(),
      names: parameters.filter((one) => one.in === 'query').map((one) => one.name),
    })),
  )

/** Who writes `as_of` for `asOf` would else be told of today, and not know. */
export const onlyKnownParameters = (app: App): MiddlewareHandler<ApiEnvironment> => {
  let known: ReturnType<typeof parametersOf> | null = null
  return async (context, next) => {
    const given = Object.keys(context.req.queries()).filter((name) => name !== 'token')
    if (given.length > 0) {
      known ??= parametersOf(app)
      const { path, method } = context.req
      const wanted = method === 'HEAD' ? 'GET' : method
      const route = known.find((one) => one.method === wanted && one.pattern.test(path))
      const unknown = route === undefined ? undefined : given.find((name) => !route.names.includes(name))
      if (unknown !== undefined)
        throw failure('PARAMETER_UNKNOWN', {
          name: unknown.slice(0, 100),
          known: route!.names.join(', ') || '–',
        })
    }
    await next()
  }
}
