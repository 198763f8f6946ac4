import fc from 'fast-check'
import type { Need, Snapshot } from '../../../graph/impact/snapshot.ts'
import { criticalities, states } from '../../../graph/impact/states.ts'
import type { State } from '../../../graph/impact/states.ts'

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
export const kinds = ['Application', 'Step', 'Supplier']
export const types = ['COVERS', 'NEEDS', 'NEEDS_TOOL']

const needs: fc.Arbitrary<Omit<Need, 'relation'>> = fc.record({
  dependent: fc.constantFrom(...ids),
  needed: fc.constantFrom(...ids),
  type: fc.constantFrom(...types),
  // Mostly needs, and mostly essential ones: failure then goes further.
  criticality: fc.constantFrom('ESSENTIAL', ...criticalities, undefined),
  redundancyGroup: fc.constantFrom(undefined, undefined, 'x', 'y'),
  atLeast: fc.constantFrom(undefined, undefined, 1, 2, 3),
})

/** Graphs of up to seven items, with groups, circles, needs of oneself and relations that carry only change. */
export const randomSnapshots: fc.Arbitrary<Snapshot> = fc
  .tuple(
    fc.array(fc.record({ kind: fc.constantFrom(...kinds), name: fc.constantFrom('One', 'Two', 'Three') }), {
      minLength: ids.length,
      maxLength: ids.length,
    }),
    fc.uniqueArray(needs, {
      maxLength: 18,
      selector: ({ dependent, needed, type }) => `${dependent} ${type} ${needed}`,
    }),
  )
  .map(([items, drawn]) => ({
    items: items.map((item, i) => ({ ...item, id: ids[i] ?? '' })),
    needs: drawn.map((each, relation) => ({ ...each, relation })),
  }))

/** States that a question may declare, of one to three of the items. */
export const randomDeclarations: fc.Arbitrary<ReadonlyMap<string, State>> = fc
  .dictionary(fc.constantFrom(...ids), fc.constantFrom(...states, 'DOWN' as const), { minKeys: 1, maxKeys: 3 })
  .map((declared) => new Map(Object.entries(declared)))

export const randomIds: fc.Arbitrary<string> = fc.constantFrom(...ids)
