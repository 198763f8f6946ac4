import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { impact } from '../../../graph/impact/impact.ts'
import type { ImpactOptions } from '../../../graph/impact/impact.ts'
import { indexSnapshot } from '../../../graph/impact/index-snapshot.ts'
import { pathOf } from '../../../graph/impact/path.ts'
import type { Need, Snapshot } from '../../../graph/impact/snapshot.ts'
import { states } from '../../../graph/impact/states.ts'
import type { State } from '../../../graph/impact/states.ts'
import { naiveStates, rank } from './naive-impact.ts'
import { kinds, randomDeclarations, randomIds, randomSnapshots, types } from './random-snapshots.ts'
import { need, snapshotOf } from './small-snapshot.ts'

type Declared = ReadonlyMap<string, State>

/** Every item's state. */
function statesOf(snapshot: Snapshot, declared: Declared, options?: ImpactOptions): Map<string, State> {
  const { affected } = impact(indexSnapshot(snapshot), declared, options)
  return new Map(snapshot.items.map(({ id }) => [id, affected.get(id)?.state ?? 'OK']))
}

function expectNoWorse(better: ReadonlyMap<string, State>, worse: ReadonlyMap<string, State>): void {
  for (const [id, state] of better) expect(rank(state)).toBeLessThanOrEqual(rank(worse.get(id) ?? 'OK'))
}

const law = <T>(more: fc.Arbitrary<T>, holds: (snapshot: Snapshot, declared: Declared, drawn: T) => void): void =>
  fc.assert(fc.property(randomSnapshots, randomDeclarations, more, holds), { numRuns: 500 })

describe('failure', () => {
  it('is the least that the rules allow, as a plain repetition of them finds it', () => {
    law(fc.constant(undefined), (snapshot, declared) => {
      expect(statesOf(snapshot, declared)).toEqual(naiveStates(snapshot, declared))
    })
  })

  it('gets no better when more fails, or fails worse', () => {
    law(fc.tuple(randomIds, fc.constantFrom(...states)), (snapshot, declared, [id, state]) => {
      const worse = rank(state) > rank(declared.get(id) ?? 'OK') ? state : (declared.get(id) ?? 'OK')
      expectNoWorse(statesOf(snapshot, declared), statesOf(snapshot, new Map([...declared, [id, worse]])))
    })
  })

  it('stays as it is when all that it says is declared', () => {
    law(fc.constant(undefined), (snapshot, declared) => {
      const found = statesOf(snapshot, declared)
      expect(statesOf(snapshot, found)).toEqual(found)
    })
  })

  it('doesn’t depend on the order of items, needs and declarations', () => {
    law(fc.infiniteStream(fc.nat()), (snapshot, declared, order) => {
      const shuffle = <T>(list: Iterable<T>): T[] =>
        [...list]
          .map((each) => ({ each, at: Number(order.next().value) }))
          .sort((a, b) => a.at - b.at)
          .map(({ each }) => each)
      const before = impact(indexSnapshot(snapshot), declared)
      const other = { items: shuffle(snapshot.items), needs: shuffle(snapshot.needs) }
      const after = impact(indexSnapshot(other), new Map(shuffle(declared)))
      expect([...after.affected]).toEqual([...before.affected])
      for (const [id, { because }] of before.affected) {
        expect(after.affected.get(id)?.because).toEqual(because)
        expect(pathOf(after.trail, id)).toEqual(pathOf(before.trail, id))
      }
    })
  })

  it('is never worse with a redundancy group than with the same needs on their own', () => {
    law(fc.constant(undefined), (snapshot, declared) => {
      const alone = (each: Need): Need => ({ ...each, redundancyGroup: undefined })
      const without = { ...snapshot, needs: snapshot.needs.map(alone) }
      expectNoWorse(statesOf(snapshot, declared), statesOf(without, declared))
    })
  })

  it('within some kinds and relations is what it would be if other needs passed on nothing, and never worse', () => {
    const restrictions = fc.record({
      kinds: fc.option(fc.subarray(kinds), { nil: undefined }),
      relations: fc.option(fc.subarray(types), { nil: undefined }),
    })
    law(restrictions, (snapshot, declared, { kinds: only, relations }) => {
      const kindOf = new Map(snapshot.items.map(({ id, kind }) => [id, kind]))
      const counts = ({ dependent, type }: Need): boolean =>
        relations?.includes(type) !== false && only?.includes(kindOf.get(dependent) ?? '') !== false
      const found = statesOf(snapshot, declared, { kinds: only, relations })
      expect(found).toEqual(naiveStates(snapshot, declared, counts))
      expectNoWorse(found, statesOf(snapshot, declared))
    })
  })

  it('goes down a long chain and back in a circle', () => {
    const length = 50_000
    const chain = Array.from({ length }, (_, i) => need(`i${String(i)}`, `i${String((i + 1) % length)}`))
    const { affected } = impact(indexSnapshot(snapshotOf(...chain)), new Map([['i7', 'DOWN']]))
    expect(affected.size).toBe(length)
    expect(affected.get('i8')?.degree).toBe(length - 1)
  })
})
