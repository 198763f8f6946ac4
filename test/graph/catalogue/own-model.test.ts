import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCatalogue } from '../../../graph/catalogue/read-catalogue.ts'
import { assetModel } from '../model/asset-model.ts'
import { folderWith } from './catalogue-folder.ts'
import type { Files } from './catalogue-folder.ts'
import { catalogueOf, findingsOf, inOneLine, readFiles, today } from './findings-of.ts'

/** What is found in the catalogue `own` of several folders. */
async function findingsIn(files: Files): Promise<string[]> {
  const { findings } = await readCatalogue(join(folderWith(files), 'own'), { today })
  return findings.map((finding) => `${finding.place.layer}/${inOneLine(finding)}`)
}
const config = (name: string, ...extended: readonly string[]) => `name: ${name}\nextends: [${extended.join(', ')}]\n`

describe('a catalogue’s own model', () => {
  const files: Files = {
    'model/assets.graphql': assetModel,
    'assets/rack-1.yaml': 'name: Rack 1\nserialNumber: 0042\ncostCentre: "7"\nruns: [ticketing]\n',
    'applications/ticketing.yaml': 'name: Ticketing\nowner: team/a\ncostPerYear: {amount: 12, currency: EUR}\n',
    'teams/a.yaml': 'name: A\ncostCentre: north\n',
    'improvements/i.yaml': 'name: I\nimproves: [team/a]\nraisedBy: asset/rack-1\n',
  }

  it('adds kinds, fields, relations and words', async () => {
    const { items, relations } = await catalogueOf(files)
    expect(items.get('asset/rack-1')).toMatchObject({
      kind: 'Asset',
      values: { serialNumber: '0042', costCentre: '7' },
    })
    expect(items.get('application/ticketing')?.values.costPerYear).toStrictEqual({ amount: 12, currency: 'EUR' })
    expect(relations).toContainEqual({
      type: 'RUNS',
      from: 'asset/rack-1',
      to: 'application/ticketing',
      values: { criticality: 'IMPORTANT' },
      sources: [{ layer: 'own', file: 'assets/rack-1.yaml', line: 4 }],
    })
  })

  it('is checked like the product’s own', async () => {
    const found = await findingsOf({
      ...files,
      'assets/rack-1.yaml': 'name: Rack 1\nserialNumer: 42\nruns: [ticketting, team/a]\nrunsOn: []\n',
    })
    expect(found).toStrictEqual([
      'assets/rack-1.yaml:2:1  error  unknown-field  Asset has no field "serialNumer". → Did you mean "serialNumber"?',
      'assets/rack-1.yaml:3:8  error  unknown-reference  There is no Application "ticketting". → Did you mean "application/ticketing"?',
      'assets/rack-1.yaml:3:20  error  unknown-reference  "runs" leads to Application, but team/a is of kind Team.',
      'assets/rack-1.yaml:4:1  error  unknown-field  Asset has no field "runsOn". → Did you mean "runs"?',
    ])
  })

  it('with problems is reported with places, and nothing else is', async () => {
    const read = await readFiles({
      ...files,
      'model/broken.graphql': 'extend type Asset {\n  colour: Colour\n}\n',
      'teams/a.yaml': 'nam: A\n',
    })
    expect(read.catalogue).toBeUndefined()
    expect(read.files).toBe(0)
    expect(read.config?.name).toBe('own')
    expect(read.findings.map(inOneLine)).toStrictEqual([
      'model/broken.graphql:2:11  error  model  Unknown type "Colour". Did you mean "Clock"?',
    ])
    expect(read.findings[0]?.place.path).toMatch(/\/model\/broken\.graphql$/)
  })

  it('is a layer’s that has it, and those’ that extend it', async () => {
    const own = { 'own/tributary.config.yaml': config('own', '../own-group'), 'own/assets/a.yaml': 'name: A\n' }
    const group = { 'own-group/tributary.config.yaml': config('group') }
    expect(await findingsIn({ ...own, ...group, 'own-group/model/a.graphql': assetModel })).toStrictEqual([])
    expect(await findingsIn({ ...own, ...group, 'own-group/model/a.graphql': 'type A { a: Int }' })).toStrictEqual([
      'group/model/a.graphql:1:6  error  model  A needs a description.',
      'group/model/a.graphql:1:6  error  model  Type A is neither a kind (@kind), an edge (@edge) nor a value (@value).',
      'group/model/a.graphql:1:10  error  model  A.a needs a description.',
    ])
  })

  it('may be a file or a folder of other things', async () => {
    expect(await findingsOf({ model: 'x' })).toStrictEqual([])
    expect(await findingsOf({ 'model/README.md': 'x' })).toStrictEqual([])
  })
})
