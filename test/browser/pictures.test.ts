import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cannotRun, type Served, serveSamples, titleOf } from './served.ts'

interface Row {
  readonly id: string
  readonly title: string
  readonly suspension: string
  readonly history: readonly {
    readonly date: { readonly edtf: string } | null
    readonly factuality: string
  }[]
}

const pauseDay = '2025-07-03'
let served: Served
let page: Page
const scripts: string[] = []

const rowsAt = async (day: string): Promise<Row[]> =>
  (await served.json<{ commitments: Row[] }>(`/api/commitments?limit=500&asOf=${day}`)).commitments

describe.skipIf(cannotRun !== null)(titleOf('pictures'), () => {
  beforeAll(async () => {
    served = await serveSamples()
    page = served.page
    page.on('request', (request) => {
      if (request.url().endsWith('.js')) scripts.push(new URL(request.url()).pathname)
    })
  })
  afterAll(() => served?.close())

  it('loads its script only when a picture is shown', async () => {
    await served.visit('/vorgaenge')
    await page.locator('table.ledger tbody tr').first().waitFor()
    expect(scripts.filter((path) => /lanes|matrix|axis/u.test(path))).toEqual([])
    await page.getByRole('link', { name: 'Zeitleiste' }).click()
    await page.locator('.lanes li.lane').first().waitFor()
    expect(scripts.some((path) => path.includes('lanes'))).toBe(true)
  })

  describe('time line', () => {
    it('has a lane for each commitment of which any day is known', async () => {
      const rows = await rowsAt(pauseDay)
      const dated = rows.filter((row) =>
        row.history.some((step) => step.date !== null && step.factuality !== 'denied'),
      )
      expect(dated.length).toBeGreaterThan(10)
      await served.visit(`/vorgaenge@${pauseDay}?ansicht=zeit`)
      await expect.poll(() => page.locator('li.lane').count()).toBe(dated.length)
    })

    it('hatches what is paused, tells it in words, and has it in its table', async () => {
      const paused = (await rowsAt(pauseDay)).filter((row) => row.suspension === 'paused')
      expect(paused.length).toBeGreaterThan(0)
      for (const { id } of paused) {
        const lane = page.locator('li.lane', { has: page.locator(`a[href*="${id}"]`) })
        expect(await lane.locator('svg').getAttribute('aria-label')).toContain('pausiert')
        const fill = await page.evaluate<string>(
          `getComputedStyle(document.querySelector('li.lane:has(a[href*="${id}"]) .paused rect')).fill`,
        )
        expect(fill).toContain('#hatch')
      }
      await page.getByText('Als Tabelle').click()
      for (const { title } of paused)
        expect(
          await page.locator('figure tbody', { hasText: title }).filter({ hasText: 'pausiert' }).count(),
        ).toBeGreaterThan(0)
    })

    it('is walked with the keyboard and opens an entry with Enter', async () => {
      const links = page.locator('li.lane > a')
      await links.first().focus()
      await page.keyboard.press('Tab')
      const title = await links.nth(1).innerText()
      expect(await page.evaluate('document.activeElement.innerText')).toBe(title)
      await page.keyboard.press('Enter')
      await expect.poll(() => page.locator('h1').innerText()).toBe(title)
    })

    it('draws the stages of one commitment, with its reports as ticks', async () => {
      const { commitments } = await served.json<{ commitments: (Row & { reports: number })[] }>(
        '/api/commitments?sort=reports',
      )
      await served.visit(`/vorgaenge/${commitments[0]!.id}`)
      const strip = page.locator('figure.strip')
      await strip.locator('rect').first().waitFor()
      expect(await strip.locator('.tick').count()).toBeGreaterThan(1)
      expect(await strip.getByRole('img').getAttribute('aria-label')).toMatch(/\d{4}/u)
    })

    it('is printed without what only works on a screen, with its table', async () => {
      await served.visit(`/vorgaenge@${pauseDay}?ansicht=zeit`)
      await page.locator('li.lane').first().waitFor()
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator('li.lane svg').first().isVisible()).toBe(true)
      expect(await page.locator('figure table').isVisible()).toBe(true)
      for (const tool of ['header nav', '.as-of', '.filters'])
        expect(await page.locator(tool).first().isVisible(), tool).toBe(false)
      await page.emulateMedia({ media: null })
    })
  })

  it('counts every report once in the picture of days', async () => {
    const { days, undated } = await served.json<{
      days: { day: string; reports: number }[]
      undated: number
    }>('/api/report-days')
    const { total } = await served.json<{ total: number }>('/api/reports?limit=1')
    expect(days.reduce((sum, { reports }) => sum + reports, undated)).toBe(total)
    await served.visit('/berichte?lang=en')
    const figure = page.locator('figure.picture')
    await figure.locator('rect').first().waitFor()
    expect(await figure.innerText()).toContain(`${undated} reports of no certain day`)
    const counts = await figure.locator('rect title').allTextContents()
    const drawn = counts.map((text) => Number(/: (\d+)$/u.exec(text)?.[1]))
    expect(drawn.reduce((a, b) => a + b, 0)).toBe(total - undated)
    await figure.getByText('As a table').click()
    expect(await figure.locator('tbody tr').count()).toBe(days.length)
  })

  it('leads from a square of the matrix to the entries that it counts', async () => {
    const { pairs } = await served.json<{
      pairs: { provider: string; recipient: string; commitments: number }[]
    }>('/api/parties')
    const [most] = pairs
    await served.visit('/vorgaenge?ansicht=parteien')
    const cell = page.locator(`.matrix a[href*="provider=${most!.provider}&recipient=${most!.recipient}"]`)
    expect(await cell.innerText()).toBe(String(most!.commitments))
    await cell.click()
    await expect.poll(() => page.locator('table.ledger tbody tr').count()).toBe(most!.commitments)
    await page.locator('.filters a[aria-current]', { hasText: 'Wer:' }).click()
    await page.locator('.filters a[aria-current]', { hasText: 'Für wen:' }).click()
    const { total } = await served.json<{ total: number }>('/api/commitments?limit=1')
    await expect.poll(() => page.locator('table.ledger tbody tr').count()).toBe(total)
  })

  it('complained about nothing all the while', () => expect(served.complaints).toEqual([]))
})
