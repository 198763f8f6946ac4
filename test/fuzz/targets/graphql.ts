import { pino } from 'pino'
import { createApi } from '../../../api/execute.ts'
import { serve } from '../../../api/server/serve.ts'
import { builtInFolder } from '../../../graph/catalogue/built-in-layers.ts'
import { loadedStore } from '../../loaded-store.ts'
import { bytesOf } from '../target.ts'
import type { OpenTarget } from '../target.ts'
import { expectGraphQL } from './expect-graphql.ts'

const questions = [
  '{ practices(first: 3, filter: {owner: {exists: true}}, orderBy: {field: NAME}) { totalCount nodes { name owner { name } } pageInfo { endCursor } } }',
  'query One($id: ID!) { valueStream(id: $id) { name measures { figures { name text } } practices { nodes { name } } } }',
  '{ impact(items: [{id: "application/ticketing", state: DOWN}]) { affected { item { id } state degree sentence } } }',
  '{ search(text: "ticket", first: 5) { edges { node { __typename id ...on Team { skills { nodes { name } } } } } } __schema { types { name } } }',
]

/** The body of a request to the API, over HTTP. */
export const endpoint: OpenTarget = async () => {
  const api = await createApi(await loadedStore(builtInFolder('example')), { freshFor: Infinity })
  const server = await serve({ api, log: pino({ level: 'silent' }) })
  const variables = { id: 'resolve-user-incident' }
  return {
    seeds: bytesOf(...questions.map((query) => JSON.stringify({ query, variables, operationName: null }))),
    words: [
      ...[
        '{',
        '}',
        '(',
        ')',
        '[',
        ']',
        ':',
        '!',
        '$a',
        '@include(if: true)',
        '@skip(if: $a)',
        '...',
        '...on Item ',
        'fragment f on Item { id }',
      ],
      ...[
        'query ',
        'mutation ',
        'subscription ',
        '__typename',
        '__schema',
        '__type(name: \\"Item\\")',
        'null',
        '1e999',
        '\\"\\"\\"',
        '#',
        '\\u0000',
        '\\ud800',
      ],
      ...[
        'first: ',
        'after: ',
        'filter: {',
        'orderBy: ',
        'nodes { ',
        'edges { ',
        'relations { ',
        '"variables":',
        '"extensions":{"persistedQuery":{"version":1,"sha256Hash":"a"}}',
        '"__proto__":',
      ],
    ],
    async attempt(input) {
      const body = Buffer.from(input)
      await expectGraphQL(
        await fetch(`${server.address}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        }),
      )
    },
    async close() {
      await server.close()
    },
  }
}
