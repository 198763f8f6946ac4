import { flowOrder } from '../flow-order.ts'
import { stackedLanes } from './lanes.ts'
import type { GridLane } from './lanes.ts'
import type { LanesBy, MapStep, MapWay, StreamMap } from './stream-map.ts'

/** Where steps stand by what they mean: their columns by the order of flow, their rows by lane. */
export interface Grid {
  readonly columns: number
  readonly lanes: readonly GridLane[]
  readonly places: readonly Place[]
  readonly ways: readonly GridWay[]
}

/** A step in its place. */
export interface Place {
  readonly step: MapStep
  readonly column: number
  readonly row: number
  /** Rows of the other lanes that it belongs to, in the same column. */
  readonly alsoIn: readonly number[]
  readonly critical: boolean
}

/** A way between two places. */
export interface GridWay {
  readonly way: MapWay
  readonly from: Place
  readonly to: Place
  /** It leads back, to be done again. */
  readonly loop: boolean
  /** It comes in below the middle of its target's box: loops, and what leads leftwards. */
  readonly below: boolean
  readonly critical: boolean
}

/** Puts every step in its place. Ways to steps that the map doesn't have are left out. */
export function gridOf(map: StreamMap, by: LanesBy): Grid {
  const columns = columnsOf(map)
  const { lanes, rowsOf } = stackedLanes(map, by, columns)
  const places = new Map(
    map.steps.map((step): [string, Place] => {
      const [row = 0, ...alsoIn] = rowsOf(step)
      const critical = map.criticalPath.includes(step.id)
      return [step.id, { step, column: columns.get(step.id) ?? 0, row, alsoIn, critical }]
    }),
  )
  const next = new Map(map.criticalPath.map((id, i) => [id, map.criticalPath[i + 1]]))
  return {
    columns: Math.max(0, ...columns.values()) + 1,
    lanes,
    places: [...places.values()],
    ways: map.ways.flatMap((way): GridWay[] => {
      const [from, to] = [places.get(way.from), places.get(way.to)]
      if (from === undefined || to === undefined) return []
      const { loop } = way
      const below = loop || to.column <= from.column
      return [{ way, from, to, loop, below, critical: next.get(way.from) === way.to }]
    }),
  }
}

/**
 * As far to the left as the ways between it and steps before it in flow order allow, whichever way they lead: steps of one
 * column have none between them, and only loops lead leftwards. A step without any follows the one before it.
 */
function columnsOf({ steps, ways }: StreamMap): Map<string, number> {
  const columns = new Map<string, number>()
  const order = flowOrder(
    steps.map(({ id }) => id),
    ways.filter(({ loop }) => !loop),
  )
  let before = -1
  for (const id of order) {
    const joined = ways.flatMap(({ from, to }) => (to === id ? [from] : from === id ? [to] : []))
    const earlier = joined.flatMap((other) => columns.get(other) ?? [])
    before = (earlier.length === 0 ? before : Math.max(...earlier)) + 1
    columns.set(id, before)
  }
  return columns
}
