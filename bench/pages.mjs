/**
 * `npm run bench:pages [-- --times 9]`: how soon the pages stand in Chromium, with an empty cache each time, on the
 * sample dossier. First paint and largest paint as the browser reports them, `ready` when the content stands, script
 * and all bytes as they came over the wire; then interactions: from the key or click to the next paint, and to the
 * new content. Medians, milliseconds and kilobytes. Needs a build.
 */
import { parseArgs } from 'node:util'
import { launchChromium } from '../scripts/chromium.mjs'
import { serveSamples } from '../scripts/served-samples.mjs'

const { values } = parseArgs({ options: { times: { type: 'string', default: '9' } } })
const times = Number(values.times)
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]
const round = (value) => Math.round(value * 10) / 10

const { origin, ask, stop } = await serveSamples()
const { contradictions } = await ask('/api/contradictions')
const { report, start, end } = contradictions[0].claims[0]
const pages = {
  start: ['/', '.list li'],
  ledger: ['/vorgaenge', 'tbody tr'],
  'time line': ['/vorgaenge?ansicht=zeit', 'li.lane rect'],
  entry: [`/vorgaenge/${contradictions[0].commitment}`, '.history li'],
  report: [`/berichte/${report}?stelle=${start}-${end}`, '.report-text .here'],
}
const rowCount = "document.querySelectorAll('tbody tr').length"
const interactions = {
  filter: ['/vorgaenge', '.filters a:has-text("agreement")', rowCount],
  'earlier day': ['/vorgaenge', '.as-of button', "document.querySelector('.banner').innerText"],
  'open an entry': ['/vorgaenge', 'tbody th a', "document.querySelector('h1')?.innerText"],
  'hide a layer': [
    pages.report[0],
    '.layers input',
    "document.querySelectorAll('.report-text .said').length",
  ],
}

const browser = await launchChromium()
/** A page with nothing cached. */
const fresh = async (use) => {
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1200, height: 900 },
    // Waiting for an expression is evaluating one.
    bypassCSP: true,
  })
  try {
    return await use(await context.newPage())
  } finally {
    await context.close()
  }
}

const measurePage = ([path, marker]) =>
  fresh(async (page) => {
    await page.addInitScript(`
      window.seen = {}
      new PerformanceObserver((list) => { seen.largest = list.getEntries().at(-1).startTime })
        .observe({ type: 'largest-contentful-paint', buffered: true })
      const look = () => {
        if (document.querySelector(${JSON.stringify(marker)})) seen.ready = performance.now()
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    `)
    await page.goto(origin + path)
    await page.waitForFunction('window.seen.ready')
    await page.waitForLoadState('networkidle')
    return page.evaluate(`(() => {
      const resources = performance.getEntriesByType('resource')
      const sum = (list) => list.reduce((bytes, one) => bytes + one.transferSize, 0) / 1000
      return {
        first: performance.getEntriesByName('first-contentful-paint')[0].startTime,
        largest: seen.largest, ready: seen.ready,
        script: sum(resources.filter((one) => one.name.endsWith('.js'))), all: sum(resources),
      }
    })()`)
  })

const measureInteraction = ([path, target, state]) =>
  fresh(async (page) => {
    await page.goto(origin + path)
    await page.locator(target).first().waitFor()
    await page.waitForLoadState('networkidle')
    await page.evaluate(`(() => {
      const before = ${state}
      window.seen = {}
      addEventListener('click', () => {
        const at = performance.now()
        requestAnimationFrame(() => setTimeout(() => { seen.paint = performance.now() - at }))
        const look = () => {
          if (${state} !== before) setTimeout(() => { seen.changed = performance.now() - at })
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }, { capture: true, once: true })
    })()`)
    await page.locator(target).first().click()
    await page.waitForFunction('window.seen.paint && window.seen.changed')
    return page.evaluate('window.seen')
  })

const repeated = async (measure, what) => {
  const runs = []
  for (let i = 0; i <= times; i++) runs.push(await measure(what))
  // The first warms the server.
  const [, ...counted] = runs
  return Object.fromEntries(
    Object.keys(counted[0]).map((key) => [key, round(median(counted.map((run) => run[key])))]),
  )
}

try {
  const table = async (measure, list) => {
    const rows = {}
    for (const [name, what] of Object.entries(list)) rows[name] = await repeated(measure, what)
    console.table(rows)
  }
  await table(measurePage, pages)
  await table(measureInteraction, interactions)
} finally {
  await browser.close()
  stop()
}
