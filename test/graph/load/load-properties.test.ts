import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyPlan } from '../../../graph/load/apply-plan.ts'
import { readLoadedCatalogue } from '../../../graph/load/loaded-catalogue.ts'
import { isEmpty, planLoad } from '../../../graph/load/plan.ts'
import { readGraph } from '../../../graph/load/read-graph.ts'
import { wantedGraph } from '../../../graph/load/wanted-graph.ts'
import { storesUnderTest } from '../../stores-under-test.ts'
import type { Files } from '../catalogue/catalogue-folder.ts'
import { catalogueOf } from '../catalogue/findings-of.ts'
import { assetModel } from '../model/asset-model.ts'
import { load } from './loads.ts'

const names = ['a', 'b', 'c', 'd'] as const
const text = fc
  .oneof(fc.string({ unit: 'binary' }), fc.constantFrom('ß', '🙂', ' x ', 'a\r\nb', '1.10', 'null', '"', '\\', '[]'))
  .filter((each) => each.trim() !== '' && each.isWellFormed())

/** Names are one line. */
const line = text.filter((each) => !/[\p{Cc}\u2028\u2029]/u.test(each))

/** A value as YAML: JSON is YAML, once what YAML won't have as it is is escaped. */
const yaml = (value: unknown): string =>
  JSON.stringify(value).replace(/[\u007F-\uFFFF]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

const need = fc.record(
  {
    to: fc.constantFrom(...names),
    criticality: fc.constantFrom('ESSENTIAL', 'IMPORTANT', 'SUPPORTING'),
    redundancyGroup: text,
    note: text,
  },
  { requiredKeys: ['to'] },
)
const team = fc.record(
  {
    name: line,
    summary: text,
    tags: fc.array(text, { maxLength: 3 }),
    links: fc.array(fc.record({ title: text, url: fc.constant('https://example.org') }), { maxLength: 2 }),
    needs: fc.uniqueArray(need, { maxLength: 3, selector: (each) => each.to }),
    reviewBy: fc.constantFrom('2027-01-01', '2027-12-31'),
    costCentre: text,
  },
  { requiredKeys: ['name'] },
)
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(-0, 2 ** 53))

/** A small catalogue, with a model of its own or without, whose items need only each other. */
const catalogue = fc
  .record({ teams: fc.dictionary(fc.constantFrom(...names), team), target: fc.option(number), ownModel: fc.boolean() })
  .map(({ teams, target, ownModel }): Files => {
    const has = (name: string) => Object.hasOwn(teams, name)
    const files = Object.entries(teams).map(([name, { costCentre, needs, ...fields }]) => {
      const written = {
        ...fields,
        ...(ownModel && costCentre !== undefined ? { costCentre } : {}),
        ...(needs === undefined
          ? {}
          : { needs: needs.filter(({ to }) => has(to)).map((each) => ({ ...each, to: `team/${each.to}` })) }),
      }
      return [`teams/${name}.yaml`, yaml(written)] as const
    })
    const metric = { name: 'M', unit: 'h', direction: 'WITHIN', target, measures: ['metric/m'] }
    return {
      ...Object.fromEntries(files),
      ...(target === null ? {} : { 'metrics/m.yaml': yaml(metric) }),
      ...(ownModel ? { 'model/assets.graphql': assetModel } : {}),
    }
  })

describe.each(storesUnderTest())('whatever is loaded, on $name', (under) => {
  const numRuns = under.name === 'memory' ? 25 : 8

  it('loading twice is loading once, and a plan applied gives an empty plan and the graph that was asked for', async () => {
    await fc.assert(
      fc.asyncProperty(catalogue, catalogue, async (before, after) => {
        const store = await under.fresh()
        try {
          const first = await catalogueOf(before)
          await load(store, first)
          expect(await load(store, first)).toBeUndefined()

          const wanted = await catalogueOf(after)
          await applyPlan(store, await planLoad(store, wanted), { allowLargeRemoval: true })
          expect(isEmpty(await planLoad(store, wanted))).toBe(true)

          const is = await readGraph(store, wanted.model, await readLoadedCatalogue(store))
          const { nodes, relations } = wantedGraph(wanted)
          const json = (all: ReadonlyMap<string, unknown>): unknown =>
            JSON.parse(JSON.stringify(Object.fromEntries(all)))
          expect(json(is.nodes)).toStrictEqual(json(nodes))
          expect(json(is.relations)).toStrictEqual(json(relations))
        } finally {
          await store.close()
        }
      }),
      { numRuns },
    )
  }, 60_000)
})
