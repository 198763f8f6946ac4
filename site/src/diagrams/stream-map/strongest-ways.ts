import { flowOrder } from '../flow-order.ts'
import type { MapWay, StreamMap } from './stream-map.ts'

/** How many ways a picture of so many steps may have: more can't be told apart, and take long to find room for. */
export const mostWays = (steps: number): number => Math.max(45, steps + 15)
/** How many steps all ways of a picture together may pass by: each takes its room, and its time to find it. */
const mostPassed = 200

/**
 * A stream with no more ways than can be drawn and read. What stays in any case: the critical path's ways, and for every
 * other step a way in and a way out, so that none stands alone. Of the others, each step's strongest way in and out, and
 * then those that most cases take, as long as there is room.
 * @param visits by step's id: how often a case comes to it; once where that isn't known.
 */
export function withStrongestWays(map: StreamMap, visits: ReadonlyMap<string, number>): StreamMap {
  const most = mostWays(map.steps.length)
  if (map.ways.length <= most) return map
  const traffic = trafficOn(map.ways, visits)
  const sorted = [...map.ways].sort((a, b) => (traffic.get(b) ?? 0) - (traffic.get(a) ?? 0))
  // Ways on come before loops: along them, every step is joined to the stream's beginning.
  const joining = sorted.filter(({ from, to }) => from !== to).sort((a, b) => Number(a.loop) - Number(b.loop))
  const [into, outOf] = [Map.groupBy(joining, ({ to }) => to), Map.groupBy(joining, ({ from }) => from)]
  const next = new Map(map.criticalPath.map((id, i) => [id, map.criticalPath[i + 1]]))
  const kept = new Set(map.ways.filter(({ from, to }) => next.get(from) === to))
  const onPath = new Set([...kept].flatMap(({ from, to }) => [from, to]))
  const strongest = map.steps.map(({ id }) => ({ id, ways: [into.get(id)?.[0], outOf.get(id)?.[0]] }))
  const ofSteps = (steps: typeof strongest): MapWay[] =>
    steps.flatMap(({ ways }) => ways.filter((way) => way !== undefined))
  for (const way of ofSteps(strongest.filter(({ id }) => !onPath.has(id)))) kept.add(way)

  const passed = passedBy(map)
  let room = mostPassed - [...kept].reduce((sum, way) => sum + passed(way), 0)
  for (const way of [...ofSteps(strongest), ...sorted]) {
    if (kept.has(way) || kept.size >= most || passed(way) > room) continue
    kept.add(way)
    room -= passed(way)
  }
  const ways = map.ways.filter((way) => kept.has(way))
  return { ...map, ways, rarerWays: map.ways.length - ways.length }
}

/** How many steps stand between the ends of a way, in flow order. */
function passedBy({ steps, ways }: StreamMap): (way: MapWay) => number {
  const order = flowOrder(
    steps.map(({ id }) => id),
    ways.filter(({ loop }) => !loop),
  )
  const place = new Map(order.map((id, i) => [id, i]))
  return ({ from, to }) => Math.max(0, Math.abs((place.get(to) ?? 0) - (place.get(from) ?? 0)) - 1)
}

/** How many times a case takes each way. Where a step's ways say no share, what the others leave is divided equally. */
function trafficOn(ways: readonly MapWay[], visits: ReadonlyMap<string, number>): Map<MapWay, number> {
  return new Map(
    [...Map.groupBy(ways, ({ from }) => from)].flatMap(([from, here]) => {
      const left = 100 - here.reduce((sum, { share = 0 }) => sum + share, 0)
      const unsaid = here.filter(({ share }) => share === undefined).length
      return here.map((way): [MapWay, number] => {
        const part = way.share ?? Math.max(0, left) / unsaid
        return [way, ((visits.get(from) ?? 1) * part) / 100]
      })
    }),
  )
}
