import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ifChanged, upstream } from '../../../graph/impact/change.ts'
import type { Reach } from '../../../graph/impact/change.ts'
import { indexSnapshot } from '../../../graph/impact/index-snapshot.ts'
import { pathOf } from '../../../graph/impact/path.ts'
import { randomIds, randomSnapshots } from './random-snapshots.ts'
import { change, member, need, snapshotOf } from './small-snapshot.ts'

const listed = ({ reached }: Reach): unknown[] => [...reached.values()].map(({ item, distance }) => [item.id, distance])

describe('a change', () => {
  const index = indexSnapshot(
    snapshotOf(
      need('step/capture', 'application/ticketing', 'SUPPORTING'),
      member('step/capture', 'application/portal'),
      member('step/capture', 'application/phone'),
      need('application/portal', 'application/ticketing'),
      need('application/ticketing', 'supplier/acme'),
      change('metric/speed', 'step/capture'),
    ),
  )

  it('must be looked at wherever something depends on it, however little, backed up or not', () => {
    expect(listed(ifChanged(index, ['supplier/acme']))).toEqual([
      ['application/ticketing', 1],
      ['step/capture', 2],
      ['application/portal', 2],
      ['metric/speed', 3],
    ])
    expect(listed(ifChanged(index, ['application/phone', 'application/portal']))).toEqual([
      ['step/capture', 1],
      ['metric/speed', 2],
    ])
  })

  it('may come from all that an item needs, all the way down', () => {
    expect(listed(upstream(index, ['application/portal']))).toEqual([
      ['application/ticketing', 1],
      ['supplier/acme', 2],
    ])
    expect(upstream(index, ['metric/speed']).reached.size).toBe(5)
  })

  it('comes with a shortest path back to where the question began', () => {
    const down = pathOf(ifChanged(index, ['supplier/acme']).trail, 'metric/speed')
    expect(down.items).toEqual(['metric/speed', 'step/capture', 'application/ticketing', 'supplier/acme'])
    expect(down.hops.map((hop) => hop.need.type)).toEqual(['MEASURES', 'NEEDS', 'NEEDS'])
    const up = pathOf(upstream(index, ['metric/speed']).trail, 'supplier/acme')
    expect(up.items).toEqual(down.items.toReversed())
    expect(pathOf(() => undefined, 'supplier/acme')).toEqual({ items: ['supplier/acme'], hops: [] })
  })

  it('is followed within kinds, relations and a distance, and only the distance cuts', () => {
    expect(listed(ifChanged(index, ['supplier/acme'], { kinds: ['Application'] }))).toEqual([
      ['application/ticketing', 1],
      ['application/portal', 2],
    ])
    expect(ifChanged(index, ['supplier/acme'], { relations: ['NEEDS'] }).reached.has('metric/speed')).toBe(false)
    const near = ifChanged(index, ['supplier/acme'], { maxDistance: 1 })
    expect(listed(near)).toEqual([['application/ticketing', 1]])
    expect(near.cuts).toEqual([{ limit: 'MAX_DISTANCE', value: 1, items: 3 }])
    expect(ifChanged(index, ['supplier/acme'], { maxDistance: 3 }).cuts).toEqual([])
  })

  it('refuses unknown ids', () => {
    expect(() => ifChanged(index, ['supplier/acne'])).toThrow('Did you mean "supplier/acme"?')
    expect(() => upstream(index, ['supplier/acne'])).toThrow('There is no item supplier/acne.')
  })

  it('reaches one way what is reached from the other, as far', () => {
    fc.assert(
      fc.property(randomSnapshots, randomIds, randomIds, (snapshot, a, b) => {
        const all = indexSnapshot(snapshot)
        expect(ifChanged(all, [a]).reached.get(b)?.distance).toBe(upstream(all, [b]).reached.get(a)?.distance)
      }),
    )
  })

  it('has paths as long as its distances, of relations that join their items', () => {
    fc.assert(
      fc.property(randomSnapshots, randomIds, (snapshot, from) => {
        const { reached, trail } = ifChanged(indexSnapshot(snapshot), [from])
        for (const [id, { distance }] of reached) {
          const { items, hops } = pathOf(trail, id)
          expect(hops).toHaveLength(distance)
          expect([items[0], items.at(-1)]).toEqual([id, from])
          expect(hops.map((hop) => [hop.need.dependent, hop.need.needed])).toEqual(
            hops.map((_, i) => [items[i], items[i + 1]]),
          )
        }
      }),
    )
  })
})
