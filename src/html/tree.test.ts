import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attribute, type Element, type Page, parsePage } from './tree.ts'

/** `p(Rat b(und)) p(Tat)`: the tree in a line. */
const outline = (page: Page, element: Element = page.root): string =>
  element.children
    .map((child) =>
      child.tag === null
        ? page.source.slice(child.start, child.end)
        : `${child.tag}(${outline(page, child)})`,
    )
    .join(' ')

const elementsOf = (page: Page): Element[] => {
  const found: Element[] = []
  const open: Element[] = [page.root]
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    found.push(element)
    for (const child of element.children) if (child.tag !== null) open.push(child)
  }
  return found
}

describe('tags that end without being closed', () => {
  test.each([
    ['a paragraph before a paragraph', '<p>Rat<p>Tat', 'p(Rat) p(Tat)'],
    ['through the inline markup in it', '<p>Rat <b>und<p>Tat', 'p(Rat  b(und)) p(Tat)'],
    ['before a block', '<p>Rat<div>Tat</div>', 'p(Rat) div(Tat)'],
    ['not outside of a cell', '<p>Rat<object>', 'p(Rat)'],
    ['an item', '<ul><li>eins<li>zwei</ul>', 'ul(li(eins) li(zwei))'],
    ['an item with a paragraph', '<ul><li><p>eins<li>zwei</ul>', 'ul(li(p(eins)) li(zwei))'],
    ['not the item around a list', '<ul><li>a<ul><li>b</ul></ul>', 'ul(li(a ul(li(b))))'],
    ['cells and rows', '<table><tr><td>a<td>b<tr><td>c</table>', 'table(tr(td(a) td(b)) tr(td(c)))'],
    ['a link before a link', '<a href=x>a<a href=y>b</a>', 'a(a) a(b)'],
    ['a heading before a heading', '<h2>a<h3>b</h3>', 'h2(a) h3(b)'],
    ['the head before the body', '<head><meta name=a><div>b', 'head(meta()) div(b)'],
    ['terms', '<dl><dt>a<dd>b<dt>c</dl>', 'dl(dt(a) dd(b) dt(c))'],
  ])('%s', (_, source, expected) => {
    expect(outline(parsePage(source))).toBe(expected)
  })
})

describe('closing tags', () => {
  test.each([
    ['without an opening are nothing', 'a</div></p>b', 'a b'],
    ['close what was left open inside', '<div><p>a<b>b</div>c', 'div(p(a b(b))) c'],
    ['of inline markup stay within their block', '<span><p>a</span>b</p>', 'span(p(a b))'],
    ['of a link reach through the heading in it', '<a><h3>a</a>b', 'a(h3(a)) b'],
    ['stay within their cell', '<div><table><td>a</div>b</table>', 'div(table(td(a b)))'],
    ['of the body leave what follows in it', '<body><p>a</p></body></html><p>b', 'body(p(a) p(b))'],
  ])('%s', (_, source, expected) => {
    expect(outline(parsePage(source))).toBe(expected)
  })
})

describe('what is no markup', () => {
  test.each([
    ['a script', 'a<script>"<p>x</p>" </b></SCRIPT >b', 'a b'],
    ['a script without an end', 'a<script>"<p>x</p>"', 'a'],
    ['a frame without an end costs nothing', 'a<iframe><p>b', 'a p(b)'],
    ['a drawing', 'a<svg><title/><text>x</text></svg>b', 'a b'],
    ['a drawing without an end', 'a<svg><path d=">"><p>b', 'a p(b)'],
    ['what shows without scripts', '<noscript><div>x</noscript>b', 'b'],
    ['form fields', 'a<select><option>x</select><textarea><p></textarea>b', 'a b'],
    ['a comment', 'a<!-- <p> -- > -->b<!-->c', 'a b c'],
    ['a declaration', '<!doctype html><?xml x?>a', 'a'],
    ['a sign', '1 < 2 <3 <', '1 < 2 <3 <'],
    ['a tag that never ends', 'a<p class="b', 'a'],
  ])('%s', (_, source, expected) => {
    expect(outline(parsePage(source)).replaceAll('  ', ' ')).toBe(expected)
  })
})

test('attributes: quotes, none, without value, twice, in capitals, with references', () => {
  const page = parsePage(`<a CLASS='x > y' id=z/ hidden href="a?b&amp;c" href=d data-x="1" >t</a>`)
  const [link] = page.root.children as Element[]
  expect(link!.attributes).toEqual({ class: 'x > y', id: 'z/', hidden: '', href: 'a?b&amp;c' })
  expect(attribute(link!, 'href')).toBe('a?b&c')
})

test('what machines are told', () => {
  const page = parsePage(
    `<html lang=de><head><title>Rat &amp; Tat</title><meta name=a content=b><link rel=canonical href=/x>
     <script type="application/ld+json">{"a":"</p>"}</script></head><svg><title>x</title></svg>`,
  )
  expect(page.title).toBe('Rat & Tat')
  expect(page.language).toBe('de')
  expect(page.structured).toEqual(['{"a":"</p>"}'])
  expect(page.metas.map((meta) => attribute(meta, 'content'))).toEqual(['b'])
  expect(page.links).toHaveLength(1)
})

const times = 100_000

describe('hostile pages are read, and their tree stays flat and small', () => {
  test.each([
    ['unclosed inline markup', '<p><b>x'.repeat(times)],
    ['nested blocks', `${'<div>'.repeat(times)}x${'</div>'.repeat(times)}`],
    ['nested lists', '<ul><li>x'.repeat(times)],
    ['nested tables', '<table><tr><td>x'.repeat(times)],
    ['links', '<a href=x>x'.repeat(times)],
    ['drawings', `${'<svg>'.repeat(times)}<p>x`],
    ['raw elements that nobody closes', `${'<noscript><iframe><textarea>'.repeat(times)}x`],
    ['closing tags of what is not open', `${'<div>'.repeat(300)}${'<span></b></p>x'.repeat(times)}`],
    ['more elements than are kept', '<p>x</p>'.repeat(3 * times)],
    ['signs', `${'< <<'.repeat(times)}x`],
    ['comments that nobody closes', `x${'<!--'.repeat(times)}`],
  ])('%s', (_, source) => {
    const page = parsePage(source)
    const elements = elementsOf(page)
    expect(Math.max(...elements.slice(0, 1000).map((element) => element.depth))).toBeLessThanOrEqual(256)
    expect(elements.length).toBeLessThanOrEqual(200_001)
    expect(elements.some((e) => e.children.some((c) => c.tag === null))).toBe(true)
  })

  test('a million attributes, of which the known are kept', () => {
    const page = parsePage(`<p ${'data-a="b" '.repeat(1_000_000)} class=c>x</p>`)
    expect((page.root.children[0] as Element).attributes).toEqual({ class: 'c' })
  })
})

/** Pieces that markup is made of, in any order. */
const soup = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...['<p>', '</p>', '<div class="a">', '</div>', '<b>', '</b>', '<a href=x>', '</a>', '<li>', '<ul>'],
        ...[
          '</ul>',
          '<table>',
          '<td>',
          '</table>',
          '<svg>',
          '</svg>',
          '<svg/>',
          '<script>',
          '</script>',
          '<!--',
        ],
        ...[
          '-->',
          '<',
          '>',
          '"',
          '<br/>',
          '<h1>',
          '</h1>',
          '<template>',
          '</template>',
          '<select>',
          '<head>',
        ],
        ...['<body>', '</body>', '<noscript>', '</noscript>', '<title>', '</title>', '</', '<x-y z', '='],
      ),
      fc.string({ maxLength: 5 }),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''))

test('any soup: texts stand in order, none twice, none over a tag that was read', () => {
  fc.assert(
    fc.property(soup, (source) => {
      const page = parsePage(source)
      let last = 0
      const visit = (element: Element): void => {
        for (const child of element.children) {
          expect(child.start).toBeGreaterThanOrEqual(last)
          if (child.tag === null) {
            expect(child.end).toBeGreaterThan(child.start)
            expect(child.end).toBeLessThanOrEqual(source.length)
            last = child.end
          } else {
            expect(child.parent).toBe(element)
            expect(child.depth).toBe(element.depth + 1)
            expect(
              source
                .slice(child.start + 1)
                .toLowerCase()
                .startsWith(child.tag),
            ).toBe(true)
            last = child.start
            visit(child)
          }
        }
      }
      visit(page.root)
    }),
  )
})
