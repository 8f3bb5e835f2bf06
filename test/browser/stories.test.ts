import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cannotRun, type Served, serveSamples, titleOf } from './served.ts'

interface Story {
  readonly id: string
  readonly title: string
  readonly documents: readonly string[]
  readonly origins: number
}
interface StoryPage {
  readonly reports: readonly {
    readonly id: string
    readonly title: string
    readonly origin: { readonly id: string; readonly title: string } | null
    readonly events: readonly { readonly commitment: { readonly title: string } }[]
  }[]
  readonly commitments: readonly { readonly title: string }[]
}

let served: Served
let page: Page
let stories: readonly Story[]
/** A story in which one report copies another. */
let copied: Story
let told: StoryPage

describe.skipIf(cannotRun !== null)(titleOf('stories'), () => {
  beforeAll(async () => {
    served = await serveSamples()
    page = served.page
    stories = (await served.json<{ stories: Story[] }>('/api/stories?limit=500')).stories
    copied = stories.find(({ documents, origins }) => origins < documents.length)!
    told = await served.json<StoryPage>(`/api/stories/${copied.id}`)
  })
  afterAll(() => served?.close())

  it('lists all, with reports and origins, and opens one', async () => {
    await served.visit('/verlaeufe')
    const items = page.locator('.list > li')
    await expect.poll(() => items.count()).toBe(stories.length)
    const item = items.filter({ hasText: copied.title })
    expect(await item.innerText()).toContain(`${copied.documents.length} Berichte, ${copied.origins} Ursp`)
    await item.getByRole('link').click()
    await page.waitForURL(`**/verlaeufe/${copied.id}`)
    await expect.poll(() => page.locator('h1').innerText()).toBe(copied.title)
  })

  it('shows reports under their day, copies with what they copy, and what the ledger rests on each', async () => {
    const items = page.locator('.days > li > ul > li')
    await expect.poll(() => items.count()).toBe(told.reports.length)
    const copies = told.reports.filter((report) => report.origin !== null)
    expect(copies.length).toBeGreaterThan(0)
    for (const copy of copies) {
      const item = items.filter({ has: page.locator(`a[href$="/berichte/${copy.id}"]`) }).first()
      expect(await item.locator('.origin').innerText()).toBe(`Kopie von ${copy.origin!.title}`)
      for (const { commitment } of copy.events)
        expect(await item.locator('.told').innerText()).toContain(commitment.title)
    }
    expect(await page.locator('table.ledger tbody tr').count()).toBe(told.commitments.length)
  })

  it('leads from a passage to its sentence, and from a copy to its origin and back', async () => {
    const copy = told.reports.find((report) => report.origin !== null)!
    await page.locator('.told a').first().click()
    await page.waitForURL(/\/berichte\/r-\w+\?stelle=/u)
    await page.locator('.report-text .here').first().waitFor()
    await served.visit(`/berichte/${copy.id}`)
    await page.locator('.facts a', { hasText: copy.origin!.title }).first().click()
    await page.waitForURL(`**/berichte/${copy.origin!.id}`)
    await expect.poll(() => page.locator('h1').innerText()).toBe(copy.origin!.title)
    const facts = page.locator('.facts')
    expect(await facts.innerText()).toContain('Kopien')
    await facts.locator('a', { hasText: copy.title }).first().click()
    await page.waitForURL(`**/berichte/${copy.id}`)
    await page.locator('.facts').getByRole('link', { name: copied.title }).last().click()
    await page.waitForURL(`**/verlaeufe/${copied.id}`)
  })

  it('speaks English, and says that the headline is German', async () => {
    await served.visit(`/verlaeufe/${copied.id}?lang=en`)
    await page.locator('.origin').first().waitFor()
    expect(await page.locator('.origin').first().innerText()).toMatch(/^Copy of /u)
    expect(await page.locator('h1 [lang]').getAttribute('lang')).toBe('de')
    await page.getByRole('link', { name: 'Stories' }).click()
    await expect.poll(() => page.locator('main').innerText()).toContain(`${stories.length} stories`)
  })

  it('knows only what was known on the day', async () => {
    const early = await served.json<{ total: number }>('/api/stories?asOf=2023-06-30')
    expect(early.total).toBeLessThan(stories.length)
    await served.visit('/verlaeufe@2023-06-30')
    await expect.poll(() => page.locator('.list > li').count()).toBe(early.total)
    await served.visit('/verlaeufe@2000-01-01')
    await expect.poll(() => page.locator('main').innerText()).toContain('Noch kein Verlauf')
  })

  it('complained about nothing all the while', () => expect(served.complaints).toEqual([]))
})
