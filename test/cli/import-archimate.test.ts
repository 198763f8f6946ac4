import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { modelXml, withProperties } from '../exchange/import/archimate/model-file.ts'
import { folderWith } from '../graph/catalogue/catalogue-folder.ts'
import { tributary } from './tributary.ts'

const model = modelXml({
  elements: {
    a: ['ApplicationComponent', 'Claims system'],
    b: ['BusinessActor', 'Cloud One', withProperties({ p: 'true' })],
    c: ['Goal', 'Grow'],
  },
  relationships: { r: ['Assignment', 'b', 'a'] },
  properties: { p: 'External' },
})
const files = {
  'tributary.config.yaml': 'name: own\n',
  'model.xml': model,
  'types.yaml': "types: { BusinessActor: [{ kind: supplier, when: { property: External, is: 'true' } }] }\n",
  'wrong.yaml': 'types:\n  Goal: gaol\n  Gaol: none\n',
  'own.archimate': '<archimate:model xmlns:archimate="http://www.archimatetool.com/archimate"/>',
}

describe('tributary import archimate', () => {
  it('plans, applies what a mapping file says, and leaves a catalogue that is in order', async () => {
    const folder = folderWith(files)
    const asked = ['import', 'archimate', 'model.xml', '--mapping', 'types.yaml']
    const plan = await tributary(asked, { cwd: folder })
    expect([plan.code, existsSync(join(folder, 'imports'))]).toStrictEqual([0, false])
    expect(plan.stdout).toContain('supplier/cloud-one')
    expect(plan.stdout).toContain('model.xml:5 c: Grow (Goal)')

    expect((await tributary([...asked, '--apply'], { cwd: folder })).code).toBe(0)
    expect(readFileSync(join(folder, 'imports/archimate/applications/claims-system.yaml'), 'utf8')).toBe(
      'name: Claims system\nneeds:\n  - to: supplier/cloud-one\n    record: model.xml:8 r\nrecord: model.xml:3 a\n',
    )
    expect((await tributary(['check'], { cwd: folder })).code).toBe(0)
  })

  it.each([
    [['own.archimate'], /^own.archimate:1 is a model in Archi's own format. Open it in Archi and choose/],
    [['gone.xml'], /^gone.xml can't be read: the system says ENOENT./],
    [
      ['model.xml', '--mapping', 'wrong.yaml'],
      /^wrong.yaml:2 There is no kind "gaol"\. .*\nwrong.yaml:3 There is no element type "Gaol"/,
    ],
  ])('with %s says what is wrong and writes nothing', async (args, message) => {
    const folder = folderWith(files)
    const run = await tributary(['import', 'archimate', ...args, '--apply'], { cwd: folder })
    expect([run.code, run.stdout, existsSync(join(folder, 'imports'))]).toStrictEqual([1, '', false])
    expect(run.stderr).toMatch(message)
  })
})
