import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Condition } from '../../../graph/query/condition.ts'
import { foldName } from '../../../graph/representation.ts'
import type { Store } from '../../../graph/store/store.ts'
import { seed } from '../../api/seed.ts'
import type { SeedItem } from '../../api/seed.ts'
import { storesUnderTest } from '../../stores-under-test.ts'
import { manyItems, manyRelations } from './many-items.ts'
import { listRead, nodeRead, readFrom } from './reads.ts'

const improves = { over: 'relation', type: 'IMPROVES' } as const
const ids = manyItems.map((item) => item.id)

/** Any condition on the items of `manyItems`. */
const conditions: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition; leaf: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'condition' },
    tie('leaf'),
    fc.record({ is: fc.constant('not' as const), condition: tie('condition') }),
    fc.record({
      is: fc.constantFrom('all' as const, 'some' as const),
      of: fc.array(tie('condition'), { maxLength: 3 }),
    }),
    fc.record({
      is: fc.constant('related' as const),
      hop: fc.record({
        over: fc.constant(improves.over),
        type: fc.constant(improves.type),
        direction: fc.constantFrom('OUT' as const, 'IN' as const),
      }),
      to: fc.option(fc.subarray(ids, { maxLength: 5 }), { nil: undefined }),
      meets: fc.option(tie('condition'), { nil: undefined }),
      exists: fc.boolean(),
    }),
  ),
  leaf: fc.oneof(
    fc.record({
      is: fc.constant('in' as const),
      property: fc.constant('priority'),
      values: fc.subarray(['LOW', 'MEDIUM', 'HIGH']),
    }),
    fc.record({
      is: fc.constantFrom('atLeast' as const, 'atMost' as const),
      property: fc.constant('due'),
      value: fc.constantFrom('2026-01-01', '2026-01-02'),
    }),
    fc.record({
      is: fc.constantFrom('contains' as const, 'startsWith' as const),
      property: fc.constant('summary'),
      text: fc.constantFrom('summary', '3', 'ä', 'x'),
      folded: fc.constant(false),
    }),
    fc.record({
      is: fc.constantFrom('contains' as const, 'startsWith' as const),
      property: fc.constant('_sort'),
      text: fc.constantFrom('alt', 'strass', 'eta'),
      folded: fc.constant(true),
    }),
    fc.record({
      is: fc.constant('anyIn' as const),
      property: fc.constant('tags'),
      values: fc.subarray(['a', 'b', 'B']),
    }),
    fc.record({ is: fc.constant('present' as const), property: fc.constantFrom('due', 'tags'), present: fc.boolean() }),
    fc.record({
      is: fc.constant('equal' as const),
      property: fc.constant('name'),
      value: fc.constantFrom('Älter', 'alter'),
    }),
  ),
})).condition

/** What a condition means, said a second time. */
function meets(item: SeedItem, condition: Condition): boolean {
  const value = (property: string): unknown => (property === '_sort' ? foldName(item.name ?? '') : item[property])
  switch (condition.is) {
    case 'all':
      return condition.of.every((each) => meets(item, each))
    case 'some':
      return condition.of.some((each) => meets(item, each))
    case 'not':
      return !meets(item, condition.condition)
    case 'in':
      return condition.values.includes(value(condition.property) as string)
    case 'equal':
      return value(condition.property) === condition.value
    case 'atLeast':
      return (value(condition.property) as string) >= condition.value
    case 'atMost':
      return (value(condition.property) as string) <= condition.value
    case 'contains':
    case 'startsWith': {
      const text = value(condition.property) as string | undefined
      return text?.toLowerCase()[condition.is === 'contains' ? 'includes' : 'startsWith'](condition.text) ?? false
    }
    case 'anyIn':
      return (
        (value(condition.property) as string[] | undefined)?.some((each) => condition.values.includes(each)) ?? false
      )
    case 'present':
      return (value(condition.property) !== undefined) === condition.present
    case 'related': {
      const out = condition.hop.over === 'relation' && condition.hop.direction === 'OUT'
      const others = manyRelations.filter((each) => each[out ? 0 : 2] === item.id).map((each) => each[out ? 2 : 0])
      const { to, meets: asked, exists } = condition
      const fits = (id: string): boolean =>
        (to?.includes(id) ?? true) &&
        (asked === undefined || manyItems.some((each) => each.id === id && meets(each, asked)))
      return others.some(fits) === exists
    }
    default:
      throw new Error(`No item has a ${condition.is}.`)
  }
}

describe.each(storesUnderTest())('conditions on $name', (tested) => {
  let store: Store
  beforeAll(async () => {
    store = await tested.fresh()
    await seed(store, { items: manyItems, relations: manyRelations })
  })
  afterAll(() => store.close())

  it('let through exactly the items that meet them', async () => {
    await fc.assert(
      fc.asyncProperty(conditions, async (filter) => {
        const node = nodeRead(['id'], { kind: 'Improvement' })
        const slice = { size: 100, fromEnd: false, after: undefined, before: undefined }
        const page = await readFrom(store, listRead({ nodes: true, total: true }, node, { filter, slice }))
        const expected = manyItems.filter((item) => meets(item, filter)).map((item) => item.id)
        expect(page.nodes?.map((each) => each['id']).sort()).toStrictEqual(expected.sort())
        expect(page.totalCount).toBe(expected.length)
      }),
      { numRuns: 150 },
    )
  })
})
