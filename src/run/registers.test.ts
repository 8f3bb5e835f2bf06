import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compileRegister } from '../lang/de/entity/register.ts'
import { openRegisters } from './registers.ts'

const file = (text: string): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'registers-')), 'own.yaml')
  writeFileSync(path, text)
  return path
}

describe('registers of a user', () => {
  it('are none without the variable', async () => expect(await openRegisters({})).toEqual([]))

  it('add holders of offices', async () => {
    const path = file(
      'offices:\n  - country: ISL\n    office: prime-minister\n    holders:\n      - { name: Kristrún Frostadóttir, sex: f, from: 2024-12-21 }\n',
    )
    const register = compileRegister(await openRegisters({ AKTENLAGE_REGISTERS: path }))
    expect(register.offices.get('prime-minister:ISL')).toMatchObject([{ from: '2024-12-21', until: null }])
    expect(register.aliases.has('Frostadóttir')).toBe(true)
  })

  it.each(['- a\n- b\n', 'a: [b'])('say which file is wrong: %j', async (text) => {
    const path = file(text)
    await expect(openRegisters({ AKTENLAGE_REGISTERS: path })).rejects.toMatchObject({
      code: 'REGISTER_INVALID',
      message: expect.stringContaining(path),
    })
  })
})
