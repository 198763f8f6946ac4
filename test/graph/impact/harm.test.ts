import { describe, expect, it } from 'vitest'
import { compareHarm, countStates } from '../../../graph/impact/harm.ts'
import type { Harm } from '../../../graph/impact/harm.ts'

const none = { down: 0, degraded: 0, atRisk: 0 }
const harm = (streams: Partial<Harm['streams']>, services: Partial<Harm['services']> = {}): Harm => ({
  streams: { ...none, ...streams },
  services: { ...none, ...services },
})

describe('harm', () => {
  it('counts items by state, those left out that are OK', () => {
    const states = ['DOWN', 'OK', 'AT_RISK', 'DOWN', 'DEGRADED'] as const
    expect(countStates(states.map((state) => ({ state })))).toEqual({ down: 2, degraded: 1, atRisk: 1 })
  })

  it('ranks streams down before streams degraded, those before services, and what is only at risk last', () => {
    const ranked = [
      harm({ down: 2 }),
      harm({ down: 1, degraded: 5 }, { down: 1 }),
      harm({ down: 1, degraded: 1 }),
      harm({ degraded: 1 }),
      harm({ atRisk: 1 }, { down: 1 }),
      harm({}, { down: 1 }),
      harm({}, { degraded: 3 }),
      harm({ atRisk: 9 }),
      harm({}, { atRisk: 9 }),
      harm({}),
    ]
    expect(ranked.toReversed().sort(compareHarm)).toEqual(ranked)
    expect(compareHarm(harm({ down: 1 }), harm({ down: 1 }))).toBe(0)
  })
})
