import { lineUp } from './line-up.ts'

/** The ways to one port, or one way, where they run up or down between two columns: one line across, with its branches. */
export interface Net {
  /** Heights at which branches lead away, and to which side. */
  readonly ends: readonly { readonly y: number; readonly side: 'LEFT' | 'RIGHT' }[]
}

/** Between lines beside each other. */
export const linePitch = 9

/**
 * Puts the nets between two columns beside each other: none over another, with few crossings.
 * @returns for each net its track, from 0 at the left. Nets that don't meet share tracks.
 */
export function tracksOf(nets: readonly Net[]): number[] {
  const at = (place: number): Net => nets[place] ?? { ends: [] }
  return lineUp({
    count: nets.length,
    cost: (left, right) => 1000 * over(at(left), at(right)) + crossings(at(left), at(right)),
    meet: (a, b) => meet(at(a), at(b)),
  })
}

/** Whether lines would lie over each other whichever side a net stands on: each leads to where the other comes from. */
export const isKnot = (a: Net, b: Net): boolean => over(a, b) > 0 && over(b, a) > 0

/** How many branches would lie over each other: those of the left net that lead right, where the right one's lead left. */
const over = (left: Net, right: Net): number => {
  const coming = right.ends.filter(({ side }) => side === 'LEFT')
  return left.ends.filter(({ y, side }) => side === 'RIGHT' && coming.some((other) => Math.abs(other.y - y) < 4)).length
}

/** How often two nets cross, whichever side each stands on. */
export const crossingsAtLeast = (a: Net, b: Net): number => Math.min(crossings(a, b), crossings(b, a))

const crossings = (left: Net, right: Net): number =>
  left.ends.filter(({ y, side }) => side === 'RIGHT' && isWithin(y, right)).length +
  right.ends.filter(({ y, side }) => side === 'LEFT' && isWithin(y, left)).length

function isWithin(y: number, net: Net): boolean {
  const [top, bottom] = rangeOf(net)
  return y > top + 1 && y < bottom - 1
}

function meet(a: Net, b: Net): boolean {
  const [[topA, bottomA], [topB, bottomB]] = [rangeOf(a), rangeOf(b)]
  return topA < bottomB + linePitch && topB < bottomA + linePitch
}

function rangeOf({ ends }: Net): readonly [top: number, bottom: number] {
  const ys = ends.map(({ y }) => y)
  return [Math.min(...ys), Math.max(...ys)]
}
