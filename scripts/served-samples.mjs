/** The sample dossier in a new data file, served by the built program: for screenshots and measurements. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../', import.meta.url))
const program = join(root, 'dist/cli/main.js')

/** `ask` gives the JSON at a path; `stop` ends the server and removes the data. Throws where nothing is built. */
export const serveSamples = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'aktenlage-served-'))
  const db = join(folder, 'samples.sqlite')
  const added = spawnSync(process.execPath, [program, 'add', '--db', db, 'samples/reports'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (added.status !== 0) throw new Error('The sample reports could not be read; run `npm run build` first.')
  const server = spawn(process.execPath, [program, 'serve', '--db', db, '--port', '0', '--lang', 'en'])
  const said = await new Promise((resolve, reject) => {
    let text = ''
    server.stdout.on('data', (piece) => {
      text += piece
      if (/http:\S+\n/u.test(text)) resolve(text)
    })
    server.on('exit', () => reject(new Error(`the server ended: ${text}`)))
  })
  const origin = /http:\/\/[^/]+/u.exec(said)[0]
  return {
    origin,
    ask: async (path) => (await fetch(origin + path)).json(),
    stop: () => {
      server.kill()
      rmSync(folder, { recursive: true })
    },
  }
}
