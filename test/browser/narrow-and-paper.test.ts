import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cannotRun, type Served, serveSamples, titleOf } from './served.ts'

let served: Served
let page: Page
/** An entry that is contradicted: the longest way down its page. */
let entry: string

const isSeen = (selector: string) => page.locator(selector).first().isVisible()

describe.skipIf(cannotRun !== null)(titleOf('a phone and paper'), () => {
  beforeAll(async () => {
    served = await serveSamples()
    page = served.page
    const { contradictions } = await served.json<{ contradictions: { commitment: string }[] }>(
      '/api/contradictions',
    )
    entry = `/vorgaenge/${contradictions[0]!.commitment}`
  })
  afterAll(() => served?.close())

  describe('on a phone', () => {
    it('folds places and day to buttons', async () => {
      await page.setViewportSize({ width: 390, height: 844 })
      await served.visit('/vorgaenge')
      await page.locator('tbody tr').first().waitFor()
      expect([
        await isSeen('header nav'),
        await isSeen('.as-of'),
        await isSeen('.folded .filter-group'),
      ]).toEqual([false, false, false])
      expect(await isSeen('.banner')).toBe(true)
      await page.getByRole('button', { name: 'Menü' }).click()
      await page.getByRole('link', { name: 'Berichte', exact: true }).click()
      await page.waitForURL('**/berichte')
      await expect.poll(() => isSeen('header nav'), { message: 'closed on the next page' }).toBe(false)
    })

    it('opens the day, and says which one it is', async () => {
      await served.visit('/vorgaenge')
      await page.getByRole('button', { name: 'Stand heute' }).click()
      await page.locator('.as-of input[type="date"]').fill('2025-07-03')
      await page.waitForURL('**/vorgaenge@2025-07-03')
      expect(await page.getByRole('button', { name: 'Stand 3. Juli 2025' }).count()).toBe(1)
    })

    it('makes rows cards: nothing is cut off, the state stands in words', async () => {
      await served.visit('/vorgaenge@2025-07-05')
      const rows = page.locator('tbody tr')
      await rows.first().waitFor()
      const cut = await page.evaluate<string[]>(`[...document.querySelectorAll('tbody th, tbody td')]
        .filter((cell) => cell.getBoundingClientRect().right > innerWidth || cell.scrollWidth > cell.clientWidth + 1)
        .map((cell) => cell.innerText)`)
      expect(cut).toEqual([])
      expect(await rows.filter({ hasText: 'pausiert' }).count()).toBeGreaterThan(0)
      expect(await rows.first().locator('.state-words').innerText()).toMatch(/\p{L}{4,}/u)
    })
  })

  it('prints a dossier: black on white, every passage with its source, nothing to click', async () => {
    await page.setViewportSize({ width: 1200, height: 900 })
    await served.visit(`${entry}@2025-07-14`)
    await page.locator('.history li').first().waitFor()
    const passages = await page.locator('.history .evidence').count()
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    const seen = await page.locator('.history .evidence').filter({ visible: true }).count()
    expect(seen, 'folded passages too').toBe(passages)
    for (const tool of ['header nav', '.as-of', '.downloads', '.editing', 'footer', 'header form', '.fold'])
      expect(await isSeen(tool), tool).toBe(false)
    expect(await isSeen('.banner')).toBe(true)
    expect(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')).toBe(
      'rgb(255, 255, 255)',
    )
    expect(await page.evaluate('getComputedStyle(document.querySelector("h1")).color')).toBe('rgb(0, 0, 0)')
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    await page.emulateMedia({ media: null, colorScheme: null })
  })

  it('complained about nothing all the while', () => expect(served.complaints).toEqual([]))
})
