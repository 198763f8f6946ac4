import fc from 'fast-check'
import { expect, it } from 'vitest'
import { changedUpstream } from '../../../graph/diff/changed-upstream.ts'
import { SideView } from '../../../graph/diff/view.ts'
import { impact } from '../../../graph/impact/impact.ts'
import { randomSides, sideOf } from './random-sides.ts'

it('finds every item that the failure of any other hits in another way than before', () => {
  fc.assert(
    fc.property(randomSides, randomSides, (a, b) => {
      const [before, after] = [new SideView(sideOf(a)), new SideView(sideOf(b))]
      const reached = changedUpstream(before, after)
      const both = [...a.graph.nodes.keys()].filter((id) => b.graph.nodes.has(id))
      for (const failed of both) {
        const [was, is] = [before, after].map(({ index }) => impact(index, new Map([[failed, 'DOWN']])).affected)
        const changed = both.filter((id) => id !== failed && was?.get(id)?.state !== is?.get(id)?.state)
        expect(changed.filter((id) => !reached.has(id))).toEqual([])
      }
      expect([...changedUpstream(before, new SideView(sideOf(a)))]).toEqual([])
    }),
  )
})
