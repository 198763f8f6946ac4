import { placeOf } from '../../page/activity-order.ts'
import type { LanesBy, MapLane, MapStep, StreamMap } from './stream-map.ts'

/** A lane with its rows: more than one where steps of one lane happen beside each other. */
export interface GridLane extends MapLane {
  readonly firstRow: number
  readonly rows: number
}

/** The lanes of a stream, from above, with a row for each step in each lane that it belongs to. */
export interface StackedLanes {
  readonly lanes: readonly GridLane[]
  /** First the row that a step stands in, then those of its other lanes. */
  readonly rowsOf: (step: MapStep) => readonly number[]
}

/**
 * Stacks lanes, so that in no column two steps share a row: activities in the order in which they are told, practices in
 * that in which they come to work. Lanes that no step belongs to are left out.
 */
export function stackedLanes(map: StreamMap, by: LanesBy, columns: ReadonlyMap<string, number>): StackedLanes {
  const found = new Map(map.steps.flatMap((step) => lanesOf(step, by)).map((lane) => [lane.id, lane]))
  const inOrder = by === 'ACTIVITY' ? [...found.values()].sort((a, b) => placeOf(a) - placeOf(b)) : [...found.values()]
  const rowIn = rowsInLanes(map, by, columns)
  const lanes: GridLane[] = []
  for (const lane of inOrder) {
    const above = lanes.at(-1)
    const rows = map.steps.map(({ id }) => (rowIn.get(`${id} ${lane.id}`) ?? 0) + 1)
    lanes.push({ ...lane, firstRow: above === undefined ? 0 : above.firstRow + above.rows, rows: Math.max(...rows) })
  }
  const firstRow = new Map(lanes.map((lane) => [lane.id, lane.firstRow]))
  return {
    lanes,
    rowsOf: (step) => lanesOf(step, by).map(({ id }) => (firstRow.get(id) ?? 0) + (rowIn.get(`${step.id} ${id}`) ?? 0)),
  }
}

/** The lanes that a step belongs to: first the one that it stands in. */
const lanesOf = (step: MapStep, by: LanesBy): readonly MapLane[] =>
  by === 'PRACTICE' && step.practices.length > 0 ? step.practices : [step.activity]

/**
 * By step and lane: the first row of the lane that is free in the step's column. Boxes come before marks, and steps of the
 * critical path before others, so that it runs straight.
 */
function rowsInLanes(map: StreamMap, by: LanesBy, columns: ReadonlyMap<string, number>): Map<string, number> {
  const isCritical = ({ id }: MapStep): number => Number(map.criticalPath.includes(id))
  const steps = [...map.steps].sort((a, b) => isCritical(b) - isCritical(a))
  const wanted = [
    ...steps.flatMap((step) =>
      lanesOf(step, by)
        .slice(0, 1)
        .map((lane) => ({ step, lane })),
    ),
    ...steps.flatMap((step) =>
      lanesOf(step, by)
        .slice(1)
        .map((lane) => ({ step, lane })),
    ),
  ]
  const rows = new Map<string, number>()
  const taken = new Map<string, number>()
  for (const { step, lane } of wanted) {
    const cell = `${columns.get(step.id) ?? 0} ${lane.id}`
    const row = taken.get(cell) ?? 0
    taken.set(cell, row + 1)
    rows.set(`${step.id} ${lane.id}`, row)
  }
  return rows
}
