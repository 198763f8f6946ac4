/** Lines that want to run beside each other, by their numbers. */
export interface LiningUp {
  readonly count: number
  /** What it costs to have a line before another. */
  readonly cost: (before: number, after: number) => number
  /** Whether two would lie over each other on one track. */
  readonly meet: (a: number, b: number) => boolean
}

/**
 * Gives each line a track, from 0, so that those that meet have tracks of their own: in the cheapest order that is found by
 * moving one line at a time. Cubic in their number at worst.
 */
export function lineUp({ count, cost, meet }: LiningUp): number[] {
  const order = cheapOrder(count, cost)
  const tracks = Array.from({ length: count }, () => 0)
  for (const [place, line] of order.entries()) {
    const before = order.slice(0, place).filter((other) => meet(other, line))
    tracks[line] = Math.max(-1, ...before.map((other) => tracks[other] ?? 0)) + 1
  }
  return tracks
}

function cheapOrder(count: number, cost: LiningUp['cost']): number[] {
  const order: number[] = []
  const lines = Array.from({ length: count }, (_, line) => line)
  // Each line is put where it costs least among those that have their place; a second turn mends what the first couldn't know.
  for (const line of [...lines, ...lines]) {
    const known = order.indexOf(line)
    if (known >= 0) order.splice(known, 1)
    let sum = order.reduce((all, other) => all + cost(line, other), 0)
    let [least, best] = [sum, 0]
    for (const [place, other] of order.entries()) {
      sum += cost(other, line) - cost(line, other)
      if (sum < least) [least, best] = [sum, place + 1]
    }
    order.splice(best, 0, line)
  }
  return order
}
