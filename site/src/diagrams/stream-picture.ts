import { holdersOf, targetsOf } from '../catalogue/catalogue.ts'
import type { Catalogue, Item } from '../catalogue/catalogue.ts'
import { linkTo } from '../links.ts'
import { activitiesOf } from '../page/activity-order.ts'
import { stepsOf, waysFrom } from '../page/flow.ts'
import { flowOrder } from './flow-order.ts'
import { measuredWays } from './loops.ts'
import type { Dot, Lane, Line, Picture } from './picture.ts'
import { wrapWords } from './wrap-words.ts'

/** Sizes of the picture, by how much room there is. */
interface Measures {
  readonly lane: number
  readonly label: number
  readonly pitch: number
  readonly radius: number
  readonly words: boolean
}

/** How much room a drawing has. */
export type Room = 'wide' | 'narrow'

/** Widths that the lanes may fill: beside the navigation, and on a phone. */
const widths: Readonly<Record<Room, number>> = { wide: 930, narrow: 350 }
/** More steps than this, and their names no longer fit beside each other. */
const mostNamed = 8

/** Sizes for so many steps. What doesn't fit on a phone can be scrolled to. */
function measuresFor(steps: number, room: Room, less: number): Measures {
  const label = room === 'wide' ? 148 : 100
  const fitting = (widths[room] - less - label - 8) / steps
  const words = room === 'wide' && steps <= mostNamed
  if (room === 'narrow') return { lane: 38, label, pitch: clamp(fitting, 25, 44), radius: 10.5, words }
  return {
    lane: words ? 68 : 46,
    label,
    pitch: words ? clamp(fitting, 92, 160) : clamp(fitting, 46, 110),
    radius: 13,
    words,
  }
}

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)

/**
 * A stream as a line through the value chain: a lane for each activity, a dot for each step in the order of flow, numbered
 * as in its file, a line for each way from step to step. Undefined where there is nothing to draw.
 * @param less how much of the room something else takes.
 */
export function streamPicture(stream: Item, catalogue: Catalogue, room: Room, less = 0): Picture | undefined {
  const steps = stepsOf(stream)
  const activities = activitiesOf(catalogue)
  if (steps.length === 0 || activities.length === 0) return undefined
  const sizes = measuresFor(steps.length, room, less)
  const lanes = lanesOf(activities, sizes, steps)
  const measures = catalogue.streams.get(stream.id)?.measures
  const ways = steps.flatMap((step) =>
    measuredWays(step, waysFrom(step), measures).map(({ to, rework }): Leg => ({ from: step.id, to: to.id, rework })),
  )
  const order = flowOrder(
    steps.map(({ id }) => id),
    ways.filter(({ rework }) => !rework),
  )
  const dots = steps.map((step, i): Dot => {
    const lane = activities.findIndex((activity) => targetsOf(step, 'VISITS').some(({ item }) => item === activity))
    return {
      x: sizes.label + sizes.pitch * (order.indexOf(step.id) + 0.5),
      y: (Math.max(lane, 0) + (sizes.words ? 0.34 : 0.5)) * sizes.lane,
      radius: sizes.radius,
      number: i + 1,
      name: step.name,
      href: linkTo(step),
      optional: step.values['optional'] === true,
      words: sizes.words ? wrapWords(step.name, Math.floor(sizes.pitch / 6.2), 2) : [],
    }
  })
  const at = new Map(
    steps.map((step, i): [string, Spot | undefined] => {
      const dot = dots[i]
      return [step.id, dot && { dot, place: order.indexOf(step.id) }]
    }),
  )
  return {
    width: sizes.label + sizes.pitch * steps.length + 8,
    height: sizes.lane * lanes.length,
    tone: stream.values['perspective'] === 'AS_IS' ? 'as-is' : 'to-be',
    lanes,
    dots,
    ways: ways.flatMap((way) => lineOf(way, at, sizes)),
  }
}

/** The chain's lanes alone, for a catalogue that has no stream yet. */
export function emptyChain(catalogue: Catalogue, room: Room, less = 0): Picture {
  const sizes = measuresFor(6, room, less)
  const lanes = lanesOf(activitiesOf(catalogue), sizes, [])
  return {
    width: sizes.label + sizes.pitch * 6,
    height: sizes.lane * lanes.length,
    tone: 'to-be',
    lanes,
    dots: [],
    ways: [],
  }
}

const lanesOf = (activities: readonly Item[], sizes: Measures, steps: readonly Item[]): Lane[] =>
  activities.map((activity, i) => ({
    y: i * sizes.lane,
    height: sizes.lane,
    name: activity.name,
    href: linkTo(activity),
    empty: !holdersOf(activity, 'VISITS').some(({ item }) => steps.includes(item)),
  }))

/** A way, by the ids of its steps. */
interface Leg {
  readonly from: string
  readonly to: string
  readonly rework: boolean
}

/** A dot, and which one it is from the left. */
interface Spot {
  readonly dot: Dot
  readonly place: number
}

function lineOf({ from, to, rework }: Leg, at: ReadonlyMap<string, Spot | undefined>, sizes: Measures): Line[] {
  const [start, end] = [at.get(from), at.get(to)]
  if (start === undefined || end === undefined) return []
  const apart = end.place - start.place
  if (rework) return [{ kind: 'rework', arrow: true, d: loop(start.dot, end.dot, sizes) }]
  if (apart <= 0) return [{ kind: 'branch', arrow: true, d: loop(start.dot, end.dot, sizes) }]
  return [{ kind: apart === 1 ? 'main' : 'branch', arrow: isRoomy(sizes), d: curve(start.dot, end.dot, apart, sizes) }]
}

/** Where dots stand close, lines run below them from middle to middle: an arrow head would fill the gap. */
const isRoomy = ({ pitch, radius }: Measures): boolean => pitch > 3.5 * radius

/** From a dot's right edge to another's left edge, level at both ends; past dots on the same lane it bows. */
function curve(from: Dot, to: Dot, apart: number, sizes: Measures): string {
  const { radius, lane } = sizes
  const [x1, x2] = isRoomy(sizes) ? [from.x + radius, to.x - radius - 5] : [from.x, to.x]
  const bend = Math.min((x2 - x1) / 2, 60)
  if (from.y === to.y && apart > 1) {
    const top = from.y - lane * 0.55
    return `M${n(from.x)} ${n(from.y - radius)}C${n(from.x + 10)} ${n(top)} ${n(to.x - 10)} ${n(top)} ${n(to.x - 2)} ${n(to.y - radius - 4)}`
  }
  return `M${n(x1)} ${n(from.y)}C${n(x1 + bend)} ${n(from.y)} ${n(x2 - bend)} ${n(to.y)} ${n(x2)} ${n(to.y)}`
}

/** Back to an earlier dot: over the dots where their names stand below them, below them otherwise. */
function loop(from: Dot, to: Dot, { radius, lane, words }: Measures): string {
  if (words) {
    const high = Math.min(from.y, to.y) - radius - lane * 0.32
    const [y1, y2] = [from.y - radius, to.y - radius - 4]
    return `M${n(from.x - 3)} ${n(y1)}C${n(from.x - 14)} ${n(high - 8)} ${n(to.x + 14)} ${n(high - 8)} ${n(to.x + 2)} ${n(y2)}`
  }
  const low = Math.max(from.y, to.y) + radius + lane * 0.3
  const [y1, y2] = [from.y + radius, to.y + radius + 4]
  return `M${n(from.x)} ${n(y1)}C${n(from.x - 6)} ${n(low + 8)} ${n(to.x + 8)} ${n(low + 8)} ${n(to.x + 2)} ${n(y2)}`
}

const n = (value: number): string => String(Math.round(value * 10) / 10)
