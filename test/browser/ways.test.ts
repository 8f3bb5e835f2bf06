/** Small ways that lead on: to a paragraph, a passage, a file, an outlet, another order. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cannotRun, type Served, serveSamples, titleOf } from './served.ts'

interface Row {
  readonly id: string
  readonly title: string
  readonly goods: string[]
  readonly origins: number
}

describe.skipIf(cannotRun !== null)(titleOf('ways on'), () => {
  let served: Served
  let rows: Row[]
  beforeAll(async () => {
    served = await serveSamples()
    rows = (await served.json<{ commitments: Row[] }>('/api/commitments?limit=500')).commitments
  }, 120_000)
  afterAll(() => served?.close())

  it('put the table in another order, and the address says which', async () => {
    const { page } = served
    await served.visit('/vorgaenge')
    const titles = () => page.locator('th[scope="row"] a').allInnerTexts()
    const order = page.locator('.filter-group', { hasText: 'Reihenfolge' })
    await order.getByRole('link', { name: 'Titel' }).click()
    await page.waitForURL(/sort=title/u)
    const sorted = rows.map(({ title }) => title).toSorted((a, b) => a.localeCompare(b, 'de'))
    await expect.poll(titles).toEqual(sorted)
    await order.getByRole('link', { name: 'meiste Ursprünge' }).click()
    const most = Math.max(...rows.map(({ origins }) => origins))
    await expect.poll(() => page.locator('td.proof').first().innerText()).toContain(`${most} Ursprünge`)
    await order.getByRole('link', { name: 'zuletzt bewegt' }).click()
    await page.waitForURL('**/vorgaenge')
  })

  it('choose entries by their goods', async () => {
    const { page } = served
    const tanks = rows.filter(({ goods }) => goods.includes('tanks'))
    expect(tanks.length).toBeGreaterThan(0)
    await served.visit('/vorgaenge')
    await page
      .locator('.filter-group', { hasText: 'Güter' })
      .getByRole('link', { name: 'Kampfpanzer' })
      .click()
    await page.waitForURL(/good=tanks/u)
    await expect.poll(() => page.locator('tbody tr').count()).toBe(tanks.length)
  })

  it('lead back from a filter that nothing fits', async () => {
    const { page } = served
    await served.visit('/vorgaenge?text=Quastenflosser')
    await page.getByText('Kein Vorgang passt dazu.').waitFor()
    await page.getByRole('link', { name: 'Alle zeigen' }).click()
    await expect.poll(() => page.locator('tbody tr').count()).toBe(rows.length)
  })

  it('leave the keyboard at the beginning of the next page', async () => {
    const { page } = served
    await served.visit('/vorgaenge')
    await page.locator('th[scope="row"] a').first().focus()
    await page.keyboard.press('Enter')
    await page.locator('.history').waitFor()
    expect(await page.evaluate('document.activeElement.tagName')).toBe('MAIN')
  })

  it('say what each entry came to, also where no stage is known', async () => {
    const { page } = served
    await served.visit('/vorgaenge')
    await page.locator('tbody tr').first().waitFor()
    const states = await page
      .locator('tbody tr')
      .evaluateAll((all) =>
        all.map((row) => [...row.querySelectorAll('.state')].map((one) => one.textContent).join('')),
      )
    expect(states).toHaveLength(rows.length)
    expect(states.filter((words) => words === '')).toEqual([])
    expect(states.some((words) => /\((?:geplant|möglich)\)/u.test(words))).toBe(true)
  })

  it('show a piece of evidence in its paragraph, with when it was published and captured', async () => {
    const { page } = served
    await served.visit(`/vorgaenge/${rows.find(({ title }) => title.includes('Rohstoff'))!.id}`)
    const evidence = page.locator('.evidence').first()
    await evidence.waitFor()
    expect(await evidence.locator('.source').innerText()).toMatch(/erschienen .* · erfasst \d+\. /u)
    const sentence = (await evidence.locator('blockquote').first().innerText()).replaceAll(/[„“]/gu, '')
    await evidence.getByText('im Zusammenhang').click()
    const paragraph = evidence.locator('.context blockquote')
    await paragraph.waitFor()
    expect(await paragraph.locator('mark').innerText()).toBe(sentence)
    expect((await paragraph.innerText()).length).toBeGreaterThan(sentence.length)
  })

  it('open a hit of the search at the word that was found', async () => {
    const { page } = served
    await served.visit('/suche?q=Verteidigung')
    const word = await page.locator('.list mark').first().innerText()
    await page.locator('.list > li a').first().click()
    await page.waitForURL(/stelle=\d+-\d+/u)
    await expect.poll(() => page.locator('.report-text .here').allInnerTexts()).toEqual([word])
  })

  it('list the reports of which no outlet is known', async () => {
    const { page } = served
    const { sources } = await served.json<{ sources: { publisher: string | null; reports: number }[] }>(
      '/api/sources',
    )
    const unknown = sources.find(({ publisher }) => publisher === null)!
    await served.visit('/quellen')
    await page.getByRole('link', { name: 'Ohne Angabe des Mediums' }).click()
    await page.waitForURL(/medium=none/u)
    await expect.poll(() => page.locator('.list > li').count()).toBe(unknown.reports)
    expect(await page.locator('h1').innerText()).toBe('Berichte: Ohne Angabe des Mediums')
  })

  it('save the captured file of a report', async () => {
    const { page } = served
    const { reports } = await served.json<{ reports: { id: string }[] }>('/api/reports?limit=1')
    await served.visit(`/berichte/${reports[0]!.id}`)
    const saved = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Erfasste Datei herunterladen' }).click()
    expect((await saved).suggestedFilename()).toBe(`${reports[0]!.id}.bin`)
  })

  it('complained about nothing all the while', () => expect(served.complaints).toEqual([]))
})
