/**
 * `npm run screenshots`: every page of the sample dossier, German and English, wide and phone, light and dark, into
 * `screenshots/`. Needs a build (`npm run build`) and Chromium. Words as arguments choose the pages.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { launchChromium } from './chromium.mjs'
import { root, serveSamples } from './served-samples.mjs'

const target = join(root, 'screenshots')
const { origin, ask, stop } = await serveSamples()

const { contradictions } = await ask('/api/contradictions')
const { commitments } = await ask('/api/commitments?suspension=paused&asOf=2025-07-03')
const { stories } = await ask('/api/stories')
const [claim] = contradictions[0].claims
const pages = Object.entries({
  start: '/',
  ledger: '/vorgaenge',
  'ledger-as-of': '/vorgaenge@2025-07-03',
  lanes: '/vorgaenge@2025-07-03?ansicht=zeit',
  parties: '/vorgaenge?ansicht=parteien',
  paused: `/vorgaenge/${commitments[0].id}@2025-07-03`,
  entry: `/vorgaenge/${contradictions[0].commitment}`,
  reports: '/berichte',
  report: `/berichte/${claim.report}?stelle=${claim.start}-${claim.end}`,
  stories: '/verlaeufe',
  story: `/verlaeufe/${stories.find((one) => one.origins < one.documents.length).id}`,
  contradictions: '/widersprueche',
  compare: '/vergleich?von=2025-06-30&bis=2025-07-09',
  search: '/suche?q=Verteidigung',
  sources: '/quellen',
  review: '/pruefen',
}).filter(([name]) => process.argv.length < 3 || process.argv.includes(name))

mkdirSync(target, { recursive: true })
const browser = await launchChromium()
try {
  for (const locale of ['de-DE', 'en-GB']) {
    const page = await browser.newPage({ locale, reducedMotion: 'reduce' })
    for (const [name, path] of pages) {
      await page.goto(origin + path)
      await page.locator('main h1').first().waitFor()
      await page.waitForLoadState('networkidle')
      for (const [size, width] of [
        ['wide', 1200],
        ['phone', 390],
      ]) {
        await page.setViewportSize({ width, height: 900 })
        for (const colorScheme of ['light', 'dark']) {
          await page.emulateMedia({ colorScheme })
          const file = `${name}-${locale.slice(0, 2)}-${size}-${colorScheme}.png`
          await page.screenshot({ path: join(target, file), fullPage: true })
        }
      }
    }
    await page.close()
  }
} finally {
  await browser.close()
  stop()
}
console.log(`${pages.length * 8} screenshots in ${target}`)
