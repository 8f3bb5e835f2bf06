import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 as Ajv } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openArchive } from '../run/archive.ts'
import { createApp } from './app.ts'
import { openApiDocument } from './openapi.ts'

const folder = mkdtempSync(join(tmpdir(), 'aktenlage-openapi-'))
const now = () => '2026-01-02T03:04:05.000Z'
const archive = openArchive({ file: join(folder, 'openapi.sqlite'), now })
const app = createApp({
  archive,
  now,
  host: '127.0.0.1',
  webRoot: join(folder, 'web'),
  sessionToken: 'session',
  limits: { perSecond: 1e6, burst: 1e6 },
})
afterAll(async () => {
  await archive.close()
  rmSync(folder, { recursive: true })
})

interface Parameter {
  readonly in: string
  readonly name: string
  readonly required?: boolean
  readonly schema: { readonly enum?: readonly string[]; readonly maximum?: number; readonly example?: string }
}
interface Operation {
  readonly operationId: string
  readonly parameters?: readonly Parameter[]
  readonly responses: Readonly<Record<string, unknown>>
}
const paths = openApiDocument(app).paths as unknown as Record<string, Record<string, Operation>>
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)
const reading = operations.filter(({ method }) => method === 'get')

const wanted = ({ parameters = [] }: Operation): [string, string][] =>
  parameters
    .filter((one) => one.in === 'query' && one.required)
    .map(({ name, schema }): [string, string] => [name, schema.example ?? 'Waffen'])

describe('the description', () => {
  it('is valid OpenAPI 3.1', async () => {
    const response = await app.request('http://127.0.0.1/openapi.json')
    const validator = new Validator()
    const { valid, errors } = await validator.validate((await response.json()) as Record<string, unknown>)
    expect([errors, valid, validator.version]).toEqual([undefined, true, '3.1'])
  })

  it('has every route that is registered, each under a name of its own', () => {
    const registered = new Set(
      app.routes
        .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
        .map(({ method, path }) => `${method.toLowerCase()} ${path.replaceAll(/:(\w+)/gu, '{$1}')}`),
    )
    expect(new Set(operations.map(({ method, path }) => `${method} ${path}`))).toEqual(registered)
    const names = operations.map(({ operation }) => operation.operationId)
    expect(new Set(names).size).toBe(names.length)
    expect(names).toContain('getReportsIdVersions')
  })
})

describe('what is answered', () => {
  beforeAll(async () => {
    const added = await app.request('http://127.0.0.1/api/reports', {
      method: 'POST',
      headers: { authorization: 'Bearer session', 'content-type': 'application/json' },
      body: JSON.stringify({
        reports: [
          {
            id: 'eins',
            url: 'https://blatt.example/eins',
            title: 'Panzer für Kiew',
            body: 'Deutschland hat der Ukraine am 3. März 2025 Panzer im Wert von 300 Millionen Euro zugesagt.',
            published: '2025-03-04',
          },
          { id: 'zwei', body: 'Die USA lieferten der Ukraine Munition, sagte Weber.' },
        ],
      }),
    })
    expect(added.status).toBe(200)
  })

  const ajv = new Ajv({ strict: false, allErrors: true })
  const { components } = openApiDocument(app)
  const answers = reading.filter(({ operation }) => {
    const good = operation.responses['200'] as { readonly content?: object }
    return Object.keys(good.content ?? {})[0] === 'application/json'
  })

  it.each(answers.map(({ path }) => path))('at %s is as described', async (path) => {
    const { operation } = reading.find((one) => one.path === path)!
    const firstId = async (list: string, key: string): Promise<string> => {
      const response = await app.request(`http://127.0.0.1${list}`)
      return ((await response.json()) as Record<string, { id: string }[]>)[key]![0]!.id
    }
    const kind = path.split('/')[2]!
    const id = path.includes('{id}') ? await firstId(`/api/${kind}`, kind) : ''
    const address = `${path.replace('{id}', id)}?${new URLSearchParams(wanted(operation))}`
    const response = await app.request(`http://127.0.0.1${address}`)
    const body = await response.json()
    expect(response.status, JSON.stringify(body)).toBe(200)
    const { schema } = (operation.responses['200'] as { content: Record<string, { schema: object }> })
      .content['application/json']!
    const validate = ajv.compile({ ...schema, components })
    expect(validate(body) ? [] : validate.errors!.slice(0, 3)).toEqual([])
  })
})

/** A path with something that is not there in the place of each parameter; a format has to be one. */
const filled = (path: string): string =>
  path.replace('{format}', 'csv').replaceAll(/\{\w+\}/gu, 'c-000000000000')
/** What is wrong with a request, and what is asked then. */
const faults = reading.flatMap(({ path, operation }) => {
  const { parameters = [] } = operation
  const query = parameters.filter((one) => one.in === 'query')
  const asking = (name: string, value: string): string =>
    `${filled(path)}?${new URLSearchParams([...wanted(operation).filter(([one]) => one !== name), [name, value]])}`
  return [
    ...(path.includes('{id}') ? [[filled(path), 404, 'NOT_FOUND'] as const] : []),
    [asking('as_of', '2025-07-03'), 400, 'PARAMETER_UNKNOWN'] as const,
    ...query.flatMap(({ name, schema, required }) => [
      ...(schema.enum === undefined ? [] : [[asking(name, 'x'), 400, 'REQUEST_INVALID'] as const]),
      ...(schema.maximum === undefined ? [] : [[asking(name, '0'), 400, 'REQUEST_INVALID'] as const]),
      ...(schema.example === undefined
        ? []
        : [[asking(name, '2025-02-31'), 400, 'REQUEST_INVALID'] as const]),
      ...(name === 'cursor' ? [[asking(name, 'gone'), 400, 'REQUEST_INVALID'] as const] : []),
      ...(required ? [[asking(name, ''), 400, 'REQUEST_INVALID'] as const] : []),
    ]),
  ]
})

describe('every failing path is a problem with a code', () => {
  it('is tried in more than one way for each route', () => expect(faults.length).toBeGreaterThan(80))

  it.each(faults)('GET %s is %i %s', async (address, status, code) => {
    const response = await app.request(`http://127.0.0.1${address}`)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect([response.status, await response.json()]).toMatchObject([status, { status, code }])
    const described = reading.find(({ path }) => filled(path) === address.split('?')[0])
    expect(Object.keys(described!.operation.responses)).toContain(String(status))
  })

  it.each(operations.filter(({ method }) => method === 'post').map(({ path }) => path))(
    'POST %s without a token, without a body, with another body',
    async (path) => {
      const send = async (init: RequestInit) => {
        const response = await app.request(`http://127.0.0.1${path}`, { method: 'POST', ...init })
        expect(response.headers.get('content-type')).toBe('application/problem+json')
        return [response.status, ((await response.json()) as { code: string }).code]
      }
      const headers = { authorization: 'Bearer session', 'content-type': 'application/json' }
      expect(await send({ body: '{}' })).toEqual([401, 'TOKEN_MISSING'])
      expect(await send({ headers, body: '{' })).toEqual([400, 'REQUEST_INVALID'])
      expect(await send({ headers, body: '[1]' })).toEqual([400, 'REQUEST_INVALID'])
      expect(await send({ headers: { authorization: 'Bearer session' } })).toEqual([400, 'REQUEST_INVALID'])
    },
  )

  it('an unknown parameter is told with those that there are, in the language asked for', async () => {
    const headers = { 'accept-language': 'de' }
    const response = await app.request('http://127.0.0.1/api/days?asOf=2025-07-03', { headers })
    expect(await response.json()).toMatchObject({
      detail: 'Den Parameter asOf gibt es hier nicht. Es gibt: clock.',
    })
  })
})
