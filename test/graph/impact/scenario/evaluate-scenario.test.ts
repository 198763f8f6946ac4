import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexSnapshot } from '../../../../graph/impact/index-snapshot.ts'
import { pointsOfEach } from '../../../../graph/impact/scenario/points-of-each.ts'
import { singlePoints } from '../../../../graph/impact/single-points.ts'
import type { Snapshot } from '../../../../graph/impact/snapshot.ts'
import { randomIds, randomSnapshots } from '../random-snapshots.ts'
import { applications, evaluated, related, written } from './small-scenario.ts'

/** A service that needs `a`, which needs `b`; `c` stands beside. */
const service = { id: 'service/shop', kind: 'Service', name: 'Shop' }
const parts = applications(['a', 'b', 'c'], { dependent: 'a', needed: 'b', criticality: 'ESSENTIAL' })
const shop: Snapshot = {
  items: [...parts.items, service],
  needs: [
    ...parts.needs,
    { dependent: service.id, needed: 'application/a', type: 'NEEDS', criticality: 'ESSENTIAL', relation: 1 },
  ],
}
/** `c` backs up `b`. */
const cover = [
  {
    ...related(
      'application/a',
      ['b', 'c'].map((id) => ({
        needed: `application/${id}`,
        criticality: 'ESSENTIAL' as const,
        redundancyGroup: 'x',
      })),
    ),
    does: 'relate' as const,
  },
]
const failed = [{ ...written('application/b'), state: 'DOWN' as const }]

describe('evaluateScenario', () => {
  it('finds no difference where nothing changes', () => {
    const outcome = evaluated(shop, { failed })
    expect(outcome).toMatchObject({
      holds: true,
      singlePoints: [],
      failure: { added: [], worse: [], better: [], gone: [] },
    })
    expect(outcome.summary).toBe('Test: no single point of failure comes, goes or changes.')
  })

  it('tells whose single points of failure go, and what fails less', () => {
    const { summary, singlePoints, failure } = evaluated(shop, { changes: cover, failed })
    expect(summary).toBe('Test: 1 service loses single points of failure.')
    expect(singlePoints).toMatchObject([
      { of: service, worse: [], better: [{ item: { id: 'application/b' }, before: 'DOWN', after: 'OK' }] },
    ])
    expect(failure).toMatchObject({
      before: expect.stringContaining('With B down'),
      better: [{ item: { id: 'application/a' }, before: 'DOWN', after: 'AT_RISK' }, { item: { id: service.id } }],
    })
  })

  it('tells what becomes a single point of failure', () => {
    const changes = [
      { ...related('application/b', [{ needed: 'application/c', criticality: 'IMPORTANT' }]), does: 'relate' as const },
    ]
    const { summary, singlePoints } = evaluated(shop, { changes })
    expect(summary).toBe('Test: 1 service gets new single points of failure.')
    expect(singlePoints).toMatchObject([
      { worse: [{ item: { id: 'application/c' }, before: 'OK', after: 'DEGRADED' }], better: [] },
    ])
  })

  it('checks expectations after the changes', () => {
    const item = written(service.id)
    const points = { about: 'singlePointsOf' as const, item, kinds: undefined }
    const expectations = [
      { about: 'item' as const, item, is: undefined, atWorst: 'AT_RISK' as const },
      { about: 'item' as const, item, is: 'OK' as const, atWorst: undefined },
      { ...points, atMost: 1, noneOf: [written('application/b'), written('application/a')] },
      { ...points, kinds: ['Supplier'], atMost: 0, noneOf: [] },
    ]
    const outcome = evaluated(shop, { changes: cover, failed, expectations })
    expect(outcome.holds).toBe(false)
    expect(outcome.expectations.map(({ expected, holds, instead }) => [expected, holds, instead])).toEqual([
      ['Shop is at worst at risk.', true, undefined],
      [
        'Shop is OK.',
        false,
        expect.stringMatching(/^Shop is at risk because it needs A, which needs B \(1 of 2 left\)/),
      ],
      ['Shop has at most 1 single point of failure.', true, undefined],
      ['B is no single point of failure of Shop.', true, undefined],
      ['A is no single point of failure of Shop.', false, 'It is one.'],
      ['Shop has at most 0 single points of failure of kind Supplier.', true, undefined],
    ])
    expect(outcome.summary).toContain('; 2 of 6 expectations don’t hold.')
  })

  it('lets an item fail that is there only before or only after', () => {
    const changes = [
      { does: 'replace' as const, item: written('application/b'), with: written('application/c'), in: undefined },
    ]
    const { failure } = evaluated(shop, { changes, failed })
    expect(failure?.after).toBe('Nothing of what fails is there.')
    expect(failure?.gone).toHaveLength(3)
  })
})

describe('pointsOfEach', () => {
  it('finds for each target what singlePoints finds for it alone', () => {
    fc.assert(
      fc.property(randomSnapshots, fc.uniqueArray(randomIds, { minLength: 1, maxLength: 4 }), (snapshot, targets) => {
        const index = indexSnapshot(snapshot)
        const found = pointsOfEach(index, targets)
        for (const target of targets) {
          const alone = singlePoints(index, [target]).map(({ item, state }) => [item.id, state])
          expect([...(found.get(target) ?? [])].sort()).toEqual(alone.sort())
        }
      }),
    )
  })
})
