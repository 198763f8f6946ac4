import { describe, expect, it } from 'vitest'
import { layOutStreamMap } from '../../../../site/src/diagrams/stream-map/layout.ts'
import { mostWays, withStrongestWays } from '../../../../site/src/diagrams/stream-map/strongest-ways.ts'
import type { MapWay, StreamMap } from '../../../../site/src/diagrams/stream-map/stream-map.ts'
import { streamMapSvg } from '../../../../site/src/diagrams/stream-map/svg.ts'
import { faultsOf } from './faults-of.ts'
import { steadyMap } from './steady-map.ts'

/** A stream with a way from every step to every other: those to the next step are the rarest. */
function spaghetti(count: number): StreamMap {
  const map = steadyMap(count)
  const ids = map.steps.map(({ id }) => id)
  const ways = ids.flatMap((from, i) =>
    ids.flatMap((to, k): MapWay[] => {
      if (i === k) return []
      const share = k === i + 1 ? 0.5 : ((i * 7 + k * 13) % 29) / 8 + 1
      return [{ from, to, share, loop: k < i, handOff: 'NONE' }]
    }),
  )
  return { ...map, ways, criticalPath: ids.filter((_, i) => i % 2 === 0) }
}

describe('a stream of more ways than can be drawn', () => {
  const map = spaghetti(33)
  const drawn = withStrongestWays(map, new Map())

  it('keeps as many as can be read, and says how many are left out', () => {
    expect(drawn.ways.length).toBeLessThanOrEqual(mostWays(33))
    expect(drawn.ways.length + drawn.rarerWays).toBe(33 * 32)
  })

  it('keeps the critical path', () => {
    const has = (from: string, to: string | undefined): boolean =>
      drawn.ways.some((way) => way.from === from && way.to === to)
    expect(map.criticalPath.slice(0, -1).filter((id, i) => !has(id, map.criticalPath[i + 1]))).toStrictEqual([])
  })

  it('leaves no step alone: ways on lead to all of them from the first', () => {
    const reached = new Set(['s0'])
    for (const _ of map.steps)
      for (const { from, to, loop } of drawn.ways) if (!loop && reached.has(from)) reached.add(to)
    expect(reached.size).toBe(33)
  })

  it('is drawn quickly, and says so', () => {
    const started = process.cpuUsage().user
    const layout = layOutStreamMap(drawn, 'ACTIVITY')
    // Microseconds of work, on a machine that may be slow.
    expect(process.cpuUsage().user - started).toBeLessThan(6_000_000)
    expect(faultsOf(layout)).toStrictEqual([])
    expect(streamMapSvg(layout)).toContain(
      `${drawn.rarerWays.toLocaleString('en')} rarer ways aren’t drawn: the table has them.`,
    )
  })

  it('keeps what most cases take: shares count for as many cases as come to their step', () => {
    const busy = withStrongestWays(map, new Map([['s4', 100]]))
    const out = (ways: readonly MapWay[]): number => ways.filter(({ from }) => from === 's4').length
    expect(out(busy.ways)).toBeGreaterThan(out(drawn.ways))
  })
})

it('leaves other streams as they are', () => {
  const map = steadyMap(40)
  expect(withStrongestWays(map, new Map())).toBe(map)
})
