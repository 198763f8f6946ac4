import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { criticalPath } from '../../../graph/stream/critical-path.ts'
import { flowOf } from '../../../graph/stream/flow.ts'
import type { Stream } from '../../../graph/stream/stream.ts'
import { randomStreams } from './random-streams.ts'
import { step, streamOf, way } from './small-stream.ts'

/** The path as ids, and every step's visits by id. */
function pathOf(stream: Stream): { path: string[]; visits: Record<string, number> } {
  const { flow } = flowOf(stream)
  if (flow === undefined) throw new Error('The stream has no flow.')
  const { steps, visits } = criticalPath(flow)
  return {
    path: steps.map((i) => flow.steps[i]?.id ?? ''),
    visits: Object.fromEntries(flow.steps.map((each, i) => [each.id, Math.round((visits[i] ?? 0) * 1e9) / 1e9])),
  }
}

const round = (number: number): number => Math.round(number * 1e9) / 1e9

describe('criticalPath', () => {
  it('is the longest lead time, whatever its share', () => {
    const stream = streamOf(
      step('a', { next: [way('b', 99), way('c', 1)] }),
      step('b', { leadMinutes: 20, next: [way('d')] }),
      step('c', { leadMinutes: 30 }),
      step('d'),
    )
    expect(pathOf(stream)).toEqual({ path: ['a', 'c', 'd'], visits: { a: 1, b: 0, c: 1, d: 1 } })
  })

  it('takes the way with more steps of equals, such as an optional step without a lead time', () => {
    const stream = streamOf(
      step('a', { next: [way('c', 50), way('b', 50)] }),
      step('b', { leadMinutes: undefined }),
      step('c'),
    )
    expect(pathOf(stream).path).toEqual(['a', 'b', 'c'])
  })

  it('repeats the path’s steps by 1 ÷ (1 − r), and takes the longest way at every pass', () => {
    const stream = streamOf(
      step('a', { next: [way('b', 10), way('c', 90)] }),
      step('b'),
      step('c', { next: [way('a', 20, true), way('d')] }),
      step('d'),
    )
    expect(pathOf(stream).visits).toEqual({ a: 1.25, b: 1.25, c: 1.25, d: 1 })
  })

  it('takes a way back into a side branch for one to where it leaves the path', () => {
    const stream = streamOf(
      step('a'),
      step('b', { next: [way('side', 50), way('main', 50)] }),
      step('side', { leadMinutes: 1, next: [way('check')] }),
      step('main', { leadMinutes: 50 }),
      step('check', { next: [way('side', 20, true), way('e')] }),
      step('e'),
    )
    expect(pathOf(stream).visits).toEqual({ a: 1, b: 1.25, side: 0, main: 1.25, check: 1.25, e: 1 })
  })

  it('counts a detour as the shares say', () => {
    const stream = streamOf(
      step('check', { next: [way('repair', 20), way('ship', 80)] }),
      step('repair', { next: [way('check', 100, true)] }),
      step('ship'),
    )
    expect(pathOf(stream)).toEqual({ path: ['check', 'ship'], visits: { check: 1.25, repair: 0.25, ship: 1 } })
  })

  it('counts a detour that leads on past where it began as work done before the case goes on', () => {
    const stream = streamOf(
      step('a', { next: [way('fix', 20, true), way('b', 80)] }),
      step('b'),
      step('c', { next: [] }),
      step('fix', { next: [way('c')] }),
    )
    expect(pathOf(stream).visits).toEqual({ a: 1, b: 1, c: 1, fix: 0.25 })
  })

  it('is the expected visits of all cases where nothing branches, loops that overlap included', () => {
    const [p, q] = [0.3, 0.2]
    const stream = streamOf(
      step('a'),
      step('b'),
      step('c', { next: [way('a', 100 * p, true), way('d')] }),
      step('d', { next: [way('b', 100 * q, true), way('e')] }),
      step('e'),
    )
    const c = 1 / ((1 - p) * (1 - q))
    expect(pathOf(stream).visits).toEqual({ a: round(1 + p * c), b: round(c), c: round(c), d: 1.25, e: 1 })
  })

  it('comes to each of its steps at least once, and to no step of a side branch', () => {
    fc.assert(
      fc.property(randomStreams(), (stream) => {
        const { path, visits } = pathOf(stream)
        for (const id of path) expect(visits[id]).toBeGreaterThanOrEqual(1)
        expect(path[0]).toBe('s0')
        expect(visits[path.at(-1) ?? '']).toBe(1)
      }),
    )
  })
})
