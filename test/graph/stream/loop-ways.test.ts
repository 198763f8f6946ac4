import { describe, expect, it } from 'vitest'
import { flowOf } from '../../../graph/stream/flow.ts'
import { sortWays } from '../../../graph/stream/loop-ways.ts'
import type { Stream } from '../../../graph/stream/stream.ts'
import { step, streamOf, way } from './small-stream.ts'

function sorted(stream: Stream): Record<string, string[]> {
  const { flow } = flowOf(stream)
  if (flow === undefined) throw new Error('The stream has no flow.')
  const { onward, back, detours } = sortWays(flow)
  const named = (ways: typeof onward): string[] =>
    ways.map(({ from, to }) => `${flow.steps[from]?.id ?? ''}→${flow.steps[to]?.id ?? ''}`)
  return { onward: named(onward), back: named(back), detours: named(detours) }
}

describe('sortWays', () => {
  it('takes rework, and what leads back without saying so, for ways back', () => {
    const marked = streamOf(step('a'), step('b', { next: [way('a', 10, true), way('c')] }), step('c'))
    const unmarked = streamOf(step('a'), step('b', { next: [way('a', 10), way('c')] }), step('c'))
    expect(sorted(marked)).toEqual({ onward: ['a→b', 'b→c'], back: ['b→a'], detours: [] })
    expect(sorted(unmarked)).toEqual(sorted(marked))
  })

  it('minds the flow and not the file’s order: an exception written last may lead to a step before it', () => {
    const stream = streamOf(
      step('a', { next: [way('b', 90), way('x', 10)] }),
      step('b', { next: [] }),
      step('x', { next: [way('b')] }),
    )
    expect(sorted(stream)).toEqual({ onward: ['a→b', 'a→x', 'x→b'], back: [], detours: [] })
  })

  it('takes the way into a repair that is checked again for a detour', () => {
    const stream = streamOf(
      step('check', { next: [way('repair', 15), way('ship', 85)] }),
      step('repair', { next: [way('check', 100, true)] }),
      step('ship'),
    )
    expect(sorted(stream)).toEqual({ onward: ['check→ship'], back: ['repair→check'], detours: ['check→repair'] })
  })

  it('ignores the word rework where the stream comes to no end without it', () => {
    const stream = streamOf(
      step('a', { next: [way('b', 100, true)] }),
      step('b', { next: [way('a', 5), way('c', 95, true)] }),
      step('c'),
    )
    expect(sorted(stream)).toEqual({ onward: ['a→b', 'b→c'], back: ['b→a'], detours: [] })
  })
})
