import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flowOf } from '../../../graph/stream/flow.ts'
import type { Flow } from '../../../graph/stream/flow.ts'
import type { Stream } from '../../../graph/stream/stream.ts'
import { visitsOf } from '../../../graph/stream/visits.ts'
import { randomStreams } from './random-streams.ts'
import { simulate } from './simulate.ts'
import { step, streamOf, way } from './small-stream.ts'

function flow(stream: Stream): Flow {
  const { flow: found, problems } = flowOf(stream)
  if (found === undefined) throw new Error(problems.map((each) => each.message).join('\n'))
  return found
}

const perCase = (stream: Stream): number[] => visitsOf(flow(stream)).map((each) => each.perCase)

/** Expects each number within rounding. */
function expectClose(found: readonly number[], expected: readonly number[]): void {
  expect(found).toHaveLength(expected.length)
  for (const [i, each] of expected.entries()) expect(found[i]).toBeCloseTo(each, 10)
}

describe('visitsOf', () => {
  it('sums the geometric series of a loop', () => {
    const stream = streamOf(step('a'), step('b'), step('c', { next: [way('b', 20, true), way('d')] }), step('d'))
    expectClose(perCase(stream), [1, 1 / 0.8, 1 / 0.8, 1])
  })

  it('is exact for a loop within a loop', () => {
    // b is repeated alone with p = 0.5, and c leads back to a with q = 0.25: 1 ÷ (1 − q) rounds of 1 ÷ (1 − p) visits.
    const stream = streamOf(
      step('a'),
      step('b', { next: [way('b', 50, true), way('c')] }),
      step('c', { next: [way('a', 25, true), way('d')] }),
      step('d'),
    )
    expectClose(perCase(stream), [1 / 0.75, 2 / 0.75, 1 / 0.75, 1])
  })

  it('is exact for loops that overlap', () => {
    // c → a with p, d → b with q. From v = 1 + Qᵀv: b = c = 1 ÷ ((1 − p)(1 − q)), d = 1 ÷ (1 − q), a = 1 + p c.
    const [p, q] = [0.3, 0.2]
    const stream = streamOf(
      step('a'),
      step('b'),
      step('c', { next: [way('a', 100 * p, true), way('d')] }),
      step('d', { next: [way('b', 100 * q, true), way('e')] }),
      step('e'),
    )
    const c = 1 / ((1 - p) * (1 - q))
    expectClose(perCase(stream), [1 + p * c, c, c, 1 / (1 - q), 1])
  })

  it('tells how many cases come to a step, and how often those do that come at all', () => {
    const stream = streamOf(
      step('a', { next: [way('b', 20), way('c', 80)] }),
      step('b', { next: [way('b', 50, true), way('c')] }),
      step('c'),
    )
    const [, b, c] = visitsOf(flow(stream))
    expect(b?.perCase).toBeCloseTo(0.4, 12)
    expect(b?.onceThere).toBeCloseTo(2, 12)
    expect(b?.reach).toBeCloseTo(0.2, 12)
    expect(c).toEqual({ perCase: 1, onceThere: 1, reach: 1 })
  })

  it('balances: what comes to a step is what begins there and what others send, and every case ends once', () => {
    fc.assert(
      fc.property(randomStreams(), (stream) => {
        const found = flow(stream)
        const visits = visitsOf(found).map((each) => each.perCase)
        for (const [i, each] of visits.entries()) {
          const come = found.ways
            .filter((to) => to.to === i)
            .reduce((sum, to) => sum + (visits[to.from] ?? 0) * to.share, 0)
          expect(Math.abs(each - come - (i === 0 ? 1 : 0))).toBeLessThan(1e-9 * Math.max(1, each))
        }
        expect(visits.reduce((sum, each, i) => sum + each * (found.ends[i] ?? 0), 0)).toBeCloseTo(1, 9)
      }),
    )
  })

  it('agrees with a simulation of the same stream', () => {
    const cases = 20_000
    fc.assert(
      fc.property(randomStreams(), fc.integer(), (stream, seed) => {
        const simulated = simulate(stream, cases, seed)
        const found = flow(stream)
        for (const [i, { perCase: visits }] of visitsOf(found).entries()) {
          const { mean, error } = simulated.visits.get(found.steps[i]?.id ?? '') ?? { mean: NaN, error: NaN }
          // Five standard errors, and ten visits for ways so rare that hardly a simulated case took them.
          expect(Math.abs(mean - visits)).toBeLessThan(5 * error + 10 / cases)
        }
      }),
      { numRuns: 25, seed: 4 },
    )
  })
})
