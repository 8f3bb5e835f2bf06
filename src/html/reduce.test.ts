import { describe, expect, test } from 'vitest'
import { reducePage } from './reduce.ts'

describe('a reduced page', () => {
  test.each([
    [
      'goes without scripts, styles and comments',
      '<script>a()</script><style>b{}</style><!-- c --><p>x',
      '<p>x',
    ],
    ['keeps its title', '<title>Rat &amp; Tat</title>', '<title>Rat &amp; Tat</title>'],
    [
      'keeps structured data',
      `<script type='application/ld+json'>{"a":"</p>"}</script><script type=x>b</script>`,
      '<script type="application/ld+json">{"a":"</p>"}</script>',
    ],
    [
      'keeps what the reader looks at',
      `<p class='a "b' onclick="c" hidden>x</p>`,
      '<p class="a &quot;b" hidden>x</p>',
    ],
    ['keeps open what was open', '<p><b>x<p>y</b></div>', '<p><b>x<p>y</b></div>'],
    ['folds the space between tags', '<p>x\n\n   y  z</p>', '<p>x\ny z</p>'],
    ['drops data in attributes', `<img src="data:${'x'.repeat(3000)}" alt="Rat">`, '<img alt="Rat">'],
  ])('%s', (_, source, expected) => expect(reducePage(source)).toBe(expected))
})
