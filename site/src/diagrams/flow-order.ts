/** A way between two steps, by their ids. */
interface Way {
  readonly from: string
  readonly to: string
}

/**
 * Steps in the order in which work flows: behind all from which a way leads to them; where ways leave that open, in file
 * order. Ways that close a circle don't count.
 * @param steps ids in file order; the first is where the stream begins.
 * @param onward ways that aren't loops.
 */
export function flowOrder(steps: readonly string[], onward: readonly Way[]): string[] {
  const ways = withoutCircles(steps, onward)
  const order: string[] = []
  const left = new Set(steps)
  while (left.size > 0) {
    const isNext = (id: string): boolean => !ways.some(({ from, to }) => to === id && left.has(from))
    const next = [...left].find(isNext)
    if (next === undefined) break
    left.delete(next)
    order.push(next)
  }
  return order
}

/** Leaves out each way to a step that lies on the way from the first step to its own, as the measures sort ways. */
function withoutCircles(steps: readonly string[], onward: readonly Way[]): Way[] {
  const known = new Set(steps)
  const forth = Map.groupBy(
    onward.filter(({ from, to }) => known.has(from) && known.has(to)),
    ({ from }) => from,
  )
  const state = new Map<string, 'open' | 'done'>()
  const kept: Way[] = []
  const walk = (id: string): void => {
    state.set(id, 'open')
    for (const way of forth.get(id) ?? []) {
      if (state.get(way.to) === 'open') continue
      kept.push(way)
      if (!state.has(way.to)) walk(way.to)
    }
    state.set(id, 'done')
  }
  for (const id of steps) if (!state.has(id)) walk(id)
  return kept
}
