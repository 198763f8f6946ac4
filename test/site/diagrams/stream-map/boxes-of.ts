import { circleRadius } from '../../../../site/src/diagrams/stream-map/card.ts'
import type { StreamMapLayout } from '../../../../site/src/diagrams/stream-map/layout.ts'
import { labelBox } from '../../../../site/src/diagrams/stream-map/shapes.ts'
import type { Box, Point } from '../../../../site/src/diagrams/stream-map/shapes.ts'

/** A box of a picture, with what it belongs to. Lane names stand left of 0. */
export interface OwnedBox {
  readonly what: string
  /** The step in whose box it stands. */
  readonly inside?: string
  readonly box: Box
}

/** Every text of a picture, and the marks that stand for steps in other lanes. */
export function labelsOf({ lanes, steps, ways, stubs, joints, ladder, nameWidth }: StreamMapLayout): OwnedBox[] {
  return [
    ...lanes.flatMap(({ name }) =>
      name.map((label) => ({ what: label.text, box: moved(labelBox(label), -nameWidth, 0) })),
    ),
    ...ladder.titles.map((label) => ({ what: label.text, box: moved(labelBox(label), -nameWidth, 0) })),
    ...steps.flatMap(({ step, box, card }) =>
      card.labels.map((label) => ({ what: label.text, inside: step.id, box: moved(labelBox(label), box.x, box.y) })),
    ),
    ...ways.flatMap(({ way, share }) =>
      share === undefined ? [] : [{ what: `${way.from} ${share.text}`, box: labelBox(share) }],
    ),
    ...stubs.map(({ step, share }) => ({ what: `${step.id} ${share.text}`, box: labelBox(share) })),
    ...joints.flatMap(({ marks }) =>
      marks.map(({ middle: { x, y }, number }) => ({
        what: `mark ${number.text}`,
        box: { x: x - circleRadius, y: y - circleRadius, width: 2 * circleRadius, height: 2 * circleRadius },
      })),
    ),
    ...ladder.labels.flatMap(({ number, time }) =>
      [number, time].map((label) => ({ what: `ladder ${label.text}`, box: labelBox(label) })),
    ),
    ...[...ladder.totals, ...ladder.notes].map((label) => ({ what: label.text, box: labelBox(label) })),
  ]
}

const moved = (box: Box, x: number, y: number): Box => ({ ...box, x: box.x + x, y: box.y + y })

/** Whether two boxes share more than an edge. */
export const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width - slack &&
  b.x < a.x + a.width - slack &&
  a.y < b.y + b.height - slack &&
  b.y < a.y + a.height - slack
const slack = 0.5

export const contains = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x - slack &&
  inner.y >= outer.y - slack &&
  inner.x + inner.width <= outer.x + outer.width + slack &&
  inner.y + inner.height <= outer.y + outer.height + slack

/** The straight parts of a line, as boxes without thickness. */
export const partsOf = (points: readonly Point[]): Box[] =>
  points.slice(1).map((to, i) => {
    const from = points[i] ?? to
    return {
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      width: Math.abs(to.x - from.x),
      height: Math.abs(to.y - from.y),
    }
  })

/** Whether a line comes into a box, beyond its edge. */
export const entered = (line: Box, { x, y, width, height }: Box): boolean =>
  overlap(
    { ...line, width: line.width + 2 * slack, height: line.height + 2 * slack },
    { x: x + 1, y: y + 1, width: width - 2, height: height - 2 },
  )
