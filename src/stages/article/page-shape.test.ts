import { describe, expect, it } from 'vitest'
import { extractArticle } from './extract.ts'

const read = (html: string) =>
  extractArticle({
    bytes: Buffer.from(`<!doctype html><title>Brücke bleibt gesperrt</title><body>${html}`),
    kind: 'page',
    name: 'x.html',
    url: null,
    title: null,
    published: null,
    today: null,
  }).article

const one =
  'Die Brücke über die Leine bleibt bis zum Herbst gesperrt, teilte das Bauamt der Stadt am Montag in Hannover mit.'
const two =
  'Gutachter hatten an zwei Pfeilern Risse gefunden, die sich nach ihren Angaben in diesem Winter vergrößert haben.'
const three =
  'Der Verkehr wird über die Nachbarstadt umgeleitet, für Busse gibt es eine eigene Spur auf der Landesstraße.'

describe('labels set apart from the paragraphs', () => {
  it('are captions without a figure', () => {
    const { text, furniture } = read(
      `<div class="b"><p>${one}</p><div class="x7"><p>Pfeiler der Brücke in Hannover</p></div><p>${two}</p><p>${three}</p></div>`,
    )
    expect(text).toBe([one, two, three].join('\n\n'))
    expect(furniture.map(({ rule }) => rule)).toContain('article/loose-label')
  })

  it('are text where every paragraph stands in an element of its own', () => {
    const { text } = read(
      `<div class="b">${[one, 'Gesperrt bis zum Herbst', two, three].map((words) => `<div><div><p>${words}</p></div></div>`).join('')}</div>`,
    )
    expect(text).toContain('Gesperrt bis zum Herbst')
  })
})

describe('an article cut in pieces', () => {
  it('is read whole where its pieces bear one name', () => {
    const { text } = read(
      `<h1>Brücke bleibt gesperrt</h1><div class="piece"><p>${one}</p><p>${two}</p></div><div class="piece"><p>${three}</p></div>`,
    )
    expect(text).toBe([one, two, three].join('\n\n'))
  })
})
