import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchSteps } from '../../../graph/stream/match-steps.ts'
import type { Stream, StreamStep } from '../../../graph/stream/stream.ts'
import { randomStreams } from './random-streams.ts'
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

  it('crosses no pair of the same id that keeps its order', () => {
    const asIs = streamOf(step('early', { practices: worked('x') }), step('same', { practices: worked('y') }))
    const toBe = streamOf(step('same', { practices: worked('y') }), step('late', { practices: worked('x') }))
    expect(pairsOf(asIs, toBe)).toEqual(['same=same ID'])
  })

  it('matches no steps of different activities, or without a common practice', () => {
    const asIs = streamOf(step('a', { activity: 'activity/plan' }), step('b', { practices: worked('x') }))
    expect(pairsOf(asIs, streamOf(step('c'), step('d', { practices: worked('y') })))).toEqual([])
  })

  it('matches a stream with itself, step by step, and gives every step one place', () => {
    fc.assert(
      fc.property(randomStreams(), randomStreams(), (one, other) => {
        expect(matchSteps(one, one).pairs.every((pair) => pair.asIs === pair.toBe)).toBe(true)
        const { pairs, onlyAsIs, onlyToBe } = matchSteps(one, other)
        expect(new Set([...pairs.map((pair) => pair.asIs), ...onlyAsIs]).size).toBe(one.steps.length)
        expect(new Set([...pairs.map((pair) => pair.toBe), ...onlyToBe]).size).toBe(other.steps.length)
      }),
    )
  })
})
