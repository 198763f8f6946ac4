import { expect } from 'vitest'
import { createApi } from '../../api/execute.ts'
import type { Api } from '../../api/execute.ts'
import type { Store } from '../../graph/store/store.ts'
import type { CountingStore } from './counting-store.ts'
import { countingStore } from './counting-store.ts'
import { seed } from './seed.ts'
import type { Seed } from './seed.ts'

/** The API over a seeded graph. */
export interface ApiUnderTest {
  readonly api: Api
  readonly store: CountingStore
  /** The data that a request answers with. Fails where it answers with errors. */
  ask<Result = Data>(document: string, variables?: Data): Promise<Result>
  /** The messages of the errors that a request answers with. */
  refusals(document: string, variables?: Data): Promise<string[]>
  /** The statements that a request takes. */
  statements(document: string, variables?: Data): Promise<string[]>
}

/** Whatever a request answers with: plain JSON. */
export type Data = Readonly<Record<string, unknown>>

/** Seeds an empty graph and makes the API over it. */
export async function apiOver(opened: Promise<Store>, seeded: Seed): Promise<ApiUnderTest> {
  const store = countingStore(await opened)
  await seed(store, seeded)
  const api = await createApi(store, { freshFor: Infinity })
  return {
    api,
    store,
    async ask<Result>(document: string, variables: Data = {}) {
      const { data, errors } = await api.execute(document, variables)
      expect(errors).toBeUndefined()
      return JSON.parse(JSON.stringify(data)) as Result
    },
    async refusals(document, variables = {}) {
      const { errors } = await api.execute(document, variables)
      return errors?.map((error) => error.message) ?? []
    },
    async statements(document, variables = {}) {
      store.taken()
      const { errors } = await api.execute(document, variables)
      expect(errors).toBeUndefined()
      return store.taken()
    },
  }
}
