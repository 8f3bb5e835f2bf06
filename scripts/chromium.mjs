/** Which Chromium drives the pages, and how it is started: for the browser tests, screenshots and measurements. */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome']

/** Its path, or null. AKTENLAGE_CHROMIUM names one; empty says that somebody has looked and there is none. */
export const findChromium = () => {
  const given = process.env.AKTENLAGE_CHROMIUM
  if (given !== undefined) return given !== '' && existsSync(given) ? given : null
  for (const folder of (process.env.PATH ?? '').split(delimiter))
    for (const name of names) if (existsSync(join(folder, name))) return join(folder, name)
  return null
}

export const launchChromium = (executablePath = findChromium()) => {
  if (executablePath === null)
    throw new Error('No Chromium found; install it (apt-get install chromium) or set AKTENLAGE_CHROMIUM.')
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
    ],
  })
}
