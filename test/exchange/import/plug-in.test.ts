import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importWithPlugIn } from '../../../exchange/import/plug-in.ts'
import { readModel } from '../../../graph/model/read-model.ts'
import { folderWith } from '../../graph/catalogue/catalogue-folder.ts'

const known = { model: readModel(), items: new Map() }
const plugIn = (code: string): string => join(folderWith({ 'importer.js': code }), 'importer.js')
const run = (code: string) => importWithPlugIn(plugIn(code), 'inventory.txt', known)

describe('an importer of one’s own', () => {
  it('gives what it reads', async () => {
    const imported = await run(`export const importer = async (source, known) => ({
      recordsAre: 'lines', records: 2, leftOut: [{ record: source + ':2', text: '?', reason: 'Nothing is known of it.' }],
      items: [{ id: 'application/crm', kind: known.model.kinds.get('Application'), fields: { name: 'CRM' }, record: source + ':1' }],
    })`)
    expect(imported.items).toMatchObject([{ id: 'application/crm', record: 'inventory.txt:1' }])
    expect(imported.items[0]?.kind).toBe(known.model.kinds.get('Application'))
    expect(imported.leftOut).toHaveLength(1)
  })

  it.each([
    ['export const importer = {', /can't be loaded/],
    ['export const other = 1', /exports no importer\. Export a function "importer"/],
    ['export const importer = () => { throw new Error("no such line") }', /failed at inventory\.txt: no such line/],
    [
      'export const importer = async () => { throw new Error("no such line") }',
      /failed at inventory\.txt: no such line/,
    ],
    ['export const importer = () => null', /It is no object/],
    [
      'export const importer = () => ({})',
      /"recordsAre" says[^]*"records" says[^]*"items" is a list[^]*"leftOut" is a list/,
    ],
    [
      'export const importer = () => ({ recordsAre: "lines", records: 1, leftOut: [], items: [{ id: "application/crm" }] })',
      /"items"\[0\] needs "id", "kind"/,
    ],
    [
      'export const importer = () => ({ recordsAre: "lines", records: 1, items: [], leftOut: [{ record: "a:1" }] })',
      /"leftOut"\[0\] needs "record", "text" and "reason"/,
    ],
  ])('is told what is wrong with it: %s', async (code, said) => {
    await expect(run(code)).rejects.toThrow(said)
  })
})
