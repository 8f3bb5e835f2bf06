import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { parseAtomFeed } from 'feedsmith'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cannotRun, type Served, serveToOthers, titleOf } from './served.ts'

let served: Served
let page: Page

describe.skipIf(cannotRun !== null)(titleOf('served beyond this machine'), () => {
  beforeAll(async () => {
    served = await serveToOthers()
    page = served.page
  })
  afterAll(() => served?.close())

  it('asks for the token, says where one with a wrong one stands, and shows the page with the right one', async () => {
    await served.visit('/vorgaenge')
    const form = page.locator('main form.token')
    await form.getByText('Außerhalb dieses Rechners').waitFor()
    await form.locator('input').fill('akt_wrong')
    await form.getByRole('button').click()
    await page.locator('main [role="alert"]', { hasText: 'unbekannt' }).waitFor()
    await form.locator('input').fill(served.token)
    await form.getByRole('button').click()
    await page.locator('table.ledger tbody tr').first().waitFor()
    expect(await form.count()).toBe(0)
    expect(page.url(), 'no secret in the address').not.toContain(served.token)
  })

  it('saves a file of the menu, which a plain link may not', async () => {
    const { total } = await served.json<{ total: number }>('/api/commitments?limit=1&asOf=2025-07-03')
    await served.visit('/vorgaenge@2025-07-03')
    await page.locator('.downloads > summary').click()
    const link = page.getByRole('link', { name: 'Vorgänge (CSV)' })
    const address = new URL((await link.getAttribute('href'))!, served.origin)
    expect((await fetch(address)).status).toBe(401)
    const saving = page.waitForEvent('download')
    await link.click()
    const download = await saving
    expect(download.suggestedFilename()).toBe('aktenlage-2025-07-03.csv')
    expect(parse(readFileSync(await download.path(), 'utf8'), { columns: true })).toHaveLength(total)
    expect(address.href).not.toContain(served.token)
  })

  it('says which token the address of the feed wants, and that is enough', async () => {
    const menu = page.locator('.downloads')
    expect(await menu.innerText()).toContain('aktenlage token create NAME --read-only')
    const address = await menu.locator('code', { hasText: '/api/export/atom' }).innerText()
    expect(address).not.toContain(served.token)
    expect((await fetch(address)).status).toBe(403)
    const answer = await fetch(address.replace('aktr_…', served.readingToken))
    expect(parseAtomFeed(await answer.text()).entries?.length).toBeGreaterThan(0)
  })

  it('with a token that only reads, gives the address of the feed with it', async () => {
    await page.evaluate(`sessionStorage.setItem('aktenlage.token', '${served.readingToken}')`)
    await served.visit('/vorgaenge')
    await page.locator('.downloads > summary').click()
    const feed = page.locator('.downloads a[href*="/api/export/atom"]')
    const address = new URL((await feed.getAttribute('href'))!, served.origin)
    expect(parseAtomFeed(await (await fetch(address)).text()).entries?.length).toBeGreaterThan(0)
  })

  it('says why a file could not be saved', async () => {
    await page.route('**/api/export/markdown*', (route) => route.abort())
    await page.locator('.downloads a[href*="/export/markdown"]').click()
    await page.locator('.downloads [role="alert"]').waitFor()
    await page.unroute('**/api/export/markdown*')
  })
})
