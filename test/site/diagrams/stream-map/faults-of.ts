import type { StreamMapLayout } from '../../../../site/src/diagrams/stream-map/layout.ts'
import type { Point } from '../../../../site/src/diagrams/stream-map/shapes.ts'
import { contains, entered, labelsOf, overlap, partsOf } from './boxes-of.ts'

/** Everything that is wrong with a picture's places, in words. None: it can be read. */
export function faultsOf(layout: StreamMapLayout): string[] {
  const { width, height, nameWidth, steps, ways, stubs, joints, lanes, borders, ladder } = layout
  const faults: string[] = []
  const blame = (isWrong: boolean, say: string): unknown => isWrong && faults.push(say)
  const labels = labelsOf(layout)
  const whole = { x: -nameWidth, y: 0, width: width + nameWidth, height }
  const boxes = steps.map(({ step, box }) => ({ what: `step ${step.number}`, id: step.id, box }))

  for (const [a, b] of pairs(boxes)) blame(overlap(a.box, b.box), `${a.what} overlaps ${b.what}`)
  for (const [a, b] of pairs(labels)) blame(overlap(a.box, b.box), `“${a.what}” overlaps “${b.what}”`)
  for (const each of [...boxes, ...labels]) blame(!contains(whole, each.box), `${each.what} lies outside`)
  for (const label of labels) {
    for (const { id, what, box } of boxes) {
      if (label.inside === id) blame(!contains(box, label.box), `“${label.what}” leaves ${what}`)
      else blame(overlap(label.box, box), `“${label.what}” overlaps ${what}`)
    }
    blame(label.box.x < 0 && label.box.x + label.box.width > 0, `“${label.what}” leaves the lane names`)
  }
  const lines = [
    ...ways.map(({ way, points }) => ({ what: `way ${way.from} ${way.to}`, points })),
    ...stubs.map(({ step, from, to }) => ({ what: `stub of ${step.number}`, points: [from, to] })),
    ...joints.map(({ x, from, to }) => ({
      what: `bar at ${x}`,
      points: [
        { x, y: from },
        { x, y: to },
      ],
    })),
  ]
  for (const { what, points } of lines) {
    for (const part of partsOf(points)) {
      blame(part.width > 0 && part.height > 0, `${what} runs aslant`)
      blame(!contains({ ...whole, x: 0, width }, part), `${what} runs outside`)
      for (const box of boxes) blame(entered(part, box.box), `${what} runs through ${box.what}`)
      for (const label of labels) {
        if (!label.what.startsWith('mark')) blame(entered(part, label.box), `${what} runs through “${label.what}”`)
      }
    }
  }
  for (const [a, b] of pairs(ways)) {
    if (a.way.to === b.way.to && a.loop === b.loop) continue
    blame(liesAlong(a.points, b.points), `way ${a.way.from} ${a.way.to} lies along way ${b.way.from} ${b.way.to}`)
  }
  for (const { step, box } of steps) {
    const lane = lanes.find(({ y, height: high }) => box.y >= y && box.y + box.height <= y + high)
    const own = layout.lanesBy === 'PRACTICE' ? (step.practices[0] ?? step.activity) : step.activity
    blame(lane?.title !== own.name, `step ${step.number} stands in “${lane?.title ?? 'no lane'}”`)
  }
  for (const border of borders.slice(1, -1)) {
    const cut = { x: border, y: 0, width: 0, height }
    for (const { what, box } of [...boxes, ...labels]) blame(entered(cut, box), `a sheet ends in “${what}”`)
  }
  lanes.forEach(({ y }, i) => {
    const above = lanes[i - 1]
    blame(above !== undefined && Math.abs(above.y + above.height - y) > 0.01, `lanes ${i} and ${i + 1} don’t meet`)
  })
  ladder.rungs.forEach(({ from }, i) => {
    blame(i > 0 && Math.abs((ladder.rungs[i - 1]?.to ?? 0) - from) > 0.01, `the timeline has a gap at ${from}`)
  })
  return faults
}

/** Whether two lines share more than points. */
const liesAlong = (a: readonly Point[], b: readonly Point[]): boolean =>
  partsOf(a).some((one) =>
    partsOf(b).some((other) => {
      const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
      const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
      return across >= 0 && down >= 0 && across + down > 1 && one.width > 0 === other.width > 0
    }),
  )

const pairs = <T>(items: readonly T[]): [T, T][] =>
  items.flatMap((a, i) => items.slice(i + 1).map((b): [T, T] => [a, b]))
