import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { RegisterSource } from '../../src/lang/de/entity/register.ts'

const read = (name: string): RegisterSource =>
  parse(readFileSync(new URL(`../../registers/${name}.yaml`, import.meta.url), 'utf8')) as RegisterSource

const { countries = [], blocs = [] } = read('countries')
const { bodies = [] } = read('bodies')
const { offices = [] } = read('offices')

/** Offices that several hold at once. */
const shared = new Set(['envoy', 'spokesperson', 'ambassador'])

describe('the shipped registers', () => {
  const named = [...countries, ...blocs, ...bodies, ...offices.flatMap(({ holders }) => holders)].flatMap(
    ({ id, name }) => (id === undefined || id === null ? [] : [{ id, name }]),
  )

  it('have ids of Wikidata', () => {
    expect(named.length).toBeGreaterThan(200)
    expect(named.filter(({ id }) => !/^Q[1-9]\d*$/u.test(id))).toEqual([])
  })

  it('have an id for one thing only', () => {
    const names = new Map<string, string[]>()
    for (const { id, name } of named) names.set(id, [...(names.get(id) ?? []), name])
    const twice = [...names].filter(([, all]) => new Set(all).size > 1)
    expect(twice).toEqual([])
  })

  it('have one holder of an office at a time, in order', () => {
    const wrong = offices
      .filter(({ office }) => !shared.has(office))
      .flatMap(({ country, office, holders }) =>
        holders.flatMap((one, i) => {
          const next = holders[i + 1]
          if (one.until !== null && one.until !== undefined && one.until < one.from)
            return [`${country} ${office}: ${one.name} ends before the beginning`]
          if (next === undefined) return []
          return one.until === null || one.until === undefined || one.until > next.from
            ? [`${country} ${office}: ${one.name} and ${next.name}`]
            : []
        }),
      )
    expect(wrong).toEqual([])
  })
})
