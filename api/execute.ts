import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql'
import { readRevisionNumber } from '../graph/load/loaded-catalogue.ts'
import type { Store } from '../graph/store/store.ts'
import type { ApiContext } from './context.ts'
import { LoadedApi } from './loaded-api.ts'

/** A document with the types of its result and variables, as code generation makes them: text or parsed. */
export type TypedDocument<Result, Variables> = (DocumentNode | { toString(): string }) & {
  readonly __apiType?: (variables: Variables) => Result
}

/** The API in this process: for the site, the command line and the server. */
export interface Api {
  /** The schema for the model that is loaded. Another object after a load that changed the model. */
  readonly schema: GraphQLSchema
  /** Number of the revision that the API was last seen to answer from. */
  readonly revision: number
  /** What the resolvers of one request share: make one for each request that something else executes. */
  context(): ApiContext
  /** Looks whether something was loaded since, at most once in `freshFor`. `execute` does so by itself. */
  refresh(): Promise<void>
  /** Tells a listener of each new schema. @returns what ends that. */
  onSchemaChange(listener: (schema: GraphQLSchema) => void): () => void
  /**
   * Answers a document from one revision: where a load came between its statements, it is asked again. What is wrong with it or its variables is in the result's `errors`. Documents are parsed and
   * validated once, by their text or, where they are parsed, by the object.
   * @throws StoreError when the graph can't be reached, and NothingLoadedError when it has been emptied.
   */
  execute<Result = Record<string, unknown>, Variables = Readonly<Record<string, unknown>>>(
    document: string | TypedDocument<Result, Variables>,
    variables?: Variables,
    operationName?: string,
  ): Promise<ExecutionResult<Result>>
  /** Closes the store. */
  close(): Promise<void>
}

/** How often a request is asked again while one load follows the other. */
const mostAttempts = 4

/** How an API is made. */
export interface ApiOptions {
  /** For how long, in milliseconds, the API trusts that nothing was loaded meanwhile: a second unless said otherwise. */
  readonly freshFor?: number
}

/**
 * Makes the API over a store. It needs nothing else: the graph carries its own model.
 * @throws NothingLoadedError when the graph is empty, and StoreError when it can't be reached.
 */
export async function createApi(store: Store, { freshFor = 1000 }: ApiOptions = {}): Promise<Api> {
  const listeners = new Set<(schema: GraphQLSchema) => void>()
  let loaded = await LoadedApi.read(store)
  let checked = performance.now()

  const reload = async (): Promise<void> => {
    checked = performance.now()
    const { schema } = loaded
    loaded = await LoadedApi.read(store, loaded)
    if (loaded.schema !== schema) for (const listener of listeners) listener(loaded.schema)
  }

  const refresh = async (): Promise<void> => {
    if (performance.now() - checked >= freshFor) await reload()
  }

  return {
    get schema() {
      return loaded.schema
    },
    get revision() {
      return loaded.revision
    },
    context: () => loaded.context(),
    refresh,
    onSchemaChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async execute<Result>(
      given: string | TypedDocument<Result, never>,
      variables?: unknown,
      operationName?: string,
    ): Promise<ExecutionResult<Result>> {
      await refresh()
      for (let attempt = 1; ; attempt++) {
        const used = loaded
        const { store: counted, reads, note } = countReads(store)
        const result = await used.answer(
          isParsed(given) ? given : given.toString(),
          (variables ?? {}) as Readonly<Record<string, unknown>>,
          operationName,
          counted,
          note,
        )
        const isOneRevision = reads() < 2 || (await readRevisionNumber(store)) === used.revision
        if (isOneRevision || attempt === mostAttempts) return result as ExecutionResult<Result>
        await reload()
      }
    },
    close: () => store.close(),
  }
}

const isParsed = (
  given: string | TypedDocument<unknown, never>,
): given is DocumentNode & TypedDocument<unknown, never> => typeof given === 'object' && 'kind' in given

/** A store that tells how many statements it was asked to read, those that were noted besides among them. */
function countReads(store: Store): {
  readonly store: Store
  readonly reads: () => number
  readonly note: () => void
} {
  let count = 0
  const counted: Store = {
    address: store.address,
    read(cypher, parameters) {
      count++
      return store.read(cypher, parameters)
    },
    write: (statements, onStatement) => store.write(statements, onStatement),
    close: () => store.close(),
  }
  return { store: counted, reads: () => count, note: () => (count += 1) }
}
