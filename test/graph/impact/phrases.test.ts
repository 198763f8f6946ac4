import { describe, expect, it } from 'vitest'
import { english } from '../../../graph/impact/phrases.ts'
import type { ToldKind } from '../../../graph/impact/phrases.ts'
import type { State } from '../../../graph/impact/states.ts'

type Counts = Partial<Record<State, number>>

/** What is said of one kind, of which there are so many. */
function said(kind: ToldKind, all: number, counts: Counts, others = false): string {
  const states = (['DOWN', 'DEGRADED', 'AT_RISK'] as const).flatMap((state) =>
    counts[state] === undefined ? [] : [{ state, count: counts[state] }],
  )
  return english.summary({
    failed: [{ name: 'Ticketing', state: 'DOWN' }],
    kinds: [{ kind, others, all, states }],
    others: 0,
    nothing: false,
  })
}

describe('the summary of a failure', () => {
  it.each<[ToldKind, number, Counts, string]>([
    ['ValueStream', 9, { DOWN: 9 }, 'all 9 value streams are down'],
    ['Service', 13, { DEGRADED: 13 }, 'all 13 services are degraded'],
    ['Service', 2, { AT_RISK: 2 }, 'both services are at risk'],
    ['ValueStream', 1, { AT_RISK: 1 }, 'the one value stream is at risk'],
    ['Service', 1, { DOWN: 1 }, 'the one service is down'],
    ['ValueStream', 9, { DOWN: 8 }, 'of 9 value streams 8 are down'],
    ['ValueStream', 9, { DOWN: 8, DEGRADED: 1 }, 'of 9 value streams 8 are down and 1 degraded'],
    ['Service', 9, { DOWN: 1, DEGRADED: 2, AT_RISK: 6 }, 'of 9 services 1 is down, 2 degraded and 6 at risk'],
    ['Service', 1, {}, 'no service is affected'],
    ['ValueStream', 0, {}, 'no value stream is affected'],
  ])('of %s, %i of them, %o: %s', (kind, all, counts, expected) => {
    expect(said(kind, all, counts)).toBe(`With Ticketing down: ${expected}.`)
  })

  it('tells of the others where one was declared itself', () => {
    const start = 'With Ticketing down: '
    expect(said('ValueStream', 8, {}, true)).toBe(`${start}no other value stream is affected.`)
    expect(said('ValueStream', 8, { DOWN: 8 }, true)).toBe(`${start}all 8 other value streams are down.`)
    expect(said('Service', 1, { DOWN: 1 }, true)).toBe(`${start}the one other service is down.`)
    expect(said('Service', 8, { DOWN: 1 }, true)).toBe(`${start}of 8 other services 1 is down.`)
  })
})
