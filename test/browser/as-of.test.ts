/** The day that a page speaks of: every link keeps it, and what was not out by then is told so. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cannotRun, type Served, serveSamples, titleOf } from './served.ts'

const day = '2025-07-03'

describe.skipIf(cannotRun !== null)(titleOf('the day of a view'), () => {
  let served: Served
  beforeAll(async () => {
    served = await serveSamples()
  }, 120_000)
  afterAll(() => served?.close())

  const entry = async (): Promise<string> => {
    const { commitments } = await served.json<{ commitments: { id: string }[] }>(
      `/api/commitments?suspension=paused&asOf=${day}`,
    )
    return commitments[0]!.id
  }
  /** Reports that count today and did not on the day: the first of them all is the newest. */
  const later = async (): Promise<string> =>
    (await served.json<{ reports: { id: string }[] }>('/api/reports?limit=1')).reports[0]!.id

  it('is kept by every link to a page of ours', async () => {
    const { page } = served
    const [first] = (await served.json<{ stories: { id: string }[] }>(`/api/stories?asOf=${day}`)).stories
    const { reports } = await served.json<{ reports: { id: string }[] }>(`/api/reports?asOf=${day}&limit=1`)
    for (const path of [
      '/',
      '/vorgaenge',
      `/vorgaenge/${await entry()}`,
      '/berichte',
      `/berichte/${reports[0]!.id}`,
      '/verlaeufe',
      `/verlaeufe/${first!.id}`,
      '/widersprueche',
      '/quellen',
      '/pruefen',
      '/suche',
    ]) {
      await served.visit(`${path}@${day}?uhr=erschienen${path === '/suche' ? '&q=Waffen' : ''}`)
      await page.locator('main h1').first().waitFor()
      await page.waitForLoadState('networkidle')
      const away = await page.locator('a[href^="/"]').evaluateAll(
        (links, kept) =>
          links
            .map((link) => link.getAttribute('href')!)
            // The difference has two days of its own; the API and files name it in their query.
            .filter((href) => !/^\/(?:api|openapi|vergleich\?)/u.test(href) && !href.includes(kept)),
        `@${day}`,
      )
      expect(away, path).toEqual([])
    }
  })

  it('says of a later report that it does not count yet, and leads to where it does', async () => {
    const { page } = served
    const id = await later()
    await served.visit(`/berichte/${id}@${day}`)
    const note = page.locator('.not-yet')
    await note.waitFor()
    expect(await note.innerText()).toContain('Erst nach dem Tag dieser Ansicht erschienen')
    await note.getByRole('link').click()
    await page.waitForURL(`**/berichte/${id}`)
    await expect.poll(() => note.count()).toBe(0)
    await served.visit(`/berichte/${id}@${day}?uhr=erfasst&lang=en`)
    await note.waitFor()
    expect(await note.innerText()).toContain('Captured after the day of this view')
  })

  it('says of an entry that was not there yet that it was not, and leads to where it is', async () => {
    const { page } = served
    const id = await entry()
    await served.visit(`/vorgaenge/${id}@2000-01-01`)
    const alert = page.getByRole('alert')
    await alert.waitFor()
    expect(await alert.innerText()).toContain('Das gab es an diesem Tag noch nicht')
    await alert.getByRole('link').click()
    await page.waitForURL(`**/vorgaenge/${id}`)
    await page.locator('.history').waitFor()
    expect(served.complaints.splice(0), 'only of what was not there').toEqual([
      expect.stringContaining('404'),
    ])
    await served.visit('/vorgaenge@2000-01-01')
    await page.getByText('Bis zu diesem Tag kein Vorgang.').waitFor()
    expect(
      await page.locator('.filter-group', { hasText: 'Parteien' }).count(),
      'nothing to choose from',
    ).toBe(0)
  })

  it('stands in the title of the tab, with what the page is about', async () => {
    const { page } = served
    const { commitment } = await served.json<{ commitment: { title: string } }>(
      `/api/commitments/${await entry()}?asOf=${day}`,
    )
    await served.visit(`/vorgaenge/${await entry()}@${day}`)
    await expect.poll(() => page.title()).toBe(`${commitment.title} – Stand 3. Juli 2025 – Aktenlage`)
    await page.getByRole('link', { name: 'Quellen' }).click()
    await expect.poll(() => page.title()).toBe('Quellen – Stand 3. Juli 2025 – Aktenlage')
  })

  it('shows in the banner what it leaves out, and what that would change', async () => {
    const { page } = served
    await served.visit(`/vorgaenge@${day}`)
    await page.locator('.banner').getByRole('link', { name: 'neuere Berichte' }).click()
    await page.waitForURL(new RegExp(`/vergleich\\?von=${day}&bis=`, 'u'))
    await page.locator('main h2').first().waitFor()
    await served.visit(`/@${day}`)
    await page.locator('.banner').getByRole('link', { name: 'ungeprüft' }).click()
    await page.waitForURL(`**/pruefen@${day}`)
  })

  it('compares two days with two knobs, and opens entries as of the second', async () => {
    const { page } = served
    await served.visit('/vergleich?von=2025-06-30&bis=2025-07-09')
    const knobs = page.getByRole('slider')
    await expect.poll(() => knobs.count()).toBe(2)
    expect(await knobs.nth(0).getAttribute('aria-valuetext')).toBe('30. Juni 2025')
    await knobs.nth(1).focus()
    await page.keyboard.press('ArrowLeft')
    await page.waitForURL(/bis=2025-07-08/u)
    // Whichever is the later one is where the difference ends.
    await knobs.nth(0).focus()
    await page.keyboard.press('End')
    await expect.poll(() => page.locator('.banner').innerText()).toContain('8. Juli 2025 →')
    await served.visit('/vergleich?von=2025-06-30&bis=2025-07-09')
    await page.locator('main .list a').first().click()
    await page.waitForURL(/\/vorgaenge\/c-\w+@2025-07-09/u)
  })

  it('begins at the first page of a list when the day changes', async () => {
    const { page } = served
    const { commitments } = await served.json<{ commitments: { id: string }[] }>('/api/commitments?limit=3')
    await served.visit(`/vorgaenge?cursor=${commitments.at(-1)!.id}`)
    await page.locator('tbody tr').first().waitFor()
    await page.getByRole('button', { name: 'frühere Änderung' }).click()
    await page.waitForURL(/\/vorgaenge@[\d-]+$/u)
    await page.locator('tbody tr').first().waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
  })

  it('moves by the days on which reports came to count, by either clock', async () => {
    const { page } = served
    const { days } = await served.json<{ days: { day: string }[] }>('/api/days?clock=captured')
    expect(
      days.map((one) => one.day),
      'all were captured on one day',
    ).toHaveLength(1)
    await served.visit('/vorgaenge?uhr=erfasst')
    await page.getByRole('button', { name: 'frühere Änderung' }).click()
    await page.waitForURL(`**/vorgaenge@${days[0]!.day}?uhr=erfasst`)
    await expect.poll(() => page.locator('tbody tr').count()).toBeGreaterThan(0)
    expect(await page.getByRole('button', { name: 'frühere Änderung' }).isDisabled()).toBe(true)
  })

  it('complained about nothing all the while', () => expect(served.complaints).toEqual([]))
})
