/** Listens. */
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { failure } from '../core/errors.ts'
import { type AppOptions, createApp } from './app.ts'

export interface ServerOptions extends AppOptions {
  /** Tried one after the other; 0 is any free one. */
  readonly ports: readonly number[]
}

export interface RunningServer {
  /** `http://127.0.0.1:4321/` */
  readonly address: string
  close(): Promise<void>
}

const listenOn = (
  server: ReturnType<typeof createAdaptorServer>,
  port: number,
  host: string,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const failed = (error: Error): void => reject(error)
    server.once('error', failed)
    server.listen(port, host, () => {
      server.off('error', failed)
      resolve()
    })
  })

/** Serves on the first port that is free. */
export const startServer = async (options: ServerOptions): Promise<RunningServer> => {
  const server = createAdaptorServer({ fetch: createApp(options).fetch })
  const { host, ports } = options
  for (const [i, port] of ports.entries()) {
    try {
      await listenOn(server, port, host)
      break
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code !== 'EADDRINUSE' && code !== 'EACCES') throw failure('HOST_UNKNOWN', { host }, error)
      if (i === ports.length - 1) throw failure('PORT_TAKEN', { port, host }, error)
    }
  }
  const { port } = server.address() as AddressInfo
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        // Streams of changes stay open for ever.
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}
