import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApi } from '../../api/execute.ts'
import type { Api } from '../../api/execute.ts'
import { builtInFolder } from '../../graph/catalogue/built-in-layers.ts'
import { impact } from '../../graph/impact/impact.ts'
import { indexSnapshot } from '../../graph/impact/index-snapshot.ts'
import { catalogueIn } from '../graph/catalogue/findings-of.ts'
import { snapshotOfCatalogue } from '../graph/impact/snapshot-of-catalogue.ts'
import { loadedStore } from '../loaded-store.ts'
import { memoryStore, storesUnderTest } from '../stores-under-test.ts'
import { countingStore } from './counting-store.ts'
import type { CountingStore } from './counting-store.ts'

const hop =
  '{ from { id name } to { id name } relation verb criticality group { name text left members atLeast } sources { layer file line } }'
const reach = `revision summary complete cuts { limit value items } total reached { id kind name distance path ${hop} sentence }`

/** Every question of impact, with all that its answer has. */
const questions = [
  `{ impact(failed: [{id: "application/ticketing"}, {id: "supplier/northbeam-telecom", state: DEGRADED}]) {
    revision summary complete cuts { limit value items } total
    affected { id kind name state declared degree because ${hop} path ${hop} sentence }
    streams { stream { id name } perspective state steps { step { id name } state } shareOfLeadTime shareOfDemand practices { id } stakeholders { id } }
    services { service { id name } state stakeholders { id } } stakeholders { stakeholder { id name } state through { id name } }
  } }`,
  `{ changeImpact(changed: ["policy/change-policy"]) { ${reach} } }`,
  `{ upstream(of: ["value-stream/resolve-user-incident"]) { ${reach} } }`,
  `{ paths(from: "value-stream/resolve-user-incident", to: "supplier/deskwell-software", first: 5) { items { id name } hops ${hop} sentence } }`,
  '{ singlePointsOfFailure { revision of { id } total complete points { id kind name state degree down degraded } } }',
]

describe.each(storesUnderTest())('impact of the example organisation, on $name', ({ name, fresh }) => {
  let store: CountingStore
  let api: Api
  beforeAll(async () => {
    store = countingStore(await loadedStore(builtInFolder('example'), await fresh()))
    api = await createApi(store, { freshFor: Infinity })
  })
  afterAll(() => api.close())

  async function ask<Result>(document: string, from = api): Promise<Result> {
    const { data, errors } = await from.execute(document)
    expect(errors).toBeUndefined()
    return JSON.parse(JSON.stringify(data)) as Result
  }

  it('answers every question in three statements at most, the same on every store', async () => {
    const other =
      name === 'memory'
        ? undefined
        : await createApi(await loadedStore(builtInFolder('example'), await memoryStore.fresh()))
    // The snapshot is read once a revision, page by page.
    await ask('{ impact(failed: []) { total } }')
    for (const question of questions) {
      store.taken()
      const answer = await ask(question)
      expect(store.taken().length).toBeLessThanOrEqual(3)
      if (other !== undefined) expect(answer).toEqual(await ask(question, other))
    }
    await other?.close()
  })

  it('agrees with the engine on a snapshot of the files, whatever fails', async () => {
    const snapshot = snapshotOfCatalogue(await catalogueIn(builtInFolder('example')))
    const index = indexSnapshot(snapshot)
    for (const { id } of snapshot.items.filter((_, i) => i % 7 === 0)) {
      const answer = await ask<{ impact: { affected: unknown } }>(
        `{ impact(failed: [{id: "${id}"}]) { affected { id state degree } } }`,
      )
      const found = impact(index, new Map([[id, 'DOWN']]))
      expect(answer.impact.affected).toEqual(
        [...found.affected.values()].map(({ item, state, degree }) => ({ id: item.id, state, degree })),
      )
    }
  })

  it('tells the same of streams as of their items', async () => {
    const { impact: answer } = await ask<{
      impact: Record<'affected' | 'streams' | 'services', { id: string; kind: string; state: string }[]>
    }>(`{ impact(failed: [{id: "application/ticketing"}]) {
      affected { id kind state } streams { stream { id } state } services { service { id } state }
    } }`)
    const ofKind = (kind: string) => answer.affected.filter((each) => each.kind === kind)
    const told = (kind: string, field: string) => ofKind(kind).map(({ id, state }) => ({ [field]: { id }, state }))
    expect(answer.streams).toEqual(told('VALUE_STREAM', 'stream'))
    expect(answer.services).toEqual(told('SERVICE', 'service'))
    expect(answer.streams.length).toBeGreaterThan(1)
  })

  it.each([
    ['impact(failed: [{id: "application/tiketing"}, {id: "supplier/zzzzzz"}, {id: "application/mail"}]) { total }'],
    ['changeImpact(changed: ["application/tiketing", "supplier/zzzzzz"]) { total }'],
    ['upstream(of: ["application/tiketing", "supplier/zzzzzz"]) { total }'],
    ['paths(from: "application/tiketing", to: "supplier/zzzzzz") { sentence }'],
    ['singlePointsOfFailure(of: ["application/tiketing", "supplier/zzzzzz"]) { total }'],
  ])('refuses ids that there aren’t, all at once, with what may be meant: %s', async (field) => {
    const { errors, data } = await api.execute(`{ ${field} }`)
    expect(data).toBeNull()
    expect(errors).toHaveLength(1)
    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT')
    expect(errors?.[0]?.message).toBe(
      'There is no item application/tiketing. Did you mean "application/ticketing" or "service/hosting"?\nThere is no item supplier/zzzzzz.',
    )
  })

  it.each([
    ['impact(failed: [], first: -1) { total }', '"first" is -1: an answer lists from 0 to 10000 items.'],
    ['upstream(of: [], first: 10001) { total }', '"first" is 10001: an answer lists from 0 to 10000 items.'],
    ['impact(failed: [], maxDegree: -1) { total }', '"maxDegree" is -1: it must be 0 or more.'],
    ['changeImpact(changed: [], maxDistance: -2) { total }', '"maxDistance" is -2: it must be 0 or more.'],
    [
      'paths(from: "application/mail", to: "application/chat", first: 21) { sentence }',
      '"first" is 21: an answer lists from 0 to 20 items.',
    ],
  ])('refuses limits that are none: %s', async (field, message) => {
    const { errors } = await api.execute(`{ ${field} }`)
    expect(errors?.map((error) => [error.message, error.extensions['code']])).toEqual([[message, 'BAD_USER_INPUT']])
  })
})
