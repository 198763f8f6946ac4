import { Ajv2020 } from 'ajv/dist/2020.js'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exportJson, ownFiles } from '../../../exchange/export/json.ts'
import { readExported } from '../../../exchange/export/read-exported.ts'
import { ownModelFiles } from '../../../graph/model/read-model.ts'
import { catalogueJson } from '../../../site/src/machines/catalogue-json.ts'
import { catalogueSchema } from '../../../site/src/machines/catalogue-schema.ts'
import { smallCatalogue } from '../../site/built-site.ts'
import { siteCatalogue } from '../../site/site-catalogue.ts'
import { exportedOf, hostile, hostileFiles, hostileName } from './exported-from.ts'

interface Relations {
  readonly [field: string]: Readonly<Record<string, { readonly sources?: unknown }>>
}
interface ItemJson {
  readonly id: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly relations: Relations
}
interface Json {
  readonly calendar?: unknown
  readonly model?: readonly { readonly path: string; readonly text: string }[]
  readonly items: readonly ItemJson[]
}

const parsed = (chunks: Iterable<string>): Json => JSON.parse([...chunks].join('')) as Json

describe.each([
  ['the example', join(import.meta.dirname, '../../../catalogues/example')],
  ['a catalogue with a model of its own', smallCatalogue],
])('JSON of %s', (_, folder) => {
  it('is what its site publishes, with calendar, model and places of relations besides, and fits the same schema', async () => {
    const site = await siteCatalogue(folder)
    const exported = await readExported(site.store)
    await site.api.close()
    const json = parsed(exportJson(exported))
    const { $schema, ...schema } = catalogueSchema(site.catalogue.model)
    expect($schema).toBeDefined()
    const ajv = new Ajv2020({ allErrors: true, strict: false })
    expect(ajv.validate(schema, json) ? [] : ajv.errors).toStrictEqual([])

    const { calendar, model, items, ...rest } = json
    expect(calendar).toEqual(exported.calendar)
    expect(model === undefined).toBe(folder !== smallCatalogue)
    const published = JSON.parse(JSON.stringify(catalogueJson(site.catalogue))) as Json
    const { items: publishedItems, ...publishedRest } = published
    const byId = (a: ItemJson, b: ItemJson): number => (a.id < b.id ? -1 : 1)
    expect(rest).toEqual(publishedRest)
    expect(items.map(withoutPlaces).sort(byId)).toEqual([...publishedItems].sort(byId))
    const places = items.flatMap(({ relations }) => Object.values(relations).flatMap((each) => Object.values(each)))
    expect(places.filter(({ sources }) => sources === undefined)).toEqual([])
  })
})

const withoutPlaces = ({ relations, ...item }: ItemJson): ItemJson => ({
  ...item,
  relations: Object.fromEntries(
    Object.entries(relations).map(([field, targets]) => [
      field,
      Object.fromEntries(
        Object.entries(targets).map(([id, { sources, ...carried }]) => {
          expect(sources).toBeDefined()
          return [id, carried]
        }),
      ),
    ]),
  ),
})

describe('JSON', () => {
  it('holds texts as they are, an item a line', async () => {
    const text = [...exportJson(await exportedOf(hostileFiles))].join('')
    const { items } = JSON.parse(text) as Json
    expect(text.split('\n')).toHaveLength(items.length + 3)
    expect(items.find(({ id }) => id === 'team/a')?.fields).toMatchObject({
      name: hostileName,
      summary: hostile,
      tags: ['plain', 'semi;colon'],
    })
  })

  it('leads to the pages of the site that the catalogue names', async () => {
    const config = 'name: own\nsite: { url: "https://example.org", base: /itsm/ }\n'
    const exported = await exportedOf({ ...hostileFiles, 'tributary.config.yaml': config })
    expect(parsed(exportJson(exported))).toMatchObject({
      schema: '/itsm/catalogue.schema.json',
      items: [{ url: 'https://example.org/itsm/contracts/c/' }, {}, {}, {}],
    })
  })

  it('has the catalogue’s own model files, also one with the name of one of the product’s', () => {
    const own = { path: 'model/1-item.graphql', text: 'extend interface Item { costCentre: String }' }
    expect(ownFiles(ownModelFiles())).toEqual([])
    expect(ownFiles([...ownModelFiles(), own])).toEqual([own])
  })
})
