import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cannotRun, type Served, serveSamples, titleOf } from './served.ts'

/** WCAG 2.2 A and AA, and what axe calls good practice. */
const violationsOf = (page: Page): Promise<string[]> =>
  page.evaluate(`(async () => {
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
    })
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ': ' + node.html.slice(0, 200)))
  })()`)

/** `/pruefen#token=x` → `/pruefen?lang=en#token=x` */
const inLanguage = (path: string, language: string): string => {
  const url = new URL(path, 'http://here')
  url.searchParams.set('lang', language)
  return url.pathname + url.search + url.hash
}

const settled = () =>
  expect.poll(() => page.locator('main [role="status"]', { hasText: '…' }).count()).toBe(0)

let served: Served
let page: Page
let entry: string
let report: string
let story: string

describe.skipIf(cannotRun !== null)(titleOf('accessibility'), () => {
  beforeAll(async () => {
    served = await serveSamples()
    const { contradictions } = await served.json<{
      contradictions: { commitment: string; claims: { report: string; start: number; end: number }[] }[]
    }>('/api/contradictions')
    const [claim] = contradictions[0]!.claims
    entry = `/vorgaenge/${contradictions[0]!.commitment}`
    report = `/berichte/${claim!.report}?stelle=${claim!.start}-${claim!.end}`
    const { stories } = await served.json<{ stories: { id: string; documents: string[] }[] }>('/api/stories')
    story = `/verlaeufe/${stories.find(({ documents }) => documents.length > 1)!.id}`
    page = served.page
    await page.addInitScript({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') })
  })
  afterAll(() => served?.close())

  it.each([
    ['start', () => '/'],
    ['ledger', () => '/vorgaenge'],
    ['ledger as of a day', () => '/vorgaenge@2025-07-03'],
    ['ledger as a time line', () => '/vorgaenge?ansicht=zeit'],
    ['ledger by party', () => '/vorgaenge?ansicht=parteien'],
    ['entry', () => entry],
    ['reports', () => '/berichte'],
    ['report', () => report],
    ['stories', () => '/verlaeufe'],
    ['story', () => story],
    ['contradictions', () => '/widersprueche'],
    ['compare', () => '/vergleich?von=2025-06-30&bis=2025-07-03'],
    ['search', () => '/suche?q=Verteidigung'],
    ['sources', () => '/quellen'],
    ['review', () => `/pruefen#token=${served.token}`],
    ['no such page', () => '/gibt-es-nicht'],
  ])(
    '%s: nothing for axe-core to find, light and dark, wide and narrow, German and English',
    async (_, path) => {
      // Colours do not depend on the width, nor does what stands where depend on colours or language.
      for (const [language, colorScheme, width] of [
        ['de', 'light', 1200],
        ['en', 'dark', 390],
      ] as const) {
        await page.emulateMedia({ colorScheme })
        await page.setViewportSize({ width, height: 900 })
        await served.visit(inLanguage(path(), language))
        await page.locator('main h1, main [role="alert"]').first().waitFor()
        await settled()
        expect(await page.locator('html').getAttribute('lang')).toBe(language)
        for (const menu of await page.locator('.downloads > summary').all()) await menu.click()
        expect(await violationsOf(page), `${colorScheme}, ${width} wide`).toEqual([])
        const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
        expect(overflow, `${width} wide: nothing sticks out sideways`).toBeLessThanOrEqual(0)
      }
    },
  )

  it.each([
    ['correcting', () => '/pruefen', 'button:has(kbd:text-is("e"))'],
    ['merging', () => '/pruefen', 'button:has(kbd:text-is("m"))'],
    ['splitting', () => '/pruefen', 'button:has(kbd:text-is("t"))'],
    ['help', () => '/pruefen', 'button:has(kbd:text-is("?"))'],
    ['an entry by hand', () => entry, '.editing > summary'],
    ['a report by hand', () => report, '.editing > summary'],
  ])('%s: axe-core finds nothing in the form either', async (_, path, opener) => {
    for (const language of ['de', 'en']) {
      await served.visit(inLanguage(`${path()}#token=${served.token}`, language))
      // The token stays in this tab; a page that was open already did not take it again.
      await page.reload()
      await page.locator(opener).click()
      await page.locator('form.decision, .keys + p').first().waitFor()
      await settled()
      expect(await violationsOf(page), language).toEqual([])
      await page.setViewportSize({ width: 390, height: 900 })
      const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
      expect(overflow, `${language}: nothing sticks out sideways on a phone`).toBeLessThanOrEqual(0)
      await page.setViewportSize({ width: 1200, height: 900 })
    }
  })

  it('is reached from the keyboard: skip link, then everything in the order it is read', async () => {
    await served.visit('/vorgaenge')
    await page.locator('tbody tr').first().waitFor()
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement?.className')).toBe('skip')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement?.id')).toBe('inhalt')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.closest("main") !== null')).toBe(true)
  })
})
