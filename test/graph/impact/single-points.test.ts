import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { impact } from '../../../graph/impact/impact.ts'
import { indexSnapshot } from '../../../graph/impact/index-snapshot.ts'
import type { IndexedSnapshot } from '../../../graph/impact/index-snapshot.ts'
import { singlePoints } from '../../../graph/impact/single-points.ts'
import { randomIds, randomSnapshots } from './random-snapshots.ts'
import { member, need, snapshotOf } from './small-snapshot.ts'

type Row = [id: string, state: string, degree: number, down: number, degraded: number]

const found = (index: IndexedSnapshot, ...targets: string[]): Row[] =>
  singlePoints(index, targets).map(({ item, state, degree, down, degraded }) => [
    item.id,
    state,
    degree,
    down,
    degraded,
  ])

/** The same by failing every item alone, in no particular order. */
function oneByOne(index: IndexedSnapshot, targets: readonly string[]): Row[] {
  return index.items.flatMap(({ id }): Row[] => {
    const { affected } = impact(index, new Map([[id, 'DOWN']]))
    const hit = targets.flatMap((target) => (target === id ? [] : (affected.get(target) ?? [])))
    const down = hit.filter(({ state }) => state === 'DOWN')
    const degraded = hit.filter(({ state }) => state === 'DEGRADED')
    const worst = down.length > 0 ? down : degraded
    if (worst.length === 0) return []
    const degree = Math.min(...worst.map((each) => each.degree))
    return [[id, down.length > 0 ? 'DOWN' : 'DEGRADED', degree, down.length, degraded.length]]
  })
}

describe('singlePoints', () => {
  it('ranks what takes a target down or degrades it, and passes over what is backed up', () => {
    const index = indexSnapshot(
      snapshotOf(
        need('service', 'app'),
        member('service', 'mail'),
        member('service', 'chat'),
        need('mail', 'network'),
        need('chat', 'network'),
        need('service', 'team', 'IMPORTANT'),
        need('team', 'office', 'IMPORTANT'),
        need('service', 'news', 'SUPPORTING'),
        need('app', 'database'),
      ),
    )
    expect(found(index, 'service')).toEqual([
      ['app', 'DOWN', 1, 1, 0],
      ['database', 'DOWN', 2, 1, 0],
      ['network', 'DOWN', 2, 1, 0],
      ['team', 'DEGRADED', 1, 0, 1],
    ])
  })

  it('counts the targets that each takes down, itself left out', () => {
    const index = indexSnapshot(
      snapshotOf(need('one', 'app'), need('two', 'app', 'IMPORTANT'), need('two', 'one'), need('three', 'two')),
    )
    expect(found(index, 'one', 'two', 'three')).toEqual([
      ['app', 'DOWN', 1, 3, 0],
      ['one', 'DOWN', 1, 2, 0],
      ['two', 'DOWN', 1, 1, 0],
    ])
  })

  it('refuses unknown targets', () => {
    expect(() => found(indexSnapshot(snapshotOf()), 'x')).toThrow('There is no item x.')
  })

  it('finds what failing every item alone finds', () => {
    fc.assert(
      fc.property(randomSnapshots, fc.uniqueArray(randomIds, { maxLength: 4 }), (snapshot, targets) => {
        const index = indexSnapshot(snapshot)
        const rows = (list: readonly Row[]): Row[] => list.toSorted(([a], [b]) => (a < b ? -1 : 1))
        expect(rows(found(index, ...targets))).toEqual(rows(oneByOne(index, targets)))
      }),
      { numRuns: 2000 },
    )
  })

  it('finds all of more than it works out side by side', () => {
    const length = 2500
    const chain = Array.from({ length }, (_, i) => need(`i${String(i)}`, `i${String(i + 1)}`))
    const points = found(indexSnapshot(snapshotOf(...chain)), 'i0')
    expect(points.map(([id, , degree]) => [id, degree])).toEqual(
      Array.from({ length }, (_, i) => [`i${String(i + 1)}`, i + 1]),
    )
  })
})
