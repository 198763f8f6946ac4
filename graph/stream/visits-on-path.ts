import type { Flow, FlowWay } from './flow.ts'
import type { SortedWays } from './loop-ways.ts'
import { fundamentalMatrix } from './visits.ts'

/**
 * How often a case that keeps to the critical path comes to each step, repetitions included.
 *
 * Wherever the flow branches it keeps to the path, at every pass, and it goes back as often as the shares say. With r the
 * shares of the ways back to the path's steps, and 1 − Σ r for the way along it, visits are the first row of (I − Q′)⁻¹.
 * One loop of share r around k steps of the path thus adds r ÷ (1 − r) times the k steps' times; loops within loops and
 * loops that overlap come out exactly.
 *
 * - A way back into a side branch leads to where that branch leaves the path: the case takes the longest way again.
 * - Steps off the path from which only a way back leads on, or to which only a way back leads (a repair that is then
 *   checked again), are detours: they are visited as the shares say. A detour that doesn't come back to the path behind
 *   where it left counts as work that is done before the case goes on.
 *
 * So every step of the path has 1 or more, and a way back from one of them never makes it less.
 * @param path the critical path's steps, in flow order.
 * @returns visits for each step of the flow; 0 for side branches.
 */
export function visitsOnPath(flow: Flow, ways: SortedWays, path: readonly number[]): number[] {
  const place = new Map(path.map((step, i) => [step, i]))
  const branches = leavingPlaces(ways.onward, path, place)
  const detours = [...flow.steps.keys()].filter((step) => !place.has(step) && !branches.has(step))
  const inDetours = new Map(detours.map((step, i) => [step, i]))
  const within = chainOf(flow.ways, inDetours)
  const between = fundamentalMatrix(detours.length, within)

  const chain: { from: number; to: number; share: number }[] = []
  const detouring: number[][] = []
  for (const [i, step] of path.entries()) {
    const leaving = [...ways.back, ...ways.detours].filter((way) => way.from === step)
    const taken = detours.map((_, to) =>
      leaving.reduce((sum, way) => {
        const entered = inDetours.get(way.to)
        return entered === undefined ? sum : sum + way.share * (between[entered]?.[to] ?? 0)
      }, 0),
    )
    const ends = flow.ways.filter((way) => inDetours.has(way.from) && !inDetours.has(way.to))
    const back = [
      ...leaving.filter((way) => !inDetours.has(way.to)),
      ...ends.map((way) => ({ ...way, share: way.share * (taken[inDetours.get(way.from) ?? 0] ?? 0) })),
    ].flatMap(({ to, share }) => {
      const places = [place.get(to) ?? [], ...(branches.get(to) ?? [])].flat().filter((each) => each <= i)
      return places.length === 0 ? [] : [{ from: i, to: Math.max(...places), share }]
    })
    // What is left of the ways off the path neither comes back nor goes along it: the case then draws again.
    const along = 1 - leaving.reduce((sum, way) => sum + way.share, 0)
    const counted = along + back.reduce((sum, way) => sum + way.share, 0)
    chain.push(...back.map((way) => ({ ...way, share: way.share / counted })))
    if (i < path.length - 1) chain.push({ from: i, to: i + 1, share: along / counted })
    detouring.push(taken.map((share) => share / counted))
  }
  const passes = fundamentalMatrix(path.length, chain)[0] ?? []
  return flow.steps.map((_, step) => {
    const detour = inDetours.get(step)
    if (detour === undefined) return passes[place.get(step) ?? -1] ?? 0
    return passes.reduce((sum, visits, i) => sum + visits * (detouring[i]?.[detour] ?? 0), 0)
  })
}

/** The ways between some steps, renumbered. */
function chainOf(ways: readonly FlowWay[], numbers: ReadonlyMap<number, number>): FlowWay[] {
  return ways.flatMap((way) => {
    const [from, to] = [numbers.get(way.from), numbers.get(way.to)]
    return from === undefined || to === undefined ? [] : [{ ...way, from, to }]
  })
}

/** For each step of a side branch, the places on the path from which ways on lead to it without coming to the path. */
function leavingPlaces(
  onward: readonly FlowWay[],
  path: readonly number[],
  place: ReadonlyMap<number, number>,
): Map<number, Set<number>> {
  const leaves = new Map<number, Set<number>>()
  const open = [...path]
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
