import { parse } from 'csv-parse/sync'
import { parseAtomFeed } from 'feedsmith'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportNames } from '../../src/export/names.ts'
import { cannotRun, type Served, serveSamples, titleOf } from './served.ts'

interface Rows {
  readonly total: number
  readonly commitments: readonly {
    readonly id: string
    readonly title: string
    readonly titles: { readonly en?: string }
  }[]
}

const day = '2025-07-03'
let served: Served
let page: Page

/** Addresses in the menu of the page that is open. */
const menu = async (): Promise<URL[]> => {
  await page.locator('.downloads > summary').click()
  const links = await page.locator('.downloads a').all()
  return Promise.all(
    links.map(async (link) => new URL((await link.getAttribute('href')) ?? '', served.origin)),
  )
}
const textOf = async (address: URL): Promise<string> => (await fetch(address)).text()
const feedInHead = async (): Promise<string> =>
  page.evaluate(`document.querySelector('link[type="application/atom+xml"]').href`)
const feedAt = async (address: string) => parseAtomFeed(await textOf(new URL(address)))

describe.skipIf(cannotRun !== null)(titleOf('downloads'), () => {
  beforeAll(async () => {
    served = await serveSamples()
    page = served.page
  })
  afterAll(() => served?.close())

  it('offers every way out, as of the day that the page shows', async () => {
    await served.visit(`/vorgaenge@${day}`)
    const addresses = await menu()
    const formats = addresses.map(({ pathname }) => pathname.split('/').at(-1))
    expect(new Set(formats)).toEqual(new Set(exportNames))
    for (const address of addresses) {
      const answer = await fetch(address)
      expect(answer.status, address.href).toBe(200)
      const isFeed = address.pathname.endsWith('/atom')
      expect(answer.headers.get('content-disposition')?.includes(day), address.href).toBe(!isFeed)
    }
    expect(await page.locator('.downloads').innerText()).toContain('Stand 3. Juli 2025')
  })

  it('saves a file with the entries of that day', async () => {
    const { total } = await served.json<Rows>(`/api/commitments?limit=1&asOf=${day}`)
    const saving = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Vorgänge (CSV)' }).click()
    const download = await saving
    expect(download.suggestedFilename()).toBe(`aktenlage-${day}.csv`)
    expect(parse(await textOf(new URL(download.url())), { columns: true })).toHaveLength(total)
  })

  it('keeps to the filters of the page, with a feed of its own for each', async () => {
    await served.visit('/vorgaenge?kind=delivery&text=Ukraine')
    const { total } = await served.json<Rows>('/api/commitments?kind=delivery&q=ukraine&limit=1')
    const csv = (await menu()).find(({ pathname }) => pathname.endsWith('/csv'))!
    expect(parse(await textOf(csv), { columns: true })).toHaveLength(total)
    const address = await feedInHead()
    const feed = await feedAt(address)
    expect(feed.title).toMatchObject({ value: 'Aktenlage: Lieferung, Ukraine' })
    expect((await feedAt(address)).id, 'the same question has the same feed').toBe(feed.id)
    await page.locator('.filters a', { hasText: 'Lieferung' }).click()
    await expect.poll(feedInHead).not.toContain('kind=')
    expect((await feedAt(await feedInHead())).id).not.toBe(feed.id)
  })

  it('has a feed and files of one entry and of one story, in English too', async () => {
    const [first] = (await served.json<Rows>('/api/commitments?sort=reports&limit=1')).commitments
    const { stories } = await served.json<{ stories: { id: string; title: string }[] }>('/api/stories')
    for (const [path, { id, title }] of [
      ['vorgaenge', { id: first!.id, title: first!.titles.en ?? first!.title }],
      ['verlaeufe', stories.find((one) => one.title.startsWith('Trump'))!],
    ] as const) {
      await served.visit(`/${path}/${id}?lang=en`)
      await page.locator('.downloads').waitFor()
      const feed = await feedAt(await feedInHead())
      expect(feed.id).toBe(`urn:aktenlage:${id}:feed`)
      expect(feed.title).toMatchObject({ value: title })
      expect(feed.entries?.length).toBeGreaterThan(0)
      const dossier = (await menu()).find(({ pathname }) => pathname.endsWith('/markdown'))!
      expect(await textOf(dossier)).toContain(title)
      expect(await page.locator('.downloads').innerText()).toContain('Dossier with footnotes')
    }
    await served.visit('/berichte')
    await page.locator('.list li').first().waitFor()
    expect(await page.locator('link[type="application/atom+xml"]').count(), 'no feed left over').toBe(0)
  })

  it('complained about nothing all the while', () => expect(served.complaints).toEqual([]))
})
