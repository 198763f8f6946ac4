import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql'
import { isStillLoaded } from '../graph/load/loaded-catalogue.ts'
import { StoreError } from '../graph/store/store.ts'
import type { Store } from '../graph/store/store.ts'
import type { ApiContext } from './context.ts'
import { LoadedApi } from './loaded-api.ts'
import { unobserved } from './observe.ts'
import type { Observe } from './observe.ts'
import { within } from './within.ts'

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
  /** When that was loaded: ISO 8601. */
  readonly loadedAt: string
  /** What the resolvers of one request share: make one for each request that something else executes. */
  context(): ApiContext
  /** Looks whether something was loaded since, at most once in `freshFor`. `execute` does so by itself. */
  refresh(): Promise<void>
  /**
   * Reads what questions about impact are answered from, which takes seconds in a large graph: whoever asks the first needn't
   * wait for it. Later revisions' is then read beforehand, too.
   * @throws as `execute` does.
   */
  prepareImpact(): Promise<void>
  /** Tells a listener of each new schema. @returns what ends that. */
  onSchemaChange(listener: (schema: GraphQLSchema) => void): () => void
  /**
   * Answers a document from one revision: where a load came between its statements, it is asked again, a few times. What is wrong with
   * it or its variables is in the result's `errors`. Documents are parsed and validated once, by their text or, where they
   * are parsed, by the object.
   *
   * After a load all that the graph answers is of the new revision at once. Impact is worked out on a snapshot in memory,
   * and reading a large one takes seconds: until it is there, what needs nothing but the snapshot is still answered from the
   * revision before. Such an answer says so, in `extensions.revision`, and mustn't be kept as one of the new revision;
   * what needs both waits.
   * @throws StoreError when the graph can't be reached, NothingLoadedError when it has been emptied, and the reason of
   * `options.signal` as soon as that aborts.
   */
  execute<Result = Record<string, unknown>, Variables = Readonly<Record<string, unknown>>>(
    document: string | TypedDocument<Result, Variables>,
    variables?: Variables,
    options?: ExecuteOptions,
  ): Promise<ExecutionResult<Result>>
  /** Closes the store. */
  close(): Promise<void>
}

/** How a document is answered. */
export interface ExecuteOptions {
  /** Which of the document's operations, where it has several. */
  readonly operationName?: string | undefined
  /** Ends the answering: the statements of this request are cancelled; what it shares with others, such as the snapshot, isn't. */
  readonly signal?: AbortSignal | undefined
}

/** How often a request is asked again while one load follows the other. */
const mostAttempts = 4

/** How an API is made. */
export interface ApiOptions {
  /** For how long, in milliseconds, the API trusts that nothing was loaded meanwhile: a second unless said otherwise. */
  readonly freshFor?: number
  /** Is put around what is computed. */
  readonly observe?: Observe
}

/**
 * Makes the API over a store. It needs nothing else: the graph carries its own model.
 * @throws NothingLoadedError when the graph is empty, and StoreError when it can't be reached.
 */
export async function createApi(
  store: Store,
  { freshFor = 1000, observe = unobserved }: ApiOptions = {},
): Promise<Api> {
  const listeners = new Set<(schema: GraphQLSchema) => void>()
  let loaded = await LoadedApi.read(store, observe)
  let checked = performance.now()

  const reload = async (): Promise<void> => {
    checked = performance.now()
    const { schema } = loaded
    try {
      loaded = await LoadedApi.read(store, observe, loaded)
    } catch (error) {
      checked = -Infinity // Whoever asks next is told too: nothing is answered from what may be old.
      throw error
    }
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
    get loadedAt() {
      return loaded.loadedAt
    },
    context: () => loaded.context(),
    refresh,
    prepareImpact: () => loaded.prepareImpact(),
    onSchemaChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    execute: async <Result>(
      given: string | TypedDocument<Result, never>,
      variables?: unknown,
      { operationName, signal }: ExecuteOptions = {},
    ): Promise<ExecutionResult<Result>> =>
      within(signal, async () => {
        await refresh()
        const document = isParsed(given) ? given : given.toString()
        const values = (variables ?? {}) as Readonly<Record<string, unknown>>
        for (let attempt = 1; ; attempt++) {
          const used = loaded
          const early = await used.answerFromMemory(document, values, operationName, signal)
          if (early !== undefined) return early as ExecutionResult<Result>
          const { store: counted, reads, note } = countReads(store, signal)
          const result = await used.answer(document, values, operationName, counted, note, signal)
          const isOneRevision = reads() < 2 || (await isStillLoaded(store, used))
          if (isOneRevision) return result as ExecutionResult<Result>
          if (attempt === mostAttempts) throw changesTooFast(store)
          await reload()
        }
      }),
    close: () => store.close(),
  }
}

const changesTooFast = (store: Store): StoreError =>
  new StoreError(`What is loaded at ${store.address} changes faster than it can be read`, {
    failure: 'busy',
    hint: 'Ask again when loading has ended, or ask for less at once',
  })

const isParsed = (
  given: string | TypedDocument<unknown, never>,
): given is DocumentNode & TypedDocument<unknown, never> => typeof given === 'object' && 'kind' in given

/** A store for one request: it tells how many statements it was asked to read, those that were noted besides among them. */
function countReads(
  store: Store,
  signal: AbortSignal | undefined,
): {
  readonly store: Store
  readonly reads: () => number
  readonly note: () => void
} {
  let count = 0
  const counted: Store = {
    address: store.address,
    read(cypher, parameters) {
      count++
      return store.read(cypher, parameters, signal === undefined ? {} : { signal })
    },
    write: (statements, onStatement) => store.write(statements, onStatement),
    close: () => store.close(),
  }
  return { store: counted, reads: () => count, note: () => (count += 1) }
}
