import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cannotRun, type Served, serveSamples, titleOf } from './served.ts'

const url = 'https://zeitung.example/lieferung'
const captures = [
  {
    title: 'Deutschland liefert',
    body: 'Deutschland liefert der Ukraine vier Panzer. Das sagte die Ministerin am Montag.',
  },
  {
    title: 'Deutschland liefert später',
    body: 'Deutschland liefert der Ukraine drei Panzer. Das sagte die Ministerin am Montag. Weitere folgen.',
  },
]

let served: Served
let page: Page
const ids: string[] = []

describe.skipIf(cannotRun !== null)(titleOf('versions'), () => {
  beforeAll(async () => {
    served = await serveSamples()
    page = served.page
    for (const capture of captures) {
      const answer = await fetch(`${served.origin}/api/reports`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${served.token}` },
        body: JSON.stringify({ reports: [{ ...capture, url, published: '2025-09-01' }] }),
      })
      const { outcomes } = (await answer.json()) as { outcomes: { report: string }[] }
      ids.push(outcomes[0]!.report)
    }
  })
  afterAll(() => served?.close())

  it('shows word by word what an outlet changed', async () => {
    await served.visit(`/berichte/${ids[1]}`)
    await page.getByText('Versionen (2)').click()
    const changed = page.locator('blockquote.changed')
    await changed.waitFor()
    expect((await changed.locator('del').allInnerTexts()).join()).toContain('vier')
    expect((await changed.locator('ins').allInnerTexts()).join()).toMatch(/drei[\s\S]*Weitere folgen/u)
    const list = page.locator('details', { hasText: 'Versionen (2)' })
    expect(await list.innerText()).toMatch(/zuerst erfasst[\s\S]*Titel[\s\S]*Deutschland liefert später/u)
  })

  it('leads to the other version, in English too', async () => {
    await served.visit(`/berichte/${ids[1]}?lang=en`)
    await page.getByText('Versions (2)').click()
    await page.locator(`details a[href*="${ids[0]}"]`).click()
    await expect.poll(() => page.locator('h1').innerText()).toBe(captures[0]!.title)
    await page.getByText('Versions (2)').click()
    await expect.poll(() => page.locator('main').innerText()).toContain('words added')
  })

  it('says nothing of versions where there is one', async () => {
    const { reports } = await served.json<{ reports: { id: string; url: string | null }[] }>('/api/reports')
    await served.visit(`/berichte/${reports.find((report) => report.url !== url)!.id}`)
    await page.locator('.report-text').waitFor()
    expect(await page.getByText('Versionen').count()).toBe(0)
  })

  it('complained about nothing all the while', () => expect(served.complaints).toEqual([]))
})
