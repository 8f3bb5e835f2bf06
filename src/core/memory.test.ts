import { expect, test } from 'vitest'
import { Memory, remembering } from './memory.ts'

test('what is asked for again and again is found out once, however much else is', () => {
  const asked: string[] = []
  const lengthOf = remembering(10, (word: string) => {
    asked.push(word)
    return word.length
  })
  for (let i = 0; i < 1000; i++) {
    expect(lengthOf('der')).toBe(3)
    expect(lengthOf(`Wort${i}`)).toBe(`Wort${i}`.length)
  }
  expect(asked.filter((word) => word === 'der')).toHaveLength(1)
})

test('what is not asked for again is forgotten, so that memory stays bounded', () => {
  const memory = new Memory<number, string>(10)
  for (let i = 0; i < 30; i++) memory.set(i, 'there')
  expect(memory.get(29)).toBe('there')
  expect(memory.get(0)).toBeUndefined()
  let kept = 0
  for (let i = 0; i < 30; i++) if (memory.get(i) !== undefined) kept++
  expect(kept).toBeLessThanOrEqual(20)
})

test('null is a value', () => {
  let asked = 0
  const nothing = remembering(10, () => {
    asked++
    return null
  })
  nothing('a')
  nothing('a')
  expect(asked).toBe(1)
})
