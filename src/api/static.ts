/** The web pages as built by Vite. Every address that is no file is the page: it reads its state from the address. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import type { ApiEnvironment } from './context.ts'

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  txt: 'text/plain; charset=utf-8',
  webmanifest: 'application/manifest+json',
}

interface Asset {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Null where packing gains nothing. */
  readonly gzip: Uint8Array<ArrayBuffer> | null
  readonly type: string
  readonly tag: string
  /** Names with a hash never change their content. */
  readonly lasting: boolean
}

/** All files in memory: some hundred kilobytes, and no path of a request ever touches the disk. */
const loadAssets = (root: string): Map<string, Asset> => {
  const assets = new Map<string, Asset>()
  if (!existsSync(root)) return assets
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const name = path.slice(root.length).replaceAll('\\', '/').replace(/^\/*/u, '/')
    const extension = entry.name.split('.').at(-1)!.toLowerCase()
    const bytes = Uint8Array.from(readFileSync(path))
    const packed = /^(?:html|js|css|json|svg|txt|webmanifest)$/u.test(extension)
      ? Uint8Array.from(gzipSync(bytes, { level: 9 }))
      : null
    assets.set(name, {
      bytes,
      gzip: packed !== null && packed.length < bytes.length ? packed : null,
      type: types[extension] ?? 'application/octet-stream',
      tag: `"${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}"`,
      lasting: /^\/assets\/.*-[\w-]{8,}\.\w+$/u.test(name),
    })
  }
  return assets
}

export const webPages = (root: string): MiddlewareHandler<ApiEnvironment> => {
  const assets = loadAssets(root)
  return async (context, next) => {
    const reading = context.req.method === 'GET' || context.req.method === 'HEAD'
    const { path } = context.req
    const page = /\.[a-z0-9]+$/iu.test(path) ? undefined : assets.get('/index.html')
    const asset = assets.get(path) ?? page
    if (!reading || path.startsWith('/api/') || asset === undefined) return next()
    const headers: Record<string, string> = {
      'content-type': asset.type,
      etag: asset.tag,
      vary: 'Accept-Encoding',
      'cache-control': asset.lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
    }
    if (context.req.header('if-none-match') === asset.tag) return new Response(null, { status: 304, headers })
    const packed = asset.gzip !== null && /\bgzip\b/u.test(context.req.header('accept-encoding') ?? '')
    if (packed) headers['content-encoding'] = 'gzip'
    return new Response(packed ? asset.gzip : asset.bytes, { headers })
  }
}
