import type { Item } from '../catalogue/catalogue.ts'
import type { Way } from '../page/flow.ts'

/** What the API's `ValueStream.measures` says of ways that lead back. */
export interface LoopMeasures {
  /** Every step that cases come to; none where the stream can't be measured. */
  readonly steps: readonly { readonly step: Named }[]
  readonly loops: readonly { readonly from: Named; readonly to: Named }[]
}
interface Named {
  readonly id: string
}

/**
 * Ways out of a step, with `rework` said as the stream's measures have it, so that a picture and its figures never
 * contradict each other. Ways that have no part in the measures keep what their file says.
 */
export function measuredWays(from: Item, ways: readonly Way[], measures: LoopMeasures | undefined): Way[] {
  const isMeasured = measures?.steps.some(({ step }) => step.id === from.id) === true
  if (!isMeasured) return [...ways]
  const back = new Set(measures.loops.filter((loop) => loop.from.id === from.id).map(({ to }) => to.id))
  return ways.map((way) => ({ ...way, rework: way.share === 0 ? way.rework : back.has(way.to.id) }))
}
