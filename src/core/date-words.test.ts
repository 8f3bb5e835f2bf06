import { describe, expect, it } from 'vitest'
import { dateWords } from './date-words.ts'

describe('a date in words', () => {
  it.each([
    ['2025-07-03', '3. Juli 2025', '3 July 2025'],
    ['2025-07', 'Juli 2025', 'July 2025'],
    ['2025', '2025', '2025'],
    ['2025-07-01/2025-07-02', '1./2. Juli 2025', '1/2 July 2025'],
    ['2025-06-30/2025-07-02', '30. Juni – 2. Juli 2025', '30 June – 2 July 2025'],
    ['../2025-07-02', 'bis 2. Juli 2025', 'by 2 July 2025'],
    ['2025-07-02/..', 'ab 2. Juli 2025', 'from 2 July 2025'],
    ['2025-07-02T06:55', '2. Juli 2025', '2 July 2025'],
    [null, null, null],
  ])('%s is „%s“ and “%s”', (edtf, de, en) => {
    expect([dateWords('de', edtf), dateWords('en', edtf)]).toEqual([de, en])
  })
})
