import { ApolloServer } from '@apollo/server'
import { describe, expect, it } from 'vitest'
import { apolloGateway } from '../../../api/execution/apollo-gateway.ts'
import { createApi } from '../../../api/execute.ts'
import { readLoadedCatalogue, saveLoadedCatalogue } from '../../../graph/load/loaded-catalogue.ts'
import { ownModelFiles } from '../../../graph/model/read-model.ts'
import { memoryStore } from '../../stores-under-test.ts'
import { apiOver } from '../api-under-test.ts'
import { sample } from '../sample.ts'

describe('apolloGateway', () => {
  it('answers through the API, and follows a load that changes the model', async () => {
    const { store } = await apiOver(memoryStore.fresh(), sample)
    const api = await createApi(store, { freshFor: 0 })
    const apollo = new ApolloServer({ gateway: apolloGateway(api) })
    await apollo.start()
    const answer = async (query: string, variables = {}): Promise<unknown> => {
      await api.refresh()
      const { body } = await apollo.executeOperation({ query, variables })
      return body.kind === 'single' ? JSON.parse(JSON.stringify(body.singleResult)) : undefined
    }

    const query = 'query ($id: ID!) { practice(id: $id) { name } }'
    expect(await answer(query, { id: 'risk-management' })).toStrictEqual({
      data: { practice: { name: 'Risk management' } },
    })
    expect(await answer('{ sites { totalCount } }')).toMatchObject({
      errors: [{ message: expect.stringContaining('sites') as string }],
    })

    const loaded = await readLoadedCatalogue(store)
    if (loaded === undefined) throw new Error('Nothing is loaded.')
    const site = { path: 'model/site.graphql', text: '"""Where people work."""\ntype Site @kind(folder: "sites")' }
    await store.write([saveLoadedCatalogue({ ...loaded, revision: 2, model: [...ownModelFiles(), site] })])
    expect(await answer('{ sites { totalCount } }')).toStrictEqual({ data: { sites: { totalCount: 0 } } })
    await apollo.stop()
    await api.close()
  })
})
