import type { Cells } from './cells.ts'
import { crossingsAtLeast } from './channel.ts'
import type { Net } from './channel.ts'
import type { GridWay } from './grid.ts'

/** The gaps between columns in which a way leaves the one and comes to the other: numbered by the column behind them. */
export const gapsOf = ({ from, to }: GridWay): readonly [leaves: number, comes: number] => [from.column + 1, to.column]

/** A way's course while nothing has its place: columns and rows count as so wide and high that nothing else matters. */
export interface Course {
  /** Where it goes up or down: between which columns, and what it does there. */
  readonly uprights: readonly { readonly x: number; readonly net: Net; readonly top: number; readonly bottom: number }[]
  /** Where it runs along. */
  readonly run: { readonly left: number; readonly right: number; readonly y: number } | undefined
  /** Ways with one port are drawn as one. */
  readonly port: string
}

const rowHeight = 1000
const heightOf = (row: number): number => rowHeight * (row + 0.5)

/** @param gap above which row it runs along; undefined for a way that only goes up or down. */
export function courseOf(way: GridWay, gap: number | undefined, { exits, entries }: Cells): Course {
  const [leaves, comes] = gapsOf(way)
  const [start, end] = [heightOf(way.from.row) + (exits.get(way) ?? 0), heightOf(way.to.row) + (entries.get(way) ?? 0)]
  const port = `${String(way.to.column)} ${String(end)}`
  const upright = (x: number, ...ends: Net['ends']): Course['uprights'][number] => {
    const ys = ends.map(({ y }) => y)
    return { x, net: { ends }, top: Math.min(...ys), bottom: Math.max(...ys) }
  }
  const [from, to] = [
    { y: start, side: 'LEFT' },
    { y: end, side: 'RIGHT' },
  ] as const
  if (gap === undefined) return { uprights: [upright(comes, from, to)], run: undefined, port }
  const y = rowHeight * gap
  const [away, back] = comes > leaves ? (['RIGHT', 'LEFT'] as const) : (['LEFT', 'RIGHT'] as const)
  return {
    uprights: [upright(leaves, from, { y, side: away }), upright(comes, { y, side: back }, to)],
    run: { left: Math.min(leaves, comes), right: Math.max(leaves, comes), y },
    port,
  }
}

/** What a course costs: what it crosses, and how far it goes up and down. */
export function costOf(course: Course, others: Iterable<Course>, straight: ReadonlySet<GridWay>): number {
  let crossed = 0
  for (const { from, to } of straight)
    for (const { x, top, bottom } of course.uprights)
      if (x > from.column && x <= to.column && isBetween(heightOf(from.row), top, bottom)) crossed += 1
  for (const other of others) {
    crossed += passing(course, other) + passing(other, course)
    for (const one of course.uprights)
      for (const each of other.uprights)
        if (one.x === each.x && course.port !== other.port) crossed += crossingsAtLeast(one.net, each.net)
  }
  const climb = course.uprights.reduce((sum, { top, bottom }) => sum + bottom - top, 0)
  return 2 * crossed + climb / rowHeight
}

/** How often one runs along over where the other goes up or down. */
const passing = ({ run }: Course, { uprights }: Course): number =>
  run === undefined
    ? 0
    : uprights.filter(({ x, top, bottom }) => isBetween(x, run.left, run.right) && isBetween(run.y, top, bottom)).length

/** Both ends excluded. */
export const isBetween = (value: number, from: number, to: number): boolean => value > from && value < to
