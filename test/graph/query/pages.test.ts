import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { placeFrom } from '../../../graph/query/cursor.ts'
import type { Order, OrderField } from '../../../graph/query/order.ts'
import { placeLength } from '../../../graph/query/order.ts'
import type { ReadPage, Slice } from '../../../graph/query/read.ts'
import { foldName } from '../../../graph/representation.ts'
import type { Store } from '../../../graph/store/store.ts'
import { seed } from '../../api/seed.ts'
import type { SeedItem } from '../../api/seed.ts'
import { storesUnderTest } from '../../stores-under-test.ts'
import { manyItems } from './many-items.ts'
import { byName, listRead, nodeRead, readFrom } from './reads.ts'

const ranks = ['LOW', 'MEDIUM', 'HIGH']
const fields: readonly OrderField[] = [
  byName,
  { name: 'ID', property: 'id', optional: false },
  { name: 'DUE', property: 'due', optional: true },
  { name: 'PRIORITY', property: 'priority', optional: true, ranks },
  { name: 'SUMMARY', property: 'summary', optional: true, foldCase: true },
]
const orders: fc.Arbitrary<Order> = fc.record({ by: fc.constantFrom(...fields), descending: fc.boolean() })

/** The ids of all items in an order, said a second time. */
function sorted({ by, descending }: Order): string[] {
  const value = (item: SeedItem): string | number | undefined => {
    if (by.property === '_sort') return foldName(item.name ?? '')
    const raw = item[by.property] as string | undefined
    if (raw === undefined) return undefined
    return by.ranks === undefined ? (by.foldCase === true ? raw.toLowerCase() : raw) : by.ranks.indexOf(raw)
  }
  const compare = (a: SeedItem, b: SeedItem): number => {
    const [x, y] = [value(a), value(b)]
    const ties = a.id < b.id ? -1 : 1
    if (x === y) return ties
    if (x === undefined) return 1
    if (y === undefined) return -1
    return (x < y ? -1 : 1) * (descending ? -1 : 1)
  }
  return manyItems.toSorted(compare).map((item) => item.id)
}

describe.each(storesUnderTest())('pages on $name', (tested) => {
  let store: Store
  beforeAll(async () => {
    store = await tested.fresh()
    await seed(store, { items: manyItems })
  })
  afterAll(() => store.close())

  async function read(order: Order, slice: Slice): Promise<ReadPage> {
    const node = nodeRead(['id'], { kind: 'Improvement' })
    return readFrom(store, listRead({ nodes: true, cursors: true, more: true }, node, { order, slice }))
  }

  it.each(['forwards', 'backwards'])('read %s are together the whole list in order', async (way) => {
    const fromEnd = way === 'backwards'
    await fc.assert(
      fc.asyncProperty(orders, fc.integer({ min: 7, max: 70 }), async (order, size) => {
        const ids: unknown[] = []
        let cursor: string | null = null
        for (let more = true; more;) {
          const place = cursor === null ? undefined : placeFrom(cursor, order.by.name, placeLength(order, false))
          const page = await read(order, {
            size,
            fromEnd,
            after: fromEnd ? undefined : place,
            before: fromEnd ? place : undefined,
          })
          const found = (page.nodes ?? []).map((each) => each['id'])
          if (fromEnd) ids.unshift(...found)
          else ids.push(...found)
          const info = page.pageInfo
          more = (fromEnd ? info?.hasPreviousPage : info?.hasNextPage) ?? false
          cursor = (fromEnd ? info?.startCursor : info?.endCursor) ?? null
        }
        expect(ids).toStrictEqual(sorted(order))
      }),
      { numRuns: 40 },
    )
  })

  it('between two places are what lies between them', async () => {
    await fc.assert(
      fc.asyncProperty(orders, fc.nat({ max: 59 }), fc.nat({ max: 59 }), async (order, one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)]
        const all = await read(order, { size: 100, fromEnd: false, after: undefined, before: undefined })
        const placeOf = async (index: number) => {
          const page = await read(order, { size: index + 1, fromEnd: false, after: undefined, before: undefined })
          return placeFrom(page.pageInfo?.endCursor ?? '', order.by.name, placeLength(order, false))
        }
        const page = await read(order, {
          size: 100,
          fromEnd: false,
          after: await placeOf(from),
          before: await placeOf(to),
        })
        expect(page.nodes).toStrictEqual(all.nodes?.slice(from + 1, to))
      }),
      { numRuns: 30 },
    )
  })
})
