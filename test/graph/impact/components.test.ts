import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toEnd } from '../../../graph/impact/steps.ts'
import { componentsOf } from '../../../graph/impact/components.ts'

const size = 8
const graphs = fc.array(fc.uniqueArray(fc.nat(size - 1), { maxLength: 3 }), { minLength: size, maxLength: size })

/** All that one comes to from an item, itself included. */
function reachedFrom(ways: readonly (readonly number[])[], start: number): Set<number> {
  const reached = new Set([start])
  for (const item of reached) for (const next of ways[item] ?? []) reached.add(next)
  return reached
}

describe('componentsOf', () => {
  it('joins exactly the items that lead to each other, and lists what a component leads to before it', () => {
    fc.assert(
      fc.property(graphs, (ways) => {
        const items = [...ways.keys()]
        const { components, componentOf } = toEnd(componentsOf(items, size, (item) => ways[item] ?? []))
        expect(components.flat().sort()).toEqual(items)
        const reached = items.map((item) => reachedFrom(ways, item))
        for (const a of items) {
          for (const b of items) {
            const circle = reached[a]?.has(b) === true && reached[b]?.has(a) === true
            expect(componentOf[a] === componentOf[b]).toBe(circle)
            if (reached[a]?.has(b) === true) expect(componentOf[b]).toBeLessThanOrEqual(componentOf[a] ?? -1)
          }
        }
        for (const [number, component] of components.entries()) {
          for (const item of component) expect(componentOf[item]).toBe(number)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('goes down long chains', () => {
    const length = 100_000
    const { components } = toEnd(componentsOf([0], length, (item) => (item + 1 < length ? [item + 1] : [])))
    expect(components).toHaveLength(length)
    expect(components[0]).toEqual([length - 1])
  })
})
