import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generate } from '@graphql-codegen/cli'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ManifestError, readManifest } from '../../../../api/server/operations/manifest.ts'
import { packageRoot } from '../../../../graph/package-root.ts'
import { serverUnderTest } from '../server-under-test.ts'
import type { ServerUnderTest } from '../server-under-test.ts'

/** What a small client has in its sources. */
const client = `
  query Practice($id: ID!) { practice(id: $id) { ...Names } }
  query Loaded { catalogue { revision } }
  fragment Names on Practice { id name }
`
const known = {
  data: { practice: { id: 'practice/risk-management', name: 'Risk management' } },
}
const variables = { id: 'risk-management' }

describe('persisted operations', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tributary-operations-'))
  const manifest = join(folder, 'persisted-documents.json')
  let ids: Record<string, string>
  let only: ServerUnderTest
  let also: ServerUnderTest
  beforeAll(async () => {
    // As a client's build does it.
    await generate({
      schema: join(packageRoot, 'api/schema.graphql'),
      documents: client,
      generates: { [`${folder}/`]: { preset: 'client', presetConfig: { persistedDocuments: true } } },
      config: { onlyOperationTypes: true },
      silent: true,
    })
    ids = Object.fromEntries([...readManifest(manifest).values()].map(({ id, name }) => [name, id]))
    only = await serverUnderTest({ operations: { manifest, only: true } })
    also = await serverUnderTest({ operations: { manifest } })
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const persisted = (id: string | undefined): { persistedQuery: unknown } => ({
    persistedQuery: { version: 1, sha256Hash: id },
  })
  const refused = { errors: [{ extensions: { code: 'PERSISTED_QUERY_ONLY' } }] }

  it('are read from the manifest that GraphQL Code Generator writes', () => {
    expect(Object.keys(ids)).toEqual(['Practice', 'Loaded'])
    expect(ids['Practice']).toMatch(/^sha256:[0-9a-f]{64}$/)
  })

  it('are answered by their ids, as each kind of client names them', async () => {
    for (const server of [only, also]) {
      const id = ids['Practice'] ?? ''
      const answers = [
        await server.post({ documentId: id, variables }),
        await server.post({ id, variables }),
        await server.post({ documentId: id.replace('sha256:', ''), variables }),
        await server.post({ extensions: persisted(id.replace('sha256:', '')), variables, operationName: 'Practice' }),
        await server.get({ documentId: id, variables: JSON.stringify(variables) }),
        await server.get({ extensions: JSON.stringify(persisted(id)), variables: JSON.stringify(variables) }),
      ]
      for (const { status, body } of answers) expect({ status, body }).toEqual({ status: 200, body: known })
    }
  })

  it('are, with "only", all that is answered: texts are refused with 403, also to be remembered, and what isn’t listed with 400', async () => {
    const text = '{ catalogue { revision } }'
    const hash = createHash('sha256').update(text).digest('hex')
    const told = await Promise.all([
      only.post({ query: text }),
      only.post({ query: text, extensions: persisted(hash) }),
      only.post({ query: text, documentId: ids['Loaded'] }),
      only.post({ query: '{ __schema { types { name } } }' }),
      only.post([{ documentId: ids['Loaded'] }]),
      only.post({}),
      only.get({ query: text }),
      only.post({ documentId: 'unknown' }),
      only.post({ extensions: persisted(hash) }),
      only.get({ documentId: 'unknown' }),
    ])
    expect(told.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403, 403, 400, 400, 400])
    for (const { body } of told) expect(body).toMatchObject(refused)
    expect(told[0].body.errors?.[0]?.message).toBe(
      'Only persisted operations are answered here: name one by its id (documentId, or extensions.persistedQuery.sha256Hash), without a text.',
    )
    expect(told[7].body.errors?.[0]?.message).toBe('No operation is listed as "unknown".')
  })

  it('stand beside other questions without "only"', async () => {
    expect(await also.post({ query: '{ catalogue { revision } }' })).toMatchObject({ status: 200 })
    expect(await also.post({ extensions: persisted('unknown') })).toMatchObject({
      body: { errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] },
    })
  })

  it('are all that there is to explore, with "only"', async () => {
    const page = await fetch(`${only.address}/graphiql/`, { headers: { accept: 'text/html' } })
    expect([page.status, await page.text()]).toEqual([404, expect.stringContaining('no query editor')])
    expect((await fetch(`${also.address}/`, { redirect: 'manual' })).headers.get('location')).toBe('graphiql/')
    expect((await fetch(`${only.address}/`, { redirect: 'manual' })).status).toBe(404)
  })

  it('keep to the limits', async () => {
    const strict = await serverUnderTest({ operations: { manifest, only: true }, limits: { depth: 1 } })
    expect(await strict.post({ documentId: ids['Loaded'] })).toMatchObject({
      status: 400,
      body: { errors: [{ extensions: { limit: 'depth' } }] },
    })
    expect(strict.log).toContainEqual(
      expect.objectContaining({ operation: 'Loaded', problems: ['Query depth limit of 1 exceeded, found 2.'] }),
    )
  })

  it('are read from Apollo’s manifest too, and may be introspection', async () => {
    const file = join(folder, 'apollo.json')
    const operations = [
      { id: 'a', name: 'Loaded', type: 'query', body: 'query Loaded { catalogue { revision } }' },
      { id: 'b', name: 'Types', type: 'query', body: 'query Types { __type(name: "Practice") { name } }' },
    ]
    writeFileSync(file, JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations }))
    const server = await serverUnderTest({ operations: { manifest: file, only: true } })
    expect(await server.post({ documentId: 'a' })).toMatchObject({
      status: 200,
      body: { data: { catalogue: { revision: 1 } } },
    })
    expect(await server.post({ id: 'b' })).toMatchObject({ body: { data: { __type: { name: 'Practice' } } } })
  })

  it('are told at the start by their names where they don’t fit what is loaded', async () => {
    const file = join(folder, 'old.json')
    const texts = {
      f1: 'query Old { practise(id: "x") { name } }',
      f2: 'query Good { catalogue { revision } }',
      f3: 'query {',
    }
    writeFileSync(file, JSON.stringify(texts))
    const { log } = await serverUnderTest({ operations: { manifest: file } })
    expect(log).toMatchObject([
      {
        msg: 'a persisted operation does not fit the API',
        operation: 'Old',
        id: 'f1',
        problems: [expect.stringMatching(/^Cannot query field "practise" on type "Query"/)],
      },
      { operation: 'f3', id: 'f3', problems: ['Syntax Error: Expected Name, found <EOF>.'] },
    ])
  })

  it.each([
    ['none.json', undefined, /none\.json can't be read: ENOENT/],
    ['text.json', 'query { a }', /text\.json can't be read: /],
    ['empty.json', '{}', /empty\.json is no manifest of operations: it is neither/],
    ['other.json', '{"format": "apollo-persisted-query-manifest", "version": 2, "operations": []}', /is no manifest/],
  ])('say what is wrong with a manifest: %s', (name, content, message) => {
    const file = join(folder, name)
    if (content !== undefined) writeFileSync(file, content)
    expect(() => readManifest(file)).toThrow(ManifestError)
    expect(() => readManifest(file)).toThrow(message)
  })
})
