import type { Flow } from './flow.ts'
import { longestWays } from './longest-ways.ts'
import { sortWays } from './loop-ways.ts'
import type { SortedWays } from './loop-ways.ts'
import { fundamentalMatrix } from './visits.ts'

/** The longest way through a stream. Steps count `Flow.steps` from 0. */
export interface CriticalPath {
  /** The steps that it comes through, in flow order, each once. */
  readonly steps: readonly number[]
  /**
   * For each step of the flow, how often a case on the critical path comes to it, repetitions included: 1 or more for the
   * path's own steps, 0 for side branches, and what the shares say for detours such as a repair that leads back.
   */
  readonly visits: readonly number[]
}

/**
 * Finds the critical path: of all ways from the first step to an end, without ways back, the one with the longest lead
 * time (`longestWays`).
 *
 * Repetitions: a case on the critical path keeps to it wherever the flow branches, at every pass, and goes back as often as
 * the shares say. With Q′ for those ways (back with their share r, on along the path with 1 − Σ r), its visits are the
 * first row of (I − Q′)⁻¹. One loop of share r around k steps of the path thus adds r ÷ (1 − r) times the k steps' times;
 * loops within loops and loops that overlap come out exactly. A way back into a side branch leads to where that branch
 * leaves the path. So a loop never shortens a stream.
 */
export function criticalPath(flow: Flow): CriticalPath {
  const ways = sortWays(flow)
  const longest = longestWays(flow, ways.onward)
  const steps: number[] = []
  for (let step: number | undefined = 0; step !== undefined; step = longest[step]?.next) steps.push(step)
  return { steps, visits: visitsOnPath(flow, ways, steps) }
}

function visitsOnPath(flow: Flow, { onward, back, detours }: SortedWays, steps: readonly number[]): number[] {
  const place = new Map(steps.map((step, i) => [step, i]))
  const leaves = leavingPlaces(onward, steps, place)
  // Where a case that takes a way to a step finds itself; undefined where that is no way back, so that it goes on.
  const landing = (from: number, to: number): number | undefined => {
    const branch = leaves.get(to)
    if (branch === undefined) return to
    const latest = place.get(from) ?? steps.length
    const before = Math.max(...[...branch].filter((each) => each <= latest))
    return steps[before]
  }
  const loops = [...back, ...detours].flatMap(({ from, to, share }) => {
    const landed = landing(from, to)
    return leaves.has(from) || landed === undefined ? [] : [{ from, to: landed, share }]
  })
  const along = steps.slice(1).map((to, i) => {
    const from = steps[i] ?? 0
    const returning = loops.reduce((sum, way) => sum + (way.from === from ? way.share : 0), 0)
    return { from, to, share: 1 - returning }
  })
  const offPath = onward.flatMap(({ from, to, share }) => {
    const landed = landing(from, to)
    return place.has(from) || leaves.has(from) || landed === undefined ? [] : [{ from, to: landed, share }]
  })
  return fundamentalMatrix(flow.steps.length, [...loops, ...along, ...offPath])[0] ?? []
}

/** For each step of a side branch, the places on the path from which ways on lead to it without coming to the path. */
function leavingPlaces(
  onward: SortedWays['onward'],
  steps: readonly number[],
  place: ReadonlyMap<number, number>,
): Map<number, Set<number>> {
  const leaves = new Map<number, Set<number>>()
  const open = [...steps]
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    const own = place.get(step)
    const places = own === undefined ? [...(leaves.get(step) ?? [])] : [own]
    for (const { from, to } of onward) {
      if (from !== step || place.has(to)) continue
      const known = leaves.get(to) ?? new Set()
      const size = known.size
      for (const each of places) known.add(each)
      leaves.set(to, known)
      if (known.size > size) open.push(to)
    }
  }
  return leaves
}
