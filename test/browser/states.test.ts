import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cannotRun, type Served, serveNothing, serveSamples, titleOf } from './served.ts'

let served: Served
let page: Page

const alert = () => page.getByRole('alert')
const again = () => page.getByRole('button', { name: 'Noch einmal versuchen' })

/** Keeps requests waiting until what it gives back is called. */
const hold = async (pattern: string): Promise<() => Promise<void>> => {
  let letGo: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route(pattern, async (route) => {
    await held
    await route.continue()
  })
  return async () => {
    letGo()
    await page.unrouteAll({ behavior: 'wait' })
  }
}

describe.skipIf(cannotRun !== null)(titleOf('while loading, and when something fails'), () => {
  beforeAll(async () => {
    served = await serveSamples()
    page = served.page
  })
  afterAll(() => served?.close())

  it('sends at most 60 kB of script before the first page stands', async () => {
    const sizes: Promise<number>[] = []
    const count = (response: import('playwright-core').Response): void => {
      if (new URL(response.url()).pathname.endsWith('.js'))
        sizes.push(
          response
            .request()
            .sizes()
            .then(({ responseBodySize }) => responseBodySize),
        )
    }
    page.on('response', count)
    await served.visit('/')
    await page.locator('.list li').first().waitFor()
    await page.waitForLoadState('networkidle')
    page.off('response', count)
    const bytes = (await Promise.all(sizes)).reduce((a, b) => a + b, 0)
    expect(bytes).toBeGreaterThan(10_000)
    expect(bytes).toBeLessThan(60_000)
  })

  it('says that it is loading, and leaves the last day in sight while the next one loads', async () => {
    const goOn = await hold('**/api/commitments?*')
    await served.visit('/vorgaenge')
    expect(await page.locator('main [role="status"]').innerText()).toContain('Wird geladen')
    await goOn()
    await page.locator('tbody tr').first().waitFor()
    const goOnAgain = await hold('**/api/commitments?*asOf*')
    await page.getByRole('button', { name: 'frühere Änderung' }).click()
    await page.waitForURL('**/vorgaenge@*')
    expect(await page.locator('tbody tr').count()).toBeGreaterThan(0)
    await goOnAgain()
  })

  it('says what is not there: no such page, no such entry, which is asked for once', async () => {
    await served.visit('/gibt-es-nicht')
    expect(await alert().innerText()).toContain('Diese Seite gibt es nicht')
    let asked = 0
    page.on('request', (request) => {
      if (request.url().includes('/api/commitments/c-')) asked++
    })
    for (const path of [
      '/vorgaenge/c-000000000000',
      '/verlaeufe/s-000000000000',
      '/berichte/r-000000000000',
    ]) {
      await served.visit(path)
      await alert().waitFor()
      await page.waitForLoadState('networkidle')
      expect(await alert().innerText()).toContain('000000000000')
    }
    expect(asked).toBe(1)
  })

  it('says it when the server is gone, and goes on without loading the page again', async () => {
    await served.visit('/')
    await page.locator('.list li').first().waitFor()
    await page.evaluate('window.sameDocument = true')
    await page.context().setOffline(true)
    await page.getByRole('link', { name: 'Quellen' }).click()
    await expect.poll(() => alert().innerText()).toContain('Der Server antwortet nicht')
    await page.context().setOffline(false)
    await again().click()
    await page.locator('main .list li').first().waitFor()
    expect(await page.evaluate('window.sameDocument')).toBe(true)
  })

  it('says what went wrong in the words of the server', async () => {
    await page.route('**/api/contradictions*', (route) =>
      route.fulfill({
        status: 500,
        contentType: 'application/problem+json',
        body: JSON.stringify({ title: 'Fehler', detail: 'Die Datei ist gesperrt.', status: 500 }),
      }),
    )
    await served.visit('/widersprueche')
    expect(await alert().innerText()).toMatch(/Das hat nicht geklappt[\s\S]*Die Datei ist gesperrt/u)
    await page.unroute('**/api/contradictions*')
    await again().click()
    await page.locator('.contradiction').first().waitFor()
  })

  it('says it when a part of the page cannot be fetched, and shows the rest', async () => {
    await page.route('**/assets/matrix-*', (route) => route.abort())
    await served.visit('/vorgaenge?ansicht=parteien')
    await expect.poll(() => alert().innerText()).toContain('Der Server antwortet nicht')
    expect(await page.locator('.filters a').count()).toBeGreaterThan(3)
    await page.unroute('**/assets/matrix-*')
  })
})

describe.skipIf(cannotRun !== null)(titleOf('an archive without a report'), () => {
  let empty: Served
  beforeAll(async () => {
    empty = await serveNothing()
  })
  afterAll(() => empty?.close())

  it.each([
    ['/', /Noch ist nichts erfasst[\s\S]*aktenlage add/u],
    ['/vorgaenge', /Noch kein Vorgang/u],
    ['/vorgaenge?ansicht=zeit', /Noch kein Vorgang/u],
    ['/vorgaenge?ansicht=parteien', /Noch kein Vorgang/u],
    ['/berichte', /Noch kein Bericht/u],
    ['/verlaeufe', /Noch kein Verlauf/u],
    ['/widersprueche', /Kein Widerspruch gefunden/u],
    ['/quellen', /Noch kein Bericht/u],
    ['/vergleich', /Kein Unterschied/u],
    ['/pruefen', /Alles ist geprüft/u],
    ['/suche?q=Panzer', /Nichts gefunden/u],
  ])('%s says that there is nothing', async (path, words) => {
    await empty.visit(path)
    await expect.poll(() => empty.page.locator('main').innerText()).toMatch(words)
    expect(empty.complaints).toEqual([])
  })
})
