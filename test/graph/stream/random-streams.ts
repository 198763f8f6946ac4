import fc from 'fast-check'
import type { Stream, Way } from '../../../graph/stream/stream.ts'
import { step, streamOf, way } from './small-stream.ts'

/** How random streams are to be. */
interface Shape {
  /** Ways back, marked as rework. Default true. */
  readonly loops?: boolean
  /** Times that aren't recorded, or contradict each other. Default false. */
  readonly gaps?: boolean
}

/** Streams of two to eight steps with branches on. From every step the end is reached; not every step needs be reached. */
export function randomStreams({ loops = true, gaps = false }: Shape = {}): fc.Arbitrary<Stream> {
  const minutes = fc.integer({ min: 0, max: 600 })
  const recorded = gaps ? fc.option(minutes, { nil: undefined }) : minutes
  const oneStep = fc.record({
    process: recorded,
    wait: recorded,
    contradicts: gaps ? fc.boolean() : fc.constant(false),
    quality: fc.integer({ min: 1, max: 100 }),
    weights: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 }),
    on: fc.integer({ min: 1, max: 9 }),
    skips: fc.integer({ min: 0, max: 2 }),
  })
  return fc.array(oneStep, { minLength: 2, maxLength: 8 }).map((steps) =>
    streamOf(
      ...steps.map(({ process, wait, contradicts, quality, weights, on, skips }, i) => {
        const lead = process === undefined || wait === undefined ? wait : process + wait
        return step(`s${String(i)}`, {
          processMinutes: process,
          leadMinutes: contradicts && process !== undefined ? process / 2 : lead,
          completeAndAccurate: quality,
          next: waysFrom(i, steps.length, weights, { on, skips }, loops),
        })
      }),
    ),
  )
}

/** Ways by weight: to one later step always, to others where the weight isn't small; back ones are rework. */
function waysFrom(
  at: number,
  steps: number,
  weights: readonly number[],
  { on, skips }: { on: number; skips: number },
  loops: boolean,
): Way[] {
  if (at === steps - 1) return []
  const onward = Math.min(at + 1 + skips, steps - 1)
  const others = weights
    .slice(0, steps)
    .flatMap((weight, to) => (to === onward || weight < 5 || (to <= at && !loops) ? [] : [{ to, weight: weight - 4 }]))
  const all = others.reduce((sum, { weight }) => sum + weight, on)
  return [
    way(`s${String(onward)}`, (100 * on) / all),
    ...others.map(({ to, weight }) => way(`s${String(to)}`, (100 * weight) / all, to <= at)),
  ]
}
