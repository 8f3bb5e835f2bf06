import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/run/paths.ts'
import { cannotRun, type Served, serveSamples, titleOf } from './served.ts'

interface Row {
  readonly id: string
  readonly title: string
  readonly stage: string | null
  readonly suspension: string
}
interface Rows {
  readonly total: number
  readonly newer: number
  readonly commitments: readonly Row[]
}

const pauseDay = '2025-07-03'
let served: Served
let page: Page
let visit: Served['visit']
let rows: Rows

const rowOf = (id: string) =>
  page.locator('tbody tr', { has: page.locator(`th a[href*="/vorgaenge/${id}"]`) })

describe.skipIf(cannotRun !== null)(titleOf('the pages in a browser'), () => {
  beforeAll(async () => {
    served = await serveSamples()
    ;({ page, visit } = served)
    rows = await served.json<Rows>('/api/commitments?limit=500')
  })
  afterAll(() => served?.close())

  describe('ledger', () => {
    it('has a row for each commitment, with a cell for each stage and the state in words', async () => {
      await visit('/vorgaenge')
      await page.locator('table.ledger tbody tr').first().waitFor()
      expect(await page.locator('table.ledger tbody tr').count()).toBe(rows.total)
      expect(await page.locator('table.ledger thead th').count()).toBe(10)
      const pledged = rows.commitments.find((row) => row.stage === 'pledged' && row.suspension === 'none')!
      const row = rowOf(pledged.id)
      expect(await row.locator('td.track').count()).toBe(7)
      expect(await row.locator('td.track').nth(2).locator('.stage.reached').count()).toBe(1)
      expect(await row.locator('.state').innerText()).toBe('zugesagt')
      mkdirSync(join(packageRoot, 'screenshots'), { recursive: true })
      await page.screenshot({ path: join(packageRoot, 'screenshots/test-ledger.png'), fullPage: true })
    })

    it('tells paused and blocked by word and by shape, not by colour', async () => {
      const looks = new Map<string, string>()
      // Days on which the samples have one of each, the last of them today.
      for (const [suspension, label, day] of [
        ['paused', 'pausiert', '2025-07-05'],
        ['blocked', 'blockiert', '2024-01-15'],
        ['none', null, null],
      ] as const) {
        const then = await served.json<Rows>(
          `/api/commitments?limit=500${day === null ? '' : `&asOf=${day}`}`,
        )
        const row = then.commitments.find(
          (one) => one.suspension === suspension && (suspension !== 'none' || one.stage !== null),
        )
        expect(row, `the samples have something that is ${suspension}`).toBeDefined()
        await visit(day === null ? '/vorgaenge' : `/vorgaenge@${day}`)
        await rowOf(row!.id).waitFor()
        const shape = suspension === 'none' ? 'reached' : suspension
        expect(await rowOf(row!.id).locator(`.stage.${shape}`).count()).toBeGreaterThan(0)
        const style = await page.evaluate<string>(`(() => {
          const look = getComputedStyle(document.querySelector('tbody .stage.${shape}'))
          return look.backgroundImage.replace(/rgba?.[^)]*./gu, '') + look.borderInlineWidth
        })()`)
        looks.set(suspension, style)
        if (label !== null) expect(await rowOf(row!.id).locator('.state').innerText()).toBe(label)
      }
      expect(new Set(looks.values()).size).toBe(3)
    })

    it('is filtered by words above the table and by a word of the title', async () => {
      const rows = await served.json<Rows>(`/api/commitments?limit=500&asOf=${pauseDay}`)
      await visit(`/vorgaenge@${pauseDay}`)
      await page.locator('.filters a', { hasText: 'pausiert' }).click()
      await page.waitForURL(/suspension=paused/u)
      const paused = rows.commitments.filter((row) => row.suspension === 'paused')
      await expect.poll(() => page.locator('tbody tr').count()).toBe(paused.length)
      await page.locator('.filters a', { hasText: 'Alle' }).click()
      await expect.poll(() => page.locator('tbody tr').count()).toBe(rows.total)
      const word = 'abkommen'
      await page.getByLabel('Wort im Titel').fill(word)
      await page.keyboard.press('Enter')
      const fitting = rows.commitments.filter((row) => row.title.toLowerCase().includes(word))
      expect(fitting.length).toBeGreaterThan(0)
      await expect.poll(() => page.locator('tbody tr').count()).toBe(fitting.length)
    })

    it('moves with the arrows and opens with Enter', async () => {
      await visit('/vorgaenge')
      const links = page.locator('th[scope="row"] a')
      await links.first().focus()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowUp')
      const title = await links.nth(1).innerText()
      expect(await page.evaluate('document.activeElement?.textContent')).toBe(title)
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/vorgaenge\/c-/u)
      await expect.poll(() => page.locator('h1').innerText()).toBe(title)
    })
  })

  describe('as of a day', () => {
    it('changes ledger, address and banner', async () => {
      const then = await served.json<Rows>(`/api/commitments?limit=500&asOf=${pauseDay}`)
      expect(then.total).toBeLessThan(rows.total)
      await visit('/vorgaenge')
      await page.locator('.as-of input[type="date"]').fill(pauseDay)
      await page.waitForURL(`**/vorgaenge@${pauseDay}`)
      await expect.poll(() => page.locator('tbody tr').count()).toBe(then.total)
      const banner = page.locator('.banner')
      await expect.poll(() => banner.innerText()).toContain(`${then.newer} neuere Berichte`)
      expect(await banner.innerText()).toContain('Stand 3. Juli 2025')
      await page.getByRole('button', { name: 'Heute' }).click()
      await expect.poll(() => page.locator('tbody tr').count()).toBe(rows.total)
      expect(new URL(page.url()).pathname).toBe('/vorgaenge')
    })

    it('is moved on the slider, with the keyboard too', async () => {
      await visit(`/vorgaenge@${pauseDay}`)
      await page.getByRole('slider').focus()
      await page.keyboard.press('ArrowLeft')
      await page.waitForURL('**/vorgaenge@2025-07-02')
      expect(await page.locator('.as-of input[type="date"]').inputValue()).toBe('2025-07-02')
      await page.keyboard.press('End')
      await page.waitForURL('**/vorgaenge')
    })

    it('is a lasting address that links keep', async () => {
      await visit(`/vorgaenge@${pauseDay}`)
      await page.locator('th[scope="row"] a').first().click()
      await page.waitForURL(new RegExp(`/vorgaenge/c-\\w+@${pauseDay}`, 'u'))
      await page.goBack()
      await page.waitForURL(`**/vorgaenge@${pauseDay}`)
      await page.locator('tbody tr').first().waitFor()
    })

    it('goes from change to change with the buttons', async () => {
      const { days } = await served.json<{ days: { day: string }[] }>('/api/days')
      await visit('/vorgaenge')
      await page.locator('.slider input').waitFor()
      await page.getByRole('button', { name: 'frühere Änderung' }).click()
      await page.waitForURL(`**/vorgaenge@${days.at(-1)!.day}`)
      await page.getByRole('button', { name: 'frühere Änderung' }).click()
      await page.waitForURL(`**/vorgaenge@${days.at(-2)!.day}`)
    })
  })

  it('names the outlets of a contradiction, and says in which language they are quoted', async () => {
    await visit('/widersprueche?lang=en')
    const box = page.locator('.contradiction').first()
    await box.waitFor()
    const sources = await box.locator('.source').allInnerTexts()
    expect(sources.length).toBeGreaterThan(1)
    for (const source of sources) expect(source).not.toMatch(/\.(?:html|txt)/u)
    expect(await box.locator('blockquote').first().getAttribute('lang')).toBe('de')
  })

  it('says since when an agreement is signed, though its ratification tells of it again', async () => {
    const deal = rows.commitments.find((row) => row.title.includes('Rohstoffabkommen'))!
    await visit(`/vorgaenge/${deal.id}`)
    await page.getByText('Gezeichnet seit 30. April 2025.').waitFor()
  })

  it('leads from an entry to the sentence in the report', async () => {
    const { commitments } = await served.json<Rows>(`/api/commitments?limit=500&asOf=${pauseDay}`)
    const paused = commitments.find((row) => row.suspension === 'paused')!
    await visit(`/vorgaenge@${pauseDay}`)
    await rowOf(paused.id).locator('th a').click()
    await page.locator('.history').waitFor()
    expect(await page.locator('article > p').first().innerText()).toMatch(/^Pausiert/u)
    const quotation = page.locator('.history blockquote').first()
    const sentence = (await quotation.innerText()).replaceAll(/[„“]/gu, '')
    await page.getByRole('link', { name: 'im Bericht ansehen' }).first().click()
    await page.waitForURL(/\/berichte\/r-\w+@[\d-]+\?stelle=\d+-\d+/u)
    await page.locator('.report-text .here').first().waitFor()
    const marked = await page.locator('.report-text .here').allInnerTexts()
    expect(marked.join('')).toBe(sentence)
  })

  it('finds inflected forms and parts of compounds, and marks them', async () => {
    await visit('/')
    await page.getByRole('searchbox').fill('Verteidigung')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/suche\?q=Verteidigung/u)
    await page.locator('mark').first().waitFor()
    const marked = (await page.locator('mark').allInnerTexts()).map((text) => text.toLowerCase())
    expect(marked.some((text) => /\p{L}verteidigung|verteidigung\p{L}/u.test(text))).toBe(true)
    await visit('/suche?q=Quastenflosser')
    await expect.poll(() => page.locator('main').innerText()).toContain('Nichts gefunden')
  })

  it('lists, counts, searches and draws the reports of the day that the banner names', async () => {
    const { total } = await served.json<{ total: number }>('/api/reports?limit=1')
    const { newer } = await served.json<Rows>(`/api/commitments?limit=1&asOf=${pauseDay}`)
    const out = total - newer
    expect(out).toBeGreaterThan(0)
    expect(newer).toBeGreaterThan(0)
    await visit(`/berichte@${pauseDay}`)
    await page.locator('.list li').first().waitFor()
    expect(await page.locator('main').innerText()).toContain(`${out} Berichte`)
    expect(await page.locator('.list li').count()).toBe(out)
    expect(await page.locator('.banner').innerText()).toContain(`${newer} neuere Berichte`)
    const bars = await page.locator('figure.picture tbody td').allTextContents()
    expect(bars.reduce((sum, count) => sum + Number(count), 0)).toBeLessThanOrEqual(out)

    await visit('/suche?q=Verteidigung')
    const hits = page.locator('main p[role="status"]', { hasText: /Treffer/u })
    await hits.waitFor()
    const all = Number.parseInt(await hits.innerText(), 10)
    await visit(`/suche@${pauseDay}?q=Verteidigung`)
    await hits.waitFor()
    expect(Number.parseInt(await hits.innerText(), 10)).toBeLessThan(all)

    await visit('/berichte@1990-01-01')
    await page.getByText('Bis zu diesem Tag kein Bericht.').waitFor()
    await visit(`/vergleich@${pauseDay}?von=2025-06-30&bis=2025-07-09`)
    await page.locator('.banner', { hasText: '30. Juni 2025 → 9. Juli 2025' }).waitFor()
    expect(await page.locator('.banner').innerText()).not.toContain('Stand')
  })

  it('tells a report without a title by how it begins, and says that this is no title', async () => {
    const { reports } = await served.json<{
      reports: { id: string; title: string | null; opening: string | null }[]
    }>('/api/reports?limit=500')
    const { id, opening } = reports.find(({ title }) => title === null)!
    expect(opening).not.toBeNull()
    await visit('/berichte?lang=en')
    const line = page.locator('.list li', { has: page.locator(`a[href^="/berichte/${id}"]`) })
    expect(await line.locator('a').innerText()).toBe(`untitled, begins: ${opening}`)
    expect(await line.locator('[lang="de"]').innerText(), 'only their words are in their voice').toBe(opening)
    expect(await line.locator('.quiet').innerText()).toContain('AFP')
  })

  it('shows what changed between two days', async () => {
    await visit('/vergleich?von=2025-06-30&bis=2025-07-03')
    await page.locator('main h2').first().waitFor()
    expect(await page.locator('main').innerText()).toMatch(/pausiert/u)
    await page.getByRole('textbox', { name: 'Von' }).fill('2025-07-03')
    await page.waitForURL(/von=2025-07-03/u)
    await expect.poll(() => page.locator('main').innerText()).toContain('Kein Unterschied')
  })

  describe('deciding', () => {
    interface Decided {
      readonly by: string
      readonly inForce: boolean
      readonly action: { readonly kind: string; readonly change?: object }
    }
    const decided = async () =>
      (await served.json<{ decisions: Decided[] }>('/api/decisions')).decisions.toReversed()
    const kinds = async () => (await decided()).map(({ action }) => action.kind)
    const steps = async () => (await served.json<{ total: number }>('/api/review')).total

    it('wants a token, and says how to get one', async () => {
      await visit('/pruefen')
      const accept = page.getByRole('button', { name: 'Annehmen' })
      await accept.waitFor()
      expect(await accept.isDisabled(), 'nothing is decided without a token').toBe(true)
      expect(await page.locator('form.token').innerText()).toContain('aktenlage token create')
      await page.getByLabel('Token').fill(served.token)
      await page.getByRole('button', { name: 'Verwenden' }).click()
      await expect.poll(() => accept.isEnabled()).toBe(true)
    })

    it('rejects, takes back and accepts with keys, and the ledger follows', async () => {
      const before = await steps()
      await page.locator('blockquote mark').waitFor()
      const sentence = await page.locator('blockquote mark').innerText()
      await page.keyboard.press('k')
      await expect.poll(kinds).toEqual(['reject'])
      const quoted = async () =>
        JSON.stringify(await served.json('/api/ledger')).includes(JSON.stringify(sentence).slice(1, -1))
      await expect.poll(() => page.getByRole('button', { name: 'Zurücknehmen z' }).isEnabled()).toBe(true)
      await page.keyboard.press('z')
      await expect.poll(kinds).toEqual(['reject', 'undo'])
      expect(await quoted()).toBe(true)
      await expect.poll(() => page.locator('blockquote mark').innerText()).toBe(sentence)
      await page.keyboard.press('j')
      await expect.poll(kinds).toEqual(['reject', 'undo', 'accept'])
      await expect.poll(steps).toBe(before - 1)
    })

    it('decides each proposal once, however quickly the keys follow one another', async () => {
      const count = (await decided()).length
      await page.locator('blockquote mark').waitFor()
      const later = page.waitForRequest(/\/api\/review/u)
      await page.route(/\/api\/review/u, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 300))
        await route.continue()
      })
      await page.keyboard.press('j')
      await page.keyboard.press('k')
      await later
      await page.keyboard.press('k')
      await expect.poll(() => page.getByRole('button', { name: 'Annehmen' }).isEnabled()).toBe(true)
      await page.unroute(/\/api\/review/u)
      expect((await kinds()).slice(count)).toEqual(['accept'])
      await page.keyboard.press('z')
      await expect.poll(async () => (await kinds()).slice(count)).toEqual(['accept', 'undo'])
      await expect.poll(() => page.getByRole('button', { name: 'Annehmen' }).isEnabled()).toBe(true)
    })

    it('shows what splitting off would change at once, and keeps it with one more press', async () => {
      for (;;) {
        await page.keyboard.press('t')
        const form = page.locator('form.decision')
        await page.locator('form.decision, .proposal > p:last-child').first().waitFor()
        if ((await form.count()) > 0) break
        await page.keyboard.press('t')
        const sentence = await page.locator('blockquote mark').innerText()
        await page.keyboard.press('n')
        await expect.poll(() => page.locator('blockquote mark').innerText()).not.toBe(sentence)
      }
      await page.locator('.before-after').waitFor()
      expect(await page.locator('.before-after').count()).toBe(1)
      expect(await page.locator('form.decision button').innerText()).toBe('Festhalten')
      await page.keyboard.press('t')
    })

    it('shows what a correction changes before it keeps it', async () => {
      const before = (await kinds()).length
      await page.locator('blockquote mark').waitFor()
      await page.keyboard.press('e')
      const form = page.locator('form.decision').first()
      await form.getByLabel('Ereignis').selectOption('cancel')
      await form.getByRole('button', { name: 'Vorschau' }).click()
      await page.locator('.before-after').waitFor()
      expect(await page.locator('.before-after').innerText()).toMatch(/Vorher[\s\S]*Nachher/u)
      expect(await kinds()).toHaveLength(before)
      await form.getByRole('button', { name: 'Festhalten' }).click()
      await expect
        .poll(async () => (await decided()).at(-1)!.action)
        .toMatchObject({
          kind: 'correct',
          change: { type: 'cancel' },
        })
      const list = page.locator('.decisions li')
      await expect.poll(() => list.first().innerText()).toMatch(/Berichtigt[\s\S]*beendet[\s\S]*session · /u)
      await expect.poll(() => page.locator('.precision').innerText()).toContain('Berichtigt')
      await list.first().getByRole('button', { name: 'Zurücknehmen' }).click()
      await expect.poll(async () => (await decided()).at(-1)!.action.kind).toBe('undo')
    })

    it('fits a phone with decisions and precision in it too', async () => {
      await page.setViewportSize({ width: 360, height: 800 })
      await page.locator('.precision').waitFor()
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
      await page.setViewportSize({ width: 1200, height: 900 })
    })

    it('renames and merges entries on their page', async () => {
      const [one, other] = rows.commitments
      await visit(`/vorgaenge/${one!.id}`)
      await page.getByText('Von Hand ändern').click()
      await page.getByLabel('Titel').fill('Ein Name von uns')
      const rename = page.locator('form.decision', { hasText: 'Benennen' })
      await rename.getByRole('button').click()
      await rename.getByRole('button', { name: 'Festhalten' }).click()
      await expect.poll(() => page.locator('h1').innerText()).toBe('Ein Name von uns')
      const { total } = await served.json<Rows>('/api/commitments?limit=1')
      const merge = page.locator('form.decision', { hasText: 'Zusammenführen' })
      await merge.getByLabel('mit').selectOption(other!.id)
      await merge.getByRole('button').click()
      await merge.getByRole('button', { name: 'Festhalten' }).click()
      await expect
        .poll(async () => (await served.json<Rows>('/api/commitments?limit=1')).total)
        .toBe(total - 1)
    })

    it('corrects what a report says of itself, and adds an entry from a sentence', async () => {
      const { reports } = await served.json<{ reports: { id: string }[] }>('/api/reports?limit=1')
      await visit(`/berichte/${reports[0]!.id}`)
      await page.getByText('Von Hand ändern').click()
      const outlet = page.locator('form.decision', { has: page.locator('[name=publisher]') })
      await outlet.locator('input').fill('Unser Blatt')
      await outlet.getByRole('button').click()
      await outlet.getByRole('button', { name: 'Festhalten' }).click()
      await expect.poll(() => page.locator('.facts').innerText()).toContain('Unser Blatt (von Hand gesetzt)')
      const add = page.locator('form.decision', { hasText: 'Vorgang hinzufügen' })
      await add.getByLabel('Wer', { exact: true }).fill('LUX')
      await add.getByLabel('Für wen').fill('UKR')
      await add.getByLabel('Titel').fill('Luxemburg hilft')
      await add.getByRole('button').click()
      await add.getByRole('button', { name: 'Festhalten' }).click()
      await expect.poll(async () => (await served.json<Rows>('/api/commitments?q=Luxemburg')).total).toBe(1)
    })
  })

  it('titles entries in the language of the page; words of the evidence are quoted as German', async () => {
    await visit('/vorgaenge?lang=en')
    await page.locator('tbody tr').first().waitFor()
    const titles = await page.locator('th[scope="row"] a').allInnerTexts()
    expect(titles.some((title) => title.startsWith('Germany'))).toBe(true)
    expect(titles.filter((title) => /Deutschland|Dänemark/u.test(title))).toEqual([])
    const quoted = page.locator('th[scope="row"] a [lang="de"]')
    expect(await quoted.count()).toBe(titles.filter((title) => title.includes('“')).length)
    expect(await quoted.count()).toBeGreaterThan(0)
    await page.getByRole('link', { name: 'Deutsch' }).click()
    await expect.poll(() => page.locator('th[scope="row"] a').allInnerTexts()).not.toEqual(titles)
    expect((await page.locator('tbody').innerText()).includes('“')).toBe(false)
  })

  it('speaks English when asked, and keeps to it', async () => {
    await visit('/vorgaenge')
    await page.getByRole('link', { name: 'English' }).click()
    await expect.poll(() => page.locator('h1').innerText()).toBe('Commitments')
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.getByRole('link', { name: 'Reports', exact: true }).click()
    await expect.poll(() => page.locator('h1').innerText()).toBe('Reports')
  })

  it('complained about nothing all the while', () => expect(served.complaints).toEqual([]))
})
