import type { Stream } from '../../../graph/stream/stream.ts'

/** Means over simulated cases, each with its standard error. */
export interface Simulated {
  readonly lead: { readonly mean: number; readonly error: number }
  /** By step id. */
  readonly visits: ReadonlyMap<string, { readonly mean: number; readonly error: number }>
}

/**
 * Sends cases through a stream by the throw of a die, reading the ways as they are written. It shares no code with what is
 * under test. All shares must be written.
 */
export function simulate(stream: Stream, cases: number, seed: number): Simulated {
  const next = generator(seed)
  const steps = new Map(stream.steps.map((each) => [each.id, each]))
  const sums = new Map([...steps.keys(), 'lead'].map((id) => [id, { sum: 0, squares: 0 }]))
  for (let i = 0; i < cases; i += 1) {
    const own = new Map<string, number>()
    let at = stream.steps[0]
    while (at !== undefined) {
      own.set(at.id, (own.get(at.id) ?? 0) + 1)
      own.set('lead', (own.get('lead') ?? 0) + (at.leadMinutes ?? 0))
      let die = next() * 100
      const taken = (at.next ?? []).find((each) => (die -= each.share ?? 0) < 0)
      at = taken && steps.get(taken.to)
    }
    for (const [id, value] of own) {
      const sum = sums.get(id)
      if (sum === undefined) continue
      sum.sum += value
      sum.squares += value * value
    }
  }
  const result = new Map(
    [...sums].map(([id, { sum, squares }]) => {
      const mean = sum / cases
      return [id, { mean, error: Math.sqrt(Math.max(0, squares / cases - mean * mean) / cases) }]
    }),
  )
  return { lead: result.get('lead') ?? { mean: 0, error: 0 }, visits: result }
}

/** Numbers from 0 to 1 that only look random (mulberry32), so that a failure can be had again. */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
