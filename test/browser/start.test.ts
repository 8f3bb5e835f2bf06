/** The start page: what changed since the last visit, what is contradicted, what waits. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cannotRun, type Served, serveSamples, titleOf } from './served.ts'

interface Rows {
  readonly total: number
  readonly commitments: { readonly id: string; readonly title: string }[]
}

describe.skipIf(cannotRun !== null)(titleOf('the start page'), () => {
  let served: Served
  beforeAll(async () => {
    served = await serveSamples()
  }, 120_000)
  afterAll(() => served?.close())

  const stored = () =>
    served.page.evaluate<unknown>("JSON.parse(localStorage.getItem('aktenlage.visits') ?? 'null')")

  it('says on the first visit what the next will find here', async () => {
    await served.visit('/')
    await served.page.getByText('Beim nächsten Besuch steht hier').waitFor()
    await expect.poll(stored).toMatchObject({ before: null })
  })

  it('names the steps that came since the last visit, and keeps them when the page is loaded anew', async () => {
    const { page } = served
    const { commitments } = await served.json<Rows>('/api/commitments?limit=500')
    const [fresh, moved] = commitments
    await served.visit('/')
    await page.locator('main h2').first().waitFor()
    // A visit of long ago, which knew neither the first entry nor any step of the second.
    await page.evaluate(`{
      const visits = JSON.parse(localStorage.getItem('aktenlage.visits'))
      delete visits.current.seen['${fresh!.id}']
      visits.current.seen['${moved!.id}'] = []
      visits.current.at = Date.parse('2025-07-10T12:00:00Z')
      localStorage.setItem('aktenlage.visits', JSON.stringify(visits))
    }`)
    for (let loads = 0; loads < 2; loads++) {
      await served.visit('/')
      const news = page.locator('section', { hasText: 'Neu seit dem letzten Besuch (10. Juli 2025)' })
      await news.waitFor()
      const titles = await news.locator('li > .apart a').allInnerTexts()
      expect(titles.toSorted()).toEqual([fresh!.title, moved!.title].toSorted())
      expect(await news.locator('.told li').count()).toBeGreaterThan(1)
    }
  })

  it('leads to what is contradicted and to what waits for review', async () => {
    const { page } = served
    await served.visit('/')
    const box = page.locator('section', { hasText: 'Widersprüche' })
    await box.waitFor()
    expect(await box.innerText()).toMatch(/Wer es war: Elbridge Colby \/ Pete Hegseth/u)
    await box.getByRole('link').first().click()
    await page.locator('.contradiction').waitFor()
    await served.visit('/')
    await page.locator('section', { hasText: 'Zu prüfen' }).getByRole('link').click()
    await page.waitForURL('**/pruefen')
  })

  it('says that there was nothing by a day long ago', async () => {
    await served.visit('/@1990-01-01')
    await served.page.getByText('Bis zu diesem Tag kein Bericht.').waitFor()
    expect(
      await served.page.locator('main').innerText(),
      'reports are there, only not by then',
    ).not.toContain('aktenlage add')
  })

  it('complained about nothing all the while', () => expect(served.complaints).toEqual([]))
})
