import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { circlesUpstream } from '../../../graph/impact/circles.ts'
import { indexSnapshot } from '../../../graph/impact/index-snapshot.ts'
import { hasLane } from '../../../graph/impact/lanes.ts'
import { failSideBySide } from '../../../graph/impact/side-by-side.ts'
import { levels } from '../../../graph/impact/states.ts'
import { toEnd } from '../../../graph/impact/steps.ts'
import { wiringOf } from '../../../graph/impact/wiring.ts'
import { naiveStates } from './naive-impact.ts'
import { randomSnapshots } from './random-snapshots.ts'

describe('failures side by side', () => {
  it('say of each what one failure alone does, also where they take several words', () => {
    fc.assert(
      fc.property(randomSnapshots, fc.integer({ min: 33, max: 100 }), fc.nat(6), (snapshot, lanes, from) => {
        const index = indexSnapshot(snapshot)
        const { items } = snapshot
        const all = items.map((_, i) => i)
        const circles = toEnd(circlesUpstream(index, all))
        // Items in no order, each in lanes of several words, most words without most items.
        const failing = Array.from({ length: lanes }, (_, lane) => (from + lane * lane + (lane >> 5)) % items.length)
        const { lanes: sets, at } = toEnd(failSideBySide(index, toEnd(wiringOf(index, circles)), failing))
        const alone = items.map(({ id }) => naiveStates(snapshot, new Map([[id, 'DOWN']])))
        for (const [lane, item] of failing.entries()) {
          const found = items.map(({ id }, i) => {
            const level = [levels.DOWN, levels.DEGRADED, levels.AT_RISK].find((each) =>
              hasLane(sets, at(i, each), lane),
            )
            return [id, level ?? levels.OK]
          })
          expect(found).toStrictEqual([...(alone[item] ?? [])].map(([id, state]) => [id, levels[state]]))
        }
      }),
      { numRuns: 200 },
    )
  })
})
