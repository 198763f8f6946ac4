import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchSteps } from '../../../graph/stream/match-steps.ts'
import type { MatchedBy } from '../../../graph/stream/match-steps.ts'
import { inOrder } from '../../../graph/stream/stream.ts'
import type { Stream, StreamStep } from '../../../graph/stream/stream.ts'
import { matchingsOf, randomStepsOf } from './all-matchings.ts'
import { step, streamOf } from './small-stream.ts'

const worked = (...ids: string[]): StreamStep['practices'] => ids.map((id) => ({ id, name: id, activities: [] }))
const pairsOf = (asIs: Stream, toBe: Stream): string[] =>
  matchSteps(asIs, toBe).pairs.map((pair) => `${pair.asIs.id}=${pair.toBe.id} ${pair.by}`)

describe('matchSteps', () => {
  it('matches steps of the same id wherever they stand', () => {
    const asIs = streamOf(step('step/now/a'), step('step/now/b', { activity: 'activity/plan' }))
    const toBe = streamOf(step('step/then/b'), step('step/then/a'))
    expect(pairsOf(asIs, toBe)).toEqual(['step/now/b=step/then/b ID', 'step/now/a=step/then/a ID'])
  })

  it('matches others by activity and practices, in order, as well as they agree', () => {
    const asIs = streamOf(
      step('old-1', { practices: worked('desk') }),
      step('old-2', { practices: worked('incident') }),
      step('old-3', { practices: worked('incident', 'problem') }),
    )
    const toBe = streamOf(
      step('new-1', { practices: worked('incident', 'problem') }),
      step('new-2', { practices: worked('desk') }),
    )
    expect(pairsOf(asIs, toBe)).toEqual(['old-3=new-1 ACTIVITY_AND_PRACTICES'])
    const { onlyAsIs, onlyToBe } = matchSteps(asIs, toBe)
    expect(onlyAsIs.map(({ id }) => id)).toEqual(['old-1', 'old-2'])
    expect(onlyToBe.map(({ id }) => id)).toEqual(['new-2'])
  })

  it('weighs shared practices against all practices of both', () => {
    const asIs = streamOf(step('old', { practices: worked('x') }))
    const toBe = streamOf(step('more', { practices: worked('x', 'y') }), step('equal', { practices: worked('x') }))
    expect(pairsOf(asIs, toBe)).toEqual(['old=equal ACTIVITY_AND_PRACTICES'])
  })

  it('lets all pairs together agree best, not each for itself', () => {
    // 1 + 1/5 for the pairs below; 1/2 + 1/2 for old-1 with new-1 and old-2 with new-2.
    const asIs = streamOf(step('old-1', { practices: worked('x', 'y') }), step('old-2', { practices: worked('x') }))
    const toBe = streamOf(
      step('new-1', { practices: worked('x') }),
      step('new-2', { practices: worked('x', 'y') }),
      step('new-3', { practices: worked('x', 'p', 'q', 'r', 's') }),
    )
    expect(pairsOf(asIs, toBe)).toEqual(['old-1=new-2 ACTIVITY_AND_PRACTICES', 'old-2=new-3 ACTIVITY_AND_PRACTICES'])
  })

  it('takes the first where several agree as well', () => {
    const two = (...ids: [string, string]): Stream => streamOf(...ids.map((id) => step(id)))
    expect(pairsOf(streamOf(step('old')), two('new-1', 'new-2'))).toEqual(['old=new-1 ACTIVITY_AND_PRACTICES'])
    expect(pairsOf(two('old-1', 'old-2'), streamOf(step('new')))).toEqual(['old-1=new ACTIVITY_AND_PRACTICES'])
  })

  it('crosses no pair of the same id that keeps its order', () => {
    const [early, late] = [streamOf(step('early'), step('same')), streamOf(step('same'), step('late'))]
    expect(pairsOf(early, late)).toEqual(['same=same ID'])
    expect(pairsOf(late, early)).toEqual(['same=same ID'])
  })

  it('matches between the most steps of the same ids that keep their order, though others moved', () => {
    const asIs = streamOf(step('a'), step('old'), step('b'), step('moved'))
    const toBe = streamOf(step('moved'), step('a'), step('new'), step('b'))
    expect(pairsOf(asIs, toBe)).toEqual(['moved=moved ID', 'a=a ID', 'old=new ACTIVITY_AND_PRACTICES', 'b=b ID'])
  })

  it('gives a step that moved to no other, where it stood and where it stands', () => {
    const first = streamOf(step('moved'), step('a'), step('b'))
    const last = streamOf(step('other'), step('a'), step('b'), step('moved'))
    expect(pairsOf(first, last)).toEqual(['a=a ID', 'b=b ID', 'moved=moved ID'])
    expect(pairsOf(last, first)).toEqual(['moved=moved ID', 'a=a ID', 'b=b ID'])
  })

  it('matches no steps of different activities, or without a common practice', () => {
    const asIs = streamOf(step('a', { activity: 'activity/plan' }), step('b', { practices: worked('x') }))
    expect(pairsOf(asIs, streamOf(step('c'), step('d', { practices: worked('y') })))).toEqual([])
  })

  it('matches a stream with itself, step by step, and gives every step one place', () => {
    fc.assert(
      fc.property(randomStepsOf('as-is'), randomStepsOf('to-be'), (asIs, toBe) => {
        expect(matchSteps(asIs, asIs).pairs.map((pair) => [pair.asIs, pair.toBe])).toEqual(
          asIs.steps.map((each) => [each, each]),
        )
        const { pairs, onlyAsIs, onlyToBe } = matchSteps(asIs, toBe)
        const inPairs = { asIs: pairs.map((pair) => pair.asIs), toBe: pairs.map((pair) => pair.toBe) }
        expect(inOrder({ ...asIs, steps: [...inPairs.asIs, ...onlyAsIs] })).toEqual(asIs.steps)
        expect(inOrder({ ...toBe, steps: [...inPairs.toBe, ...onlyToBe] })).toEqual(toBe.steps)
        for (const own of [inPairs.toBe, onlyAsIs, onlyToBe]) expect(inOrder({ ...toBe, steps: own })).toEqual(own)
      }),
    )
  })

  it('finds what trying all matchings finds', () => {
    fc.assert(
      fc.property(randomStepsOf('as-is'), randomStepsOf('to-be'), (asIs, toBe) => {
        const { pairs } = matchSteps(asIs, toBe)
        const { sameIds, best } = matchingsOf(asIs, toBe)
        const found = (by: MatchedBy): string[] =>
          pairs.filter((pair) => pair.by === by).map((pair) => `${pair.asIs.id}=${pair.toBe.id}`)
        expect(found('ID')).toEqual(sameIds)
        expect(best).toContainEqual(found('ACTIVITY_AND_PRACTICES'))
      }),
      { numRuns: 300 },
    )
  })
})
