import fc from 'fast-check'
import type { Stream, StreamStep } from '../../../graph/stream/stream.ts'
import { step, streamOf } from './small-stream.ts'

/** Two steps that may be matched: their places in their streams, their ids, and how well their practices agree. */
interface Place {
  readonly i: number
  readonly j: number
  readonly text: string
  readonly gain: number
}

/** Up to five steps of two activities and three practices; two such streams share some names, in any order. */
export function randomStepsOf(stream: string): fc.Arbitrary<Stream> {
  const oneStep = fc.record({
    name: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
    activity: fc.constantFrom('activity/engage', 'activity/plan'),
    practices: fc.subarray(['x', 'y', 'z'], { minLength: 1 }),
  })
  return fc.uniqueArray(oneStep, { selector: ({ name }) => name, maxLength: 5 }).map((steps) =>
    streamOf(
      ...steps.map(({ name, activity, practices }) =>
        step(`step/${stream}/${name}`, {
          activity,
          practices: practices.map((id) => ({ id, name: id, activities: [] })),
        }),
      ),
    ),
  )
}

/**
 * The rules of `matchSteps` by trying everything: the steps of the same ids, in the to-be's order, and for each longest
 * chain of them that keeps its order, what others may be matched around it with the best agreement. Each pair as
 * `as-is id=to-be id`.
 */
export function matchingsOf(asIs: Stream, toBe: Stream): { sameIds: string[]; best: string[][] } {
  const places = toBe.steps.flatMap((b, j) =>
    asIs.steps.map((a, i) => ({ i, j, text: `${a.id}=${b.id}`, gain: agreement(a, b), same: name(a) === name(b) })),
  )
  const named = places.filter(({ same }) => same)
  const others = places.filter(({ i, j, gain }) => gain > 0 && !named.some((each) => each.i === i || each.j === j))
  const chains = chainsOf(named)
  const longest = Math.max(...chains.map(({ length }) => length))
  const best = chains
    .filter(({ length }) => length === longest)
    .flatMap((fixed) => {
      const around = chainsOf(others.filter((place) => fixed.every((each) => each.i < place.i === each.j < place.j)))
      const most = Math.max(...around.map(gained))
      return around.filter((chain) => gained(chain) > most - 1e-9)
    })
  return { sameIds: named.map(({ text }) => text), best: best.map((chain) => chain.map(({ text }) => text)) }
}

/** All selections of places that rise in both streams. */
const chainsOf = (places: readonly Place[]): Place[][] =>
  places.reduce<Place[][]>(
    (chains, place) => [
      ...chains,
      ...chains
        .filter((chain) => chain.every(({ i, j }) => i < place.i && j < place.j))
        .map((chain) => [...chain, place]),
    ],
    [[]],
  )

const gained = (chain: readonly Place[]): number => chain.reduce((sum, { gain }) => sum + gain, 0)

const name = ({ id }: StreamStep): string => id.slice(id.lastIndexOf('/') + 1)

/** 1 + shared practices ÷ all practices; 0 without a shared one, or in different activities. */
function agreement(a: StreamStep, b: StreamStep): number {
  const [one, other] = [a, b].map(({ practices }) => new Set(practices.map(({ id }) => id)))
  const shared = one && other ? one.intersection(other).size / one.union(other).size : 0
  return a.activity === b.activity && shared > 0 ? 1 + shared : 0
}
