import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { folderWith } from '../graph/catalogue/catalogue-folder.ts'
import { tributary } from './tributary.ts'

const register = `Contract ID,Contract Title,Supplier,Framework,Start Date,Value,Officer
F-1,Cloud framework,Acme Ltd; Bex plc,,13/01/2026,"£1,200,000",x
K-1,Hosting,Acme Ltd,F-1,14/01/2026,£5,y
K-2,Mail,BEX PLC,f-1,15/01/2026,lots,x
K-3,Chat,n/a,F-9,16/01/2026,£6,y
`

describe('tributary import table', () => {
  it('guesses a mapping, shows the plan, writes the layer, and the catalogue is fine', async () => {
    const folder = folderWith({
      'contracts.csv': register,
      'own/tributary.config.yaml': 'name: own\nextends: [itil4]\n',
    })
    const run = (...more: string[]) => tributary(['import', 'table', ...more, '--catalogue', 'own'], { cwd: folder })

    const guessed = await run('contracts.csv', '--guess')
    expect(guessed.code).toBe(0)
    expect(parse(guessed.stdout)).toMatchObject({
      system: 'Contracts',
      items: [{ kind: 'contract' }, { kind: 'supplier' }, { kind: 'contract', fields: { form: { is: 'FRAMEWORK' } } }],
    })
    writeFileSync(join(folder, 'm.yaml'), guessed.stdout.replace('system: Contracts', 'system: Contract register'))

    const planned = await run('contracts.csv', '--mapping', 'm.yaml')
    expect(planned.stdout).toContain('Contract register → imports/contract-register: 4 rows read; 5 items to add')
    expect(planned.stdout).toContain('contracts.csv:4 Value: lots')
    expect(planned.stdout).toContain('contracts.csv:5: Chat')

    expect((await run('contracts.csv', '--mapping', 'm.yaml', '--apply')).code).toBe(0)
    const layer = join(folder, 'own/imports/contract-register')
    expect(parse(readFileSync(join(layer, 'contracts/k-2.yaml'), 'utf8'))).toEqual({
      name: 'Mail',
      number: 'K-2',
      parent: 'f-1',
      suppliers: ['bex-plc'],
      start: '2026-01-15',
      record: 'contracts.csv:4',
    })
    expect(readFileSync(join(layer, 'not-taken.csv'), 'utf8')).toContain('contracts.csv:5,,Chat')
    expect((await tributary(['check', '--catalogue', 'own'], { cwd: folder })).code).toBe(0)
  }, 60_000)

  it('says what is missing or wrong, and prints the mapping’s schema', async () => {
    const folder = folderWith({ 'm.yaml': 'items: [{ kind: servise, id: "{a}" }]\n', 's.csv': 'a\nx\n' })
    const run = (...more: string[]) => tributary(['import', 'table', ...more], { cwd: folder })
    expect(await run('s.csv')).toMatchObject({ code: 2, stderr: expect.stringContaining('--mapping FILE') })
    expect(await run('s.csv', '--mapping', 'none.yaml')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("none.yaml can't be read"),
    })
    expect(JSON.parse((await run('--schema')).stdout)).toMatchObject({ title: 'Mapping of a table' })
    writeFileSync(join(folder, 'tributary.config.yaml'), 'name: own\n')
    expect(await run('s.csv', '--mapping', 'm.yaml')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('m.yaml:1  There is no kind "servise"'),
    })
    expect(await run('t.csv', '--mapping', 'm.yaml')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('t.csv: There is no such file.'),
    })
  }, 60_000)
})
