import { setImmediate as nextTurn } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inTurns } from '../../../graph/impact/in-turns.ts'
import { indexSnapshot } from '../../../graph/impact/index-snapshot.ts'
import { singlePointsInSteps } from '../../../graph/impact/single-points.ts'
import { sorted } from '../../../graph/impact/sorted.ts'
import { toEnd } from '../../../graph/impact/steps.ts'
import type { Steps } from '../../../graph/impact/steps.ts'
import { need, snapshotOf } from './small-snapshot.ts'

describe('a long computation', () => {
  it('lets others have their turn, and comes to its result', async () => {
    let turns = 0
    const others = async (): Promise<void> => {
      for (; turns < 3; turns += 1) await nextTurn()
    }
    function* waiting(): Steps<string> {
      while (turns < 3) yield
      return 'done'
    }
    const [result] = await Promise.all([inTurns(waiting()), others()])
    expect(result).toBe('done')
  })

  it('ends when nobody wants it any more, with the reason', async () => {
    const controller = new AbortController()
    function* endless(): Steps<never> {
      for (;;) yield
    }
    const running = inTurns(endless(), controller.signal)
    controller.abort(new Error('The client has gone.'))
    await expect(running).rejects.toThrow('The client has gone.')
    await expect(inTurns(endless(), controller.signal)).rejects.toThrow('The client has gone.')
  })

  it('yields often enough: of 5,000 items in a chain more than a hundred times', () => {
    const chain = Array.from({ length: 5000 }, (_, i) => need(`i${String(i)}`, `i${String(i + 1)}`, 'IMPORTANT'))
    const steps = singlePointsInSteps(indexSnapshot(snapshotOf(...chain)), ['i0'])
    let yields = 0
    for (let step = steps.next(); step.done !== true; step = steps.next()) yields += 1
    expect(yields).toBeGreaterThan(100)
  })
})

describe('sorted', () => {
  it('is what sorting at one go is, runs and merges alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9000 }), fc.integer(), (size, seed) => {
        const keys = Int32Array.from({ length: size }, (_, i) => Math.imul(i + seed, 0x9e3779b1) >> 20)
        const compare = (a: number, b: number): number => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b
        expect(toEnd(sorted(size, compare))).toEqual(Int32Array.from(keys.keys()).sort(compare))
      }),
      { numRuns: 20 },
    )
  })
})
