import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createApi } from '../../api/execute.ts'
import { impact } from '../../graph/impact/impact.ts'
import { indexSnapshot } from '../../graph/impact/index-snapshot.ts'
import { criticalities, states } from '../../graph/impact/states.ts'
import { catalogueWith } from '../graph/catalogue/catalogue-folder.ts'
import type { Files } from '../graph/catalogue/catalogue-folder.ts'
import { catalogueIn } from '../graph/catalogue/findings-of.ts'
import { snapshotOfCatalogue } from '../graph/impact/snapshot-of-catalogue.ts'
import { loadedStore } from '../loaded-store.ts'
import { storesUnderTest } from '../stores-under-test.ts'

const names = ['a', 'b', 'c', 'd', 'e', 'f']
const ids = names.map((name) => `application/${name}`)

interface Need {
  readonly from: string
  readonly to: string
  readonly criticality: string
  readonly redundancyGroup: string | undefined
}

const needs: fc.Arbitrary<Need> = fc.record({
  from: fc.constantFrom(...names),
  to: fc.constantFrom(...ids),
  criticality: fc.constantFrom('ESSENTIAL' as const, ...criticalities),
  redundancyGroup: fc.constantFrom(undefined, 'x', 'y'),
})

/** Applications that need each other, contracts that cover some, a metric: what is needed, serves and carries only change. */
const catalogues: fc.Arbitrary<Files> = fc
  .record({
    all: fc.uniqueArray(needs, { maxLength: 16, selector: ({ from, to }) => `${from} ${to}` }),
    covers: fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 3 }),
    measures: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 3 }),
    atLeast: fc.constantFrom(1, 2),
  })
  .map(({ all, covers, measures, atLeast }) => ({
    'suppliers/acme.yaml': 'name: Acme\n',
    'contracts/c.yaml': JSON.stringify({ name: 'C', suppliers: ['acme'], covers }),
    'metrics/m.yaml': JSON.stringify({ name: 'M', unit: '%', direction: 'HIGHER_IS_BETTER', measures }),
    ...Object.fromEntries(
      names.map((name) => [
        `applications/${name}.yaml`,
        JSON.stringify({
          name: name.toUpperCase(),
          needs: all
            .filter(({ from }) => from === name)
            .map(({ from, ...need }) => {
              const alike = all.filter((each) => each.from === from && each.redundancyGroup === need.redundancyGroup)
              return { ...need, ...(need.redundancyGroup && alike.length > 1 ? { atLeast } : {}) }
            }),
        }),
      ]),
    ),
  }))

const failures = fc.dictionary(fc.constantFrom(...ids, 'supplier/acme', 'metric/m'), fc.constantFrom(...states), {
  minKeys: 1,
  maxKeys: 3,
})

const document = 'query ($failed: [Failure!]!) { impact(failed: $failed) { affected { id state degree } } }'

describe('impact of any small catalogue', () => {
  it('is what the engine finds in its files, on every store', async () => {
    const stores = storesUnderTest()
    await fc.assert(
      fc.asyncProperty(catalogues, fc.array(failures, { minLength: 4, maxLength: 4 }), async (files, several) => {
        const folder = catalogueWith(files)
        const index = indexSnapshot(snapshotOfCatalogue(await catalogueIn(folder)))
        for (const { fresh } of stores) {
          const api = await createApi(await loadedStore(folder, await fresh()), { freshFor: Infinity })
          for (const states of several) {
            const failed = Object.entries(states).map(([id, state]) => ({ id, state }))
            const { data } = await api.execute(document, { failed })
            const found = impact(index, new Map(Object.entries(states)))
            const affected = [...found.affected.values()]
            expect(JSON.parse(JSON.stringify(data))).toEqual({
              impact: { affected: affected.map(({ item, state, degree }) => ({ id: item.id, state, degree })) },
            })
          }
          await api.close()
        }
      }),
      { numRuns: 15 },
    )
  })
})
