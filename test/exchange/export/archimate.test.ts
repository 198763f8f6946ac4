import fc from 'fast-check'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { exportArchimate } from '../../../exchange/export/archimate.ts'
import { drawRelation } from '../../../exchange/export/archimate/draw-relation.ts'
import { elementType } from '../../../exchange/export/archimate/element-type.ts'
import { isPermitted } from '../../../exchange/export/archimate/permitted.ts'
import type { Exported } from '../../../exchange/export/exported.ts'
import { elementTypes } from '../../../exchange/import/archimate/element-types.ts'
import { importArchimate } from '../../../exchange/import/archimate/import-archimate.ts'
import { readXml } from '../../../exchange/import/archimate/read-xml.ts'
import type { XmlNode } from '../../../exchange/import/archimate/read-xml.ts'
import { applyImport } from '../../../exchange/import/apply-import.ts'
import { importTarget } from '../../../exchange/import/import-target.ts'
import type { Imported } from '../../../exchange/import/imported.ts'
import { knownCatalogue } from '../../../exchange/import/known-catalogue.ts'
import { planImport } from '../../../exchange/import/plan-import.ts'
import type { Item, ItemRelation, Value } from '../../../graph/catalogue/catalogue.ts'
import { readModel } from '../../../graph/model/read-model.ts'
import { catalogueWith } from '../../graph/catalogue/catalogue-folder.ts'
import { catalogueIn } from '../../graph/catalogue/findings-of.ts'
import { assetModel } from '../../graph/model/asset-model.ts'
import { withoutRecords } from '../import/archimate/model-file.ts'
import { exportedFrom, exportedOf, hostileFiles } from './exported-from.ts'

const model = readModel()
const catalogues = join(import.meta.dirname, '../../../catalogues')
const textOf = (exported: Exported): string => [...exportArchimate(exported)].join('')
const named = ({ children }: XmlNode, name: string): XmlNode[] => children.filter((child) => child.name === name)
const within = (node: XmlNode, ...path: string[]): XmlNode[] =>
  path.reduce<XmlNode[]>((nodes, name) => nodes.flatMap((each) => named(each, name)), [node])
const of = (node: XmlNode, attribute: string): string => node.attributes.get(attribute) ?? ''

/** What the schema of the format asks for (`archimate3_Model.xsd`, 3.1), and the language of relationships. */
function expectValid(text: string): void {
  const root = readXml(text, 'model.xml')
  expect(root.uri).toBe('http://www.opengroup.org/xsd/archimate/3.0/')
  const order = ['name', 'documentation', 'elements', 'relationships', 'organizations', 'propertyDefinitions']
  const sections = root.children.map(({ name }) => name)
  expect(sections).toStrictEqual(order.filter((name) => sections.includes(name)))
  for (const { children } of root.children.slice(2)) expect(children.length).toBeGreaterThan(0)

  const elements = within(root, 'elements', 'element')
  const relationships = within(root, 'relationships', 'relationship')
  const definitions = within(root, 'propertyDefinitions', 'propertyDefinition')
  const identifiers = [root, ...elements, ...relationships, ...definitions].map((each) => of(each, 'identifier'))
  for (const identifier of identifiers) expect(identifier).toMatch(/^[A-Za-z_][A-Za-z0-9._-]*$/)
  expect(new Set(identifiers).size).toBe(identifiers.length)

  const types = new Map(elements.map((each) => [of(each, 'identifier'), of(each, 'type')]))
  const defined = new Set(definitions.map((each) => of(each, 'identifier')))
  for (const each of definitions) {
    expect(['string', 'boolean', 'number', 'date']).toContain(of(each, 'type'))
    expect(named(each, 'name')).toHaveLength(1)
  }
  for (const each of [...elements, ...relationships]) {
    const parts = each.children.map(({ name }) => name)
    expect(parts).toStrictEqual(['name', 'documentation', 'properties'].filter((part) => parts.includes(part)))
    for (const property of within(each, 'properties', 'property')) {
      expect(defined).toContain(of(property, 'propertyDefinitionRef'))
      expect(property.children.map(({ name }) => name)).toStrictEqual(['value'])
    }
  }
  for (const each of elements) {
    expect(Object.keys(elementTypes)).toContain(of(each, 'type'))
    expect(named(each, 'name')[0]?.text).not.toBe('')
  }
  for (const each of relationships) {
    const [source, target] = [types.get(of(each, 'source')), types.get(of(each, 'target'))]
    const type = of(each, 'type')
    expect(type === 'Association' || isPermitted(type, source ?? '', target ?? ''), `${type} ${source} ${target}`).toBe(
      true,
    )
    expect(of(each, 'type') === 'Access').toBe(each.attributes.has('accessType'))
  }
  const items = within(root, 'organizations', 'item', 'item').map((each) => of(each, 'identifierRef'))
  expect(items.toSorted()).toStrictEqual([...types.keys()].toSorted())
}

describe('what is drawn', () => {
  it('is of the type that importing takes for the kind, where there is one', () => {
    const kinds = new Set(Object.values(elementTypes).flatMap((each) => (typeof each === 'string' ? [] : [each.kind])))
    for (const kind of model.kinds.values()) {
      const type = elementType({ id: '', kind: kind.name, values: {}, sources: [] }, kind)
      const target = elementTypes[type]
      const back = typeof target === 'string' ? target : target?.kind
      // An actor may be a team or a supplier: nothing in ArchiMate tells them apart.
      if (kinds.has(kind.name) && kind.name !== 'Supplier') expect(back, kind.name).toBe(kind.name)
    }
  })

  it('says which way dependence runs', () => {
    const drawn = (type: string, holder: string, target: string): string => {
      const relation = model.relations.get(type)
      if (relation === undefined) throw new Error(type)
      const { type: as, source, accessType } = drawRelation(relation, { values: { as: 'RESPONSIBLE' } }, holder, target)
      return `${as} from ${source}${accessType === undefined ? '' : ` ${accessType}`}`
    }
    expect(drawn('NEEDS', 'ApplicationComponent', 'Node')).toBe('Serving from target')
    expect(drawn('NEEDS', 'ApplicationComponent', 'BusinessObject')).toBe('Access from holder Read')
    expect(drawn('USES', 'Capability', 'ApplicationComponent')).toBe('Realization from target')
    expect(drawn('HOLDS', 'ApplicationComponent', 'BusinessObject')).toBe('Access from holder ReadWrite')
    expect(drawn('PART_OF', 'BusinessActor', 'BusinessActor')).toBe('Composition from target')
    expect(drawn('HAS_STEP', 'ValueStream', 'ValueStream')).toBe('Composition from holder')
    expect(drawn('INVOLVES', 'BusinessService', 'BusinessRole')).toBe('Assignment from target')
    expect(drawn('OWNED_BY', 'BusinessService', 'BusinessRole')).toBe('Association from holder')
  })
})

describe.each([
  ['the example', 'example'],
  ['ITIL 4', 'itil4'],
])('%s', (_, name) => {
  let exported: Exported
  beforeAll(async () => {
    exported = await exportedFrom(join(catalogues, name))
  })

  it('is a valid model', () => {
    expectValid(textOf(exported))
  })

  it('comes back as it was: the same items and the same relations, with all that they carry', async () => {
    const folder = catalogueWith({})
    const { imported, plan } = await importInto(folder, textOf(exported))
    expect([imported.leftOut, plan.leftOut]).toStrictEqual([[], []])
    const { items, relations } = await catalogueIn(folder)
    const values = (all: Exported['items']): unknown =>
      [...all.values()].map(({ id, kind, values }) => ({ id, kind, values }))
    expect(values(items)).toStrictEqual(values(exported.items))
    const carried = (all: Exported['relations']): unknown =>
      all.map(({ type, from, to, values }) => ({ type, from, to, values })).toSorted(byKey)
    expect(carried(relations)).toStrictEqual(carried(exported.relations))
  })

  it('brought back into its own catalogue changes nothing the second time', async () => {
    const folder = catalogueWith({})
    const text = textOf(exported)
    await importInto(folder, text)
    const { plan } = await importInto(folder, text)
    expect([plan.added, plan.changed, plan.removed, plan.kept]).toStrictEqual([[], [], [], []])
  })
})

const byKey = (a: Pick<ItemRelation, 'type' | 'from' | 'to'>, b: Pick<ItemRelation, 'type' | 'from' | 'to'>): number =>
  `${a.type} ${a.from} ${a.to}` < `${b.type} ${b.from} ${b.to}` ? -1 : 1

async function importInto(
  folder: string,
  text: string,
): Promise<{ imported: Imported; plan: ReturnType<typeof planImport> }> {
  const target = importTarget(folder, 'imports/archimate', 'ArchiMate')
  const known = await knownCatalogue(target)
  const imported = importArchimate(new TextEncoder().encode(text), { file: 'model.xml' }, known)
  const plan = planImport(imported, known, target)
  applyImport(plan)
  return { imported, plan }
}

it('a catalogue’s own kinds are elements by their dimension, and come back', async () => {
  const files = {
    'model/assets.graphql': assetModel,
    'assets/laptop.yaml':
      'name: Laptop\nserialNumber: "0012"\ncostCentre: "47"\nruns: [{to: application/office, note: Daily.}]\n',
    'applications/office.yaml': 'name: Office\ncostPerYear: {amount: 12.5, currency: EUR}\n',
  }
  const exported = await exportedOf(files)
  expectValid(textOf(exported))
  const known = { model: exported.model, items: new Map() }
  const { items } = importArchimate(new TextEncoder().encode(textOf(exported)), { file: 'model.xml' }, known)
  expect(items.map(({ id, fields }) => [id, withoutRecords(fields)])).toMatchObject([
    ['application/office', { costPerYear: { amount: 12.5, currency: 'EUR' } }],
    [
      'asset/laptop',
      {
        ...{ name: 'Laptop', serialNumber: '0012', costCentre: '47' },
        runs: [{ to: 'application/office', criticality: 'IMPORTANT', note: 'Daily.' }],
      },
    ],
  ])
})

it('texts of all sorts are text, and characters that no XML has are replaced', async () => {
  const exported = await exportedOf(hostileFiles)
  const text = textOf(exported)
  expectValid(text)
  const { items, leftOut } = importArchimate(
    new TextEncoder().encode(text),
    { file: 'model.xml' },
    { model, items: new Map() },
  )
  expect(leftOut).toStrictEqual([])
  const a = exported.items.get('team/a')?.values
  const back = items.find(({ id }) => id === 'team/a')?.fields
  expect(back?.['name']).toBe(a?.['name'])
  expect(back?.['tags']).toStrictEqual(a?.['tags'])
  expect(back?.['summary']).toBe(
    String(a?.['summary'])
      .replace('\r\n', '\n')
      .replace('\u0001', '\uFFFD')
      .replace(/[\u0085\u2028]/g, ' '),
  )
})

describe('any catalogue', () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .map((each) => `a${each.replace(/[\s\p{Cc}\p{Cs}\p{Co}\uFFFE\uFFFF]/gu, '_')}z`)
  const count = 8
  const kindNames = ['Team', 'Application', 'Information', 'Service', 'Product', 'Role']
  const id = (index: number): string => {
    const kind = model.kinds.get(kindNames[index % kindNames.length] ?? '')
    return `${kind?.idPrefix ?? ''}/i${index}`
  }
  const item = fc.record(
    {
      name: text,
      aliases: fc.uniqueArray(text, { minLength: 1, maxLength: 3 }),
      summary: text,
      body: fc.array(text, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n\n')),
      tags: fc.uniqueArray(text, { minLength: 1, maxLength: 3 }),
      links: fc.array(fc.record({ title: text, url: fc.webUrl() }), { minLength: 1, maxLength: 2 }),
      reviewBy: fc.constant('2027-02-28'),
    },
    { requiredKeys: ['name'] },
  )
  const relation = fc.record({
    type: fc.constantFrom('NEEDS', 'INVOLVES', 'HOLDS', 'HAS_ROLE', 'COMPOSED_OF', 'BASED_ON_PRODUCT', 'FOLLOWS'),
    from: fc.nat(count - 1),
    to: fc.nat(count - 1),
    carries: fc.record(
      {
        criticality: fc.constantFrom('ESSENTIAL', 'SUPPORTING'),
        redundancyGroup: text,
        atLeast: fc.integer({ min: 1, max: 9 }),
        note: text,
      },
      { requiredKeys: [] },
    ),
  })
  const anyValues = fc.array(item, { minLength: count, maxLength: count })
  const anyRelations = fc.array(relation, { maxLength: 15 })
  type Drawn = typeof relation extends fc.Arbitrary<infer Each> ? Each : never
  const catalogueOf = (values: readonly object[], drawn: readonly Drawn[]): Exported => {
    const items = new Map(
      values.map((each, index): [string, Item] => {
        const kind = kindNames[index % kindNames.length] ?? ''
        return [id(index), { id: id(index), kind, values: each as Record<string, Value>, sources: [] }]
      }),
    )
    const relations = drawn.flatMap(({ type, from, to, carries }): ItemRelation[] => {
      const known = model.relations.get(type)
      const [holder, target] = [items.get(id(from)), items.get(id(to))]
      if (known === undefined || holder === undefined || target === undefined || from === to) return []
      if (!known.holders.includes(holder.kind) || !known.targets.includes(target.kind)) return []
      const names = known.edge?.attributes.map(({ name }) => name) ?? []
      const fitting = Object.entries(carries).filter(([name]) => names.includes(name))
      return [
        {
          type,
          from: holder.id,
          to: target.id,
          values: Object.fromEntries(fitting),
          sources: [],
        },
      ]
    })
    const once = new Map(relations.map((each) => [`${each.type} ${each.from} ${each.to}`, each]))
    const calendar = { hoursPerDay: 8, daysPerWeek: 5 }
    return {
      name: 'any',
      title: 'Any',
      site: { title: 'Any', base: '/', locale: 'en' },
      calendar,
      model,
      items,
      relations: [...once.values()],
      revision: 1,
      loadedAt: '',
    }
  }

  it('comes back as it was', () => {
    fc.assert(
      fc.property(anyValues, anyRelations, (values, drawn) => {
        const exported = catalogueOf(values, drawn)
        const written = textOf(exported)
        expectValid(written)
        const { items, leftOut } = importArchimate(
          new TextEncoder().encode(written),
          { file: 'model.xml' },
          { model, items: new Map() },
        )
        expect(leftOut).toStrictEqual([])
        const expected = [...exported.items.values()].map(({ id, values }) => {
          const fields = new Map<string, unknown>(Object.entries(values))
          const held = Map.groupBy(
            exported.relations.filter(({ from }) => from === id),
            ({ type }) => type,
          )
          for (const [type, all] of held) {
            const entries = all
              .toSorted(byKey)
              .map(({ to, values }) => (Object.keys(values).length === 0 ? to : { to, ...values }))
            fields.set(model.relations.get(type)?.field ?? '', entries)
          }
          return [id, Object.fromEntries(fields)] as const
        })
        const back = items.map(({ id, fields }) => [id, withoutRecords(fields)] as const)
        expect(Object.fromEntries(back)).toEqual(Object.fromEntries(expected))
      }),
      { numRuns: 100 },
    )
  })
})
