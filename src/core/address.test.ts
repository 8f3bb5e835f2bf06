import { describe, expect, test } from 'vitest'
import { documentAddress } from './address.ts'

describe('the address of a document', () => {
  test.each([
    ['https://blatt.example/rat-berät', 'https://blatt.example/rat-ber%C3%A4t'],
    ['https://Blatt.example/rat?utm_source=rss&utm_medium=x#kommentare', 'https://blatt.example/rat'],
    ['https://blatt.example/artikel?id=12&fbclid=abc', 'https://blatt.example/artikel?id=12'],
    ['https://blatt.example/?p=12', 'https://blatt.example/?p=12'],
    ['https://blatt.example/', null],
    ['https://blatt.example/#top', null],
    ['/rat', null],
    ['urn:newsml:agentur:1', null],
    ['http://[', null],
    [null, null],
  ])('%s', (given, expected) => expect(documentAddress(given)).toBe(expected))
})
