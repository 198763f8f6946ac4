import type { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApi } from '../../../api/execute.ts'
import type { Api } from '../../../api/execute.ts'
import type { WholeItem } from '../../../api/mcp/read-item.ts'
import { builtInFolder } from '../../../graph/catalogue/built-in-layers.ts'
import { loadedStore } from '../../loaded-store.ts'
import { storesUnderTest } from '../../stores-under-test.ts'
import { call, connectedClient } from './connected-client.ts'

const today = '2026-11-22'
const stream = 'value-stream/resolve-user-incident'

/** Every tool with a question, what its text must say, and the same question to the API. */
const questions: readonly [tool: string, args: Record<string, unknown>, says: RegExp, asked: string][] = [
  [
    'search',
    { query: 'tiketing', first: 3 },
    /Ticketing \(application\/ticketing\)/,
    '{ search(query: "tiketing", first: 3) { totalCount } }',
  ],
  [
    'list_items',
    { kinds: ['value-stream'], filter: { owner: { exists: true } }, first: 2 },
    /Ask for the next page/,
    '{ items(first: 2, filter: { kind: [VALUE_STREAM], owner: { exists: true } }) { totalCount nodes { id } } }',
  ],
  [
    'value_stream',
    { id: 'resolve-user-incident', today },
    /Lead time[\s\S]*shareOfLeadTime[\s\S]*practice: Service desk/,
    `{ valueStream(id: "${stream}") { measures { figures { name text } } answers(today: "${today}") { statement } } }`,
  ],
  [
    'practices_of_stream',
    { id: 'resolve-user-incident' },
    /6 practices feed Resolve a user's incident/,
    `{ valueStream(id: "${stream}") { contributions { practice { id } share } } }`,
  ],
  [
    'feeds',
    { id: 'incident-management' },
    /Incident management feeds 5 value streams/,
    '{ practice(id: "incident-management") { contributions { stream { id } share } } }',
  ],
  [
    'impact',
    { failed: [{ id: 'ticketing', state: 'DEGRADED' }], kinds: ['Service', 'application'], first: 2 },
    /With Ticketing degraded.*"first": 2 leaves out/,
    '{ impact(failed: [{ id: "application/ticketing", state: DEGRADED }], kinds: [SERVICE, APPLICATION], first: 2) { summary total affected { id state } } }',
  ],
  [
    'change_impact',
    { ids: ['change-policy'], maxDistance: 1 },
    /If Change policy changes/,
    '{ changeImpact(changed: ["policy/change-policy"], maxDistance: 1) { summary total reached { id distance } } }',
  ],
  [
    'upstream',
    { ids: ['ticketing'], relations: ['needs'] },
    /Ticketing needs/,
    '{ upstream(of: ["application/ticketing"], relations: [NEEDS]) { summary total } }',
  ],
  [
    'paths',
    { from: 'ticketing', to: 'nimbara-cloud', first: 2 },
    /Nimbara Cloud/,
    '{ paths(from: "application/ticketing", to: "supplier/nimbara-cloud", first: 2) { sentence } }',
  ],
  [
    'single_points_of_failure',
    { of: [stream], kinds: ['supplier'] },
    /single points of failure/,
    `{ singlePointsOfFailure(of: ["${stream}"], kinds: [SUPPLIER]) { total points { id state } } }`,
  ],
  [
    'supplier_concentration',
    { first: 500 },
    /of 17 suppliers/,
    '{ supplierConcentration { supplier { id } summary } }',
  ],
  [
    'ending_contracts',
    { within: 200, today },
    /contracts within 200 days/,
    `{ endingContracts(within: 200, today: "${today}") { contract { id } daysLeft } }`,
  ],
  [
    'governance_trace',
    { id: 'change-policy', today },
    /Change policy names 5 items/,
    `{ governanceTrace(id: "policy/change-policy", today: "${today}", first: 50) { total rows { governed { id } } } }`,
  ],
  [
    'findings',
    { rule: ['essential-without-alternative'], first: 2 },
    /nothing takes their place/,
    '{ findings(rule: ["essential-without-alternative"], first: 2) { totalCount nodes { message } } }',
  ],
  [
    'recent_changes',
    { changes: 1000 },
    /1 of 1 loads/,
    '{ revisions { totalCount nodes { number added changes { id } } } }',
  ],
  ['model', {}, /kinds, \d+ relations/, '{ model { kinds { name attributes { name } } relations { type holders } } }'],
]

/** Every tool with what it can't answer, and what it must say of that. */
const refused: readonly [tool: string, args: Record<string, unknown>, says: RegExp][] = [
  ['search', {}, /query/],
  ['search', { query: 'x', kinds: ['aplication'] }, /Did you mean the enum value "APPLICATION"/],
  ['search', { query: 'x', first: 101 }, /first/],
  ['get_item', { id: 'ticketin' }, /Did you mean "application\/ticketing"/],
  ['get_item', { id: 'application/ticketin' }, /Did you mean "application\/ticketing"/],
  ['list_items', { filter: { ovner: {} } }, /Did you mean "owner"/],
  ['list_items', { after: 'nonsense' }, /cursor/i],
  ['value_stream', { id: 'resolve-user-inciden' }, /Did you mean.*value-stream\/resolve-user-incident/],
  ['value_stream', { id: stream, parts: ['figures'] }, /parts/],
  ['value_stream', { id: 'practice/incident-management' }, /is no value stream/],
  ['practices_of_stream', { id: 'nowhere' }, /There is no item value-stream\/nowhere/],
  ['feeds', { id: 'incident-managment' }, /Did you mean.*practice\/incident-management/],
  ['impact', { failed: [] }, /failed/],
  ['impact', { failed: [{ id: 'ticketin' }] }, /There is no item ticketin\. Did you mean/],
  ['change_impact', { ids: ['x'], first: 0 }, /first/],
  ['upstream', { ids: ['ticketing'], relations: ['NEDS'] }, /Did you mean.*"NEEDS"/],
  ['paths', { from: 'ticketing', to: 'nimbara' }, /There is no item nimbara/],
  ['single_points_of_failure', { of: ['nowhere/at-all'] }, /There is no item nowhere\/at-all/],
  ['supplier_concentration', { first: 'many' }, /first/],
  ['ending_contracts', { today: 'tomorrow' }, /today/],
  ['governance_trace', { id: 'application/ticketing' }, /polic/],
  ['findings', { item: 'ticketin' }, /Did you mean "application\/ticketing"/],
  ['recent_changes', { first: 99 }, /first/],
  ['model', { kinds: ['starship'] }, /There is no kind STARSHIP/],
  ['graphql', { query: '{ practise { name } }' }, /Cannot query field "practise"/],
  ['graphql', { query: '{' }, /Syntax Error/],
  ['graphql', { query: `{ catalogue { ${'name '.repeat(6000)} } }` }, /5000 tokens/],
  [
    'graphql',
    {
      query:
        '{ practices(first: 100) { nodes { resources(first: 100) { nodes { needs(first: 100) { nodes { id } } } } } } }',
    },
    /could cost 1011100/,
  ],
  ['graphql', { query: 'mutation { load }' }, /mutation/i],
  ['no_such_tool', {}, /not found/],
]

describe.each(storesUnderTest())('the MCP server on a graph in $name', ({ fresh }) => {
  let api: Api
  let client: Client
  beforeAll(async () => {
    api = await createApi(await loadedStore(builtInFolder('example'), await fresh()))
    client = await connectedClient(api)
  })
  afterAll(async () => {
    await client.close()
    await api.close()
  })

  it.each(questions)('answers %s as the API does', async (name, args, says, asked) => {
    const { data, text, isError } = await call(client, name, args)
    expect(text).toMatch(says)
    expect(isError).toBe(false)
    const expected = await api.execute(asked)
    expect(expected.errors).toBeUndefined()
    expect(data).toMatchObject(JSON.parse(JSON.stringify(expected.data)))
  })

  it.each(refused)('says what is wrong with a question to %s (%#)', async (name, args, says) => {
    const { text, isError } = await call(client, name, args)
    expect(text).toMatch(says)
    expect(isError).toBe(name !== 'model')
  })

  it('lists tools that say what they do, take and answer, and that they only read', async () => {
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name)).toEqual([
      ...['search', 'get_item', 'list_items', 'value_stream', 'practices_of_stream', 'feeds'],
      ...['impact', 'change_impact', 'upstream', 'paths', 'single_points_of_failure'],
      ...['supplier_concentration', 'ending_contracts', 'governance_trace'],
      ...['findings', 'recent_changes', 'model', 'graphql'],
    ])
    const asked = new Set([...questions, ...refused].map(([name]) => name))
    for (const { name, description, inputSchema, outputSchema, annotations } of tools) {
      expect(asked).toContain(name)
      expect(description?.length).toBeGreaterThan(60)
      expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false })
      for (const argument of Object.values(inputSchema.properties ?? {})) expect(argument).toHaveProperty('description')
      expect(outputSchema === undefined).toBe(['get_item', 'graphql'].includes(name))
    }
  })

  it('reads an item whole: every field of its kind, and its relations a page at a time', async () => {
    const page = async (after?: string): Promise<WholeItem> =>
      (await call(client, 'get_item', { id: 'ticketing', relations: 2, after })).data['item'] as WholeItem
    const item = await page()
    expect(item).toMatchObject({
      ...{ kind: 'Application', id: 'application/ticketing', version: '11.4' },
      sources: [{ file: 'applications/ticketing.md' }],
    })
    const { edges, pageInfo, totalCount } = item.relations
    const next = await page(pageInfo.endCursor ?? undefined)
    expect(totalCount).toBeGreaterThan(10)
    expect(edges).toHaveLength(2)
    expect(next.relations.edges).not.toEqual(edges)
  })

  it('answers any GraphQL question, with variables', async () => {
    const query = 'query ($id: ID!) { practice(id: $id) { name } }'
    const { data } = await call(client, 'graphql', { query, variables: { id: 'incident-management' } })
    expect(data).toEqual({ practice: { name: 'Incident management' } })
  })

  it('offers items as resources, in Markdown and JSON, and completes their ids', async () => {
    const uri = 'tributary://item/application/ticketing'
    const { contents } = await client.readResource({ uri })
    const [markdown, json] = contents as { mimeType: string; text: string }[]
    expect(markdown?.mimeType).toBe('text/markdown')
    expect(markdown?.text).toMatch(/^# Ticketing\n[\s\S]*## Relations\n\n- /)
    expect(JSON.parse(json?.text ?? '')).toMatchObject({ id: 'application/ticketing', version: '11.4' })
    await expect(client.readResource({ uri: `${uri}x` })).rejects.toThrow('Did you mean "application/ticketing"')
    const ref = { type: 'ref/resource' as const, uri: 'tributary://item/{+id}' }
    const { completion } = await client.complete({ ref, argument: { name: 'id', value: 'application/tick' } })
    expect(completion.values[0]).toBe('application/ticketing')
    const all = await client.complete({ ref, argument: { name: 'id', value: '' } })
    expect(all.completion.values.length).toBeGreaterThan(10)
  })

  it('offers questions that name only tools there are', async () => {
    const names = new Set((await client.listTools()).tools.map(({ name }) => name))
    const { prompts } = await client.listPrompts()
    expect(prompts.map(({ name }) => name)).toEqual(['what_fails', 'improve_stream', 'supplier_review'])
    for (const { name } of prompts) {
      const { messages } = await client.getPrompt({ name, arguments: { item: 'northbeam' } })
      const text = JSON.stringify(messages)
      const tools = [...text.matchAll(/\\"([a-z_]+)\\"/g)]
        .map(([, tool]) => tool)
        .filter((word) => word !== 'northbeam')
      expect(text).toContain('northbeam')
      expect(tools.filter((tool) => !names.has(String(tool)))).toEqual([])
    }
  })
})

it('follows what is loaded meanwhile', async () => {
  const store = await loadedStore(builtInFolder('itil4'))
  const api = await createApi(store, { freshFor: 0 })
  const client = await connectedClient(api)
  expect((await call(client, 'get_item', { id: 'application/ticketing' })).isError).toBe(true)
  await loadedStore(builtInFolder('example'), store)
  expect((await call(client, 'get_item', { id: 'application/ticketing' })).text).toContain('Ticketing')
  await client.close()
  await api.close()
})
