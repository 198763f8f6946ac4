import { describe, expect, it } from 'vitest'
import { listNames } from '../../../graph/stream/flow-problem.ts'
import { flowOf } from '../../../graph/stream/flow.ts'
import { step, streamOf, way } from './small-stream.ts'

const kinds = (stream: ReturnType<typeof streamOf>): unknown =>
  flowOf(stream).problems?.map(({ kind, steps }) => [kind, ...steps])

describe('listNames', () => {
  it.each([
    ['', []],
    ['"A"', ['A']],
    ['"A" and "B"', ['A', 'B']],
    ['"A", "B" and "C"', ['A', 'B', 'C']],
  ])('says %s', (text, names) => {
    expect(listNames(names.map((name) => ({ name })))).toBe(text)
  })
})

describe('flowOf', () => {
  it('follows positions, in whatever order steps come', () => {
    const { steps } = streamOf(step('a'), step('b'), step('c'))
    const { flow } = flowOf({ ...streamOf(), steps: steps.toReversed() })
    expect(flow?.steps.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(flow?.ways).toEqual([
      { from: 0, to: 1, share: 1, rework: false },
      { from: 1, to: 2, share: 1, rework: false },
    ])
    expect(flow?.ends).toEqual([0, 0, 1])
  })

  it('sets steps aside to which no way leads, and counts the others on', () => {
    const { flow } = flowOf(streamOf(step('a', { next: [way('c')] }), step('b'), step('c')))
    expect(flow?.unreachable.map(({ id }) => id)).toEqual(['b'])
    expect(flow?.ways).toEqual([{ from: 0, to: 1, share: 1, rework: false }])
  })

  it('refuses a stream without steps, and ways to steps that it doesn’t have', () => {
    expect(kinds(streamOf())).toEqual([['NO_STEPS']])
    expect(kinds(streamOf(step('a', { next: [way('x')] })))).toEqual([['UNKNOWN_STEP', 'a']])
  })

  it('refuses shares above 100, all of them at once', () => {
    const stream = streamOf(step('a', { next: [way('b', 70), way('a', 40)] }), step('b', { next: [way('a', 101)] }))
    expect(kinds(stream)).toEqual([
      ['SHARES_ABOVE_100', 'a'],
      ['SHARES_ABOVE_100', 'b'],
    ])
    expect(flowOf(stream).problems?.[0]?.message).toBe('The ways out of step "A" add up to 110 of 100 cases.')
  })

  it('names the steps of a loop without a way out', () => {
    const stream = streamOf(
      step('a', { next: [way('b', 10), way('d', 90)] }),
      step('b', { next: [way('c')] }),
      step('c', { next: [way('b', 100, true)] }),
      step('d'),
    )
    expect(kinds(stream)).toEqual([['NO_END', 'b', 'c']])
    expect(flowOf(stream).problems?.[0]?.message).toBe(
      'From steps "B" and "C" no case comes to an end: all ways on lead round in a circle, so no time can be worked out. ' +
        'Write a way out, or "next: []" where the stream ends.',
    )
  })

  it('minds no trap that no case comes to', () => {
    const stream = streamOf(step('a', { next: [] }), step('b', { next: [way('b', 100, true)] }))
    expect(flowOf(stream).flow?.unreachable.map(({ id }) => id)).toEqual(['b'])
  })
})
