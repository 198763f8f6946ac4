import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApi } from '../../api/execute.ts'
import type { Api } from '../../api/execute.ts'
import { openAudience } from '../../graph/audience/open-audience.ts'
import { catalogueWith } from '../graph/catalogue/catalogue-folder.ts'
import { captureStep, smallCatalogue, streamHead } from '../graph/catalogue/small-catalogue.ts'
import { loadedStore } from '../loaded-store.ts'
import { call, connectedClient } from './mcp/connected-client.ts'
import type { Told } from './mcp/connected-client.ts'

const files = {
  ...smallCatalogue,
  'tributary.config.yaml': 'name: own\naudiences:\n  few:\n    kinds: [practice, team]\n    fields: all\n',
  'applications/ticketing.yaml':
    'name: Ticketing\nowner: team/service-desk\nformerIds: [application/tickets, service/tickets]\n',
  'value-streams/resolve.yaml': `${streamHead}formerIds: [value-stream/mend]\nsteps:\n${captureStep}`,
}

describe('an id that an item had before', () => {
  let api: Api
  beforeAll(async () => {
    api = await createApi(await loadedStore(catalogueWith(files)))
  })
  afterAll(() => api.close())
  const ask = async (query: string): Promise<unknown> => {
    const { data, errors } = await api.execute(`{ ${query} }`)
    return errors === undefined ? JSON.parse(JSON.stringify(data)) : errors
  }

  it.each([
    ['node(id: "service/tickets") { id }', { node: { id: 'application/ticketing' } }],
    [
      'nodes(ids: ["application/tickets", "service/tickets", "x/y"]) { id }',
      { nodes: [{ id: 'application/ticketing' }, { id: 'application/ticketing' }, null] },
    ],
    ['application(id: "tickets") { id }', { application: { id: 'application/ticketing' } }],
    ['application(id: "service/tickets") { id }', { application: { id: 'application/ticketing' } }],
    ['service(id: "tickets") { id }', { service: null }],
    [
      'step(id: "mend/capture") { id formerIds }',
      { step: { id: 'step/resolve/capture', formerIds: ['step/mend/capture'] } },
    ],
    ['items(filter: { id: ["application/tickets"] }) { totalCount }', { items: { totalCount: 1 } }],
    ['steps(filter: { not: { tools: { id: ["tickets"] } } }) { totalCount }', { steps: { totalCount: 0 } }],
    [
      'valueStream(id: "mend") { steps(filter: { tools: { id: ["service/tickets"] } }) { totalCount } }',
      { valueStream: { steps: { totalCount: 1 } } },
    ],
    [
      'impact(failed: [{ id: "application/tickets" }], first: 1) { affected { id } }',
      { impact: { affected: [{ id: 'application/ticketing' }] } },
    ],
    ['upstream(of: ["step/mend/capture"]) { total }', { upstream: { total: 8 } }],
    [
      'paths(from: "value-stream/mend", to: "application/tickets", first: 1) { items { id } }',
      {
        paths: [
          { items: [{ id: 'value-stream/resolve' }, { id: 'step/resolve/capture' }, { id: 'application/ticketing' }] },
        ],
      },
    ],
    [
      'singlePointsOfFailure(of: ["value-stream/mend"], first: 0) { of { id } }',
      { singlePointsOfFailure: { of: [{ id: 'value-stream/resolve' }] } },
    ],
    ['findings(item: "value-stream/mend") { totalCount }', { findings: { totalCount: 0 } }],
  ])('answers %s', async (query, answer) => {
    expect(await ask(query)).toMatchObject(answer)
  })

  it('is the same item beside the id that it has now: told once, in the worse of two states', async () => {
    const both = ['application/tickets', 'application/ticketing', 'service/tickets']
    const ids = JSON.stringify(both)
    expect(
      await ask(
        `upstream(of: ${ids}) { summary } changeImpact(changed: ${ids}) { summary } singlePointsOfFailure(of: ${ids}) { of { id } }`,
      ),
    ).toEqual(
      await ask(
        `upstream(of: "${both[1]}") { summary } changeImpact(changed: "${both[1]}") { summary } singlePointsOfFailure(of: "${both[1]}") { of { id } }`,
      ),
    )
    const failed = (first: string, then: string): string =>
      `impact(failed: [{ id: "application/tickets", state: ${first} }, { id: "application/ticketing", state: ${then} }], first: 1) { summary affected { id state } }`
    const worse = await ask(
      'impact(failed: [{ id: "application/ticketing" }], first: 1) { summary affected { id state } }',
    )
    expect(await ask(failed('DOWN', 'AT_RISK'))).toEqual(worse)
    expect(await ask(failed('AT_RISK', 'DOWN'))).toEqual(worse)
  })

  it('and the present one, both given to an MCP tool, are one item', async () => {
    const client = await connectedClient(api)
    const given = (ids: readonly string[]): Promise<Told> => call(client, 'upstream', { ids })
    expect(await given(['application/tickets', 'ticketing', 'tickets'])).toEqual(await given(['application/ticketing']))
    const { text } = await call(client, 'impact', {
      failed: [
        { id: 'tickets', state: 'AT_RISK' },
        { id: 'ticketing', state: 'DOWN' },
      ],
    })
    expect(text).toMatch(/^With Ticketing down[:,]/)
    await client.close()
  })

  it('is nothing to an audience that isn’t told of the item', async () => {
    const few = await createApi(await openAudience(await loadedStore(catalogueWith(files)), 'few'))
    const { data } = await few.execute(
      '{ node(id: "application/tickets") { id } here: node(id: "team/service-desk") { id } }',
    )
    expect(data).toEqual({ node: null, here: { id: 'team/service-desk' } })
    await few.close()
  })
})
