import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql'
import type { Calendar } from '../graph/catalogue/duration.ts'
import type { FormerIds } from '../graph/catalogue/former-ids.ts'
import { readSnapshot } from '../graph/impact/read-snapshot.ts'
import type { LoadedSnapshot } from '../graph/impact/read-snapshot.ts'
import { readRevisionNumber, requireLoadedCatalogue } from '../graph/load/loaded-catalogue.ts'
import type { LoadedCatalogue } from '../graph/load/loaded-catalogue.ts'
import { readFormerIds } from '../graph/load/read-former-ids.ts'
import { modelFromFiles } from '../graph/model/read-model.ts'
import type { Model } from '../graph/model/model.ts'
import type { Store } from '../graph/store/store.ts'
import type { ApiContext } from './context.ts'
import { Documents } from './documents.ts'
import { runRequest } from './execution/run-request.ts'
import { RequestReads } from './plan/request-reads.ts'
import { apiSchema } from './api-schema.ts'
import { readOnce } from './read-once.ts'
import { buildSearchIndex } from './search/search-index.ts'
import type { SearchIndex } from './search/search-index.ts'

/** What the API is for one revision of the catalogue. */
export class LoadedApi {
  readonly revision: number
  readonly schema: GraphQLSchema
  readonly documents: Documents
  readonly #store: Store
  readonly #calendar: Calendar
  readonly #former: FormerIds
  readonly #model: Model
  readonly #modelText: string
  readonly #searchIndex: () => Promise<SearchIndex>
  readonly #snapshot: () => Promise<LoadedSnapshot>

  private constructor(
    store: Store,
    { revision, calendar, former }: Pick<LoadedCatalogue, 'revision' | 'calendar'> & { readonly former: FormerIds },
    shape: {
      readonly model: Model
      readonly modelText: string
      readonly schema: GraphQLSchema
      readonly documents: Documents
    },
  ) {
    this.#store = store
    this.revision = revision
    this.#calendar = calendar
    this.#former = former
    this.schema = shape.schema
    this.documents = shape.documents
    this.#model = shape.model
    this.#modelText = shape.modelText
    this.#searchIndex = readOnce(() => buildSearchIndex(store, shape.model))
    this.#snapshot = readOnce(() => readSnapshot(store, shape.model))
  }

  /**
   * What the API is for the revision that the graph holds now.
   * @param before what it was: kept where nothing has changed, and its schema where the model hasn't.
   * @throws NothingLoadedError, and ModelError when the graph carries a model that this version can't read.
   */
  static async read(store: Store, before?: LoadedApi): Promise<LoadedApi> {
    if (before !== undefined && (await readRevisionNumber(store)) === before.revision) return before
    const loaded = { ...(await requireLoadedCatalogue(store)), former: await readFormerIds(store) }
    const modelText = JSON.stringify(loaded.model)
    if (before !== undefined && before.#modelText === modelText) {
      const { schema, documents } = before
      return new LoadedApi(store, loaded, { model: before.#model, modelText, schema, documents })
    }
    const model = modelFromFiles(loaded.model)
    const schema = apiSchema(model)
    return new LoadedApi(store, loaded, { model, modelText, schema, documents: new Documents(schema) })
  }

  /** Answers a document. Its statements go to `store`; `onSnapshot` is told when it uses what was read before. */
  async answer(
    given: string | DocumentNode,
    variables: Readonly<Record<string, unknown>>,
    operationName: string | undefined,
    store: Store,
    onSnapshot: () => void,
  ): Promise<ExecutionResult> {
    const checked = this.documents.check(given)
    if ('errors' in checked) return { errors: checked.errors }
    return runRequest({
      ...checked,
      schema: this.schema,
      variables,
      operationName,
      context: this.context(store, onSnapshot),
    })
  }

  /** What the resolvers of one request share. */
  context(store = this.#store, onSnapshot?: () => void): ApiContext {
    return {
      store,
      reads: new RequestReads(store),
      model: this.#model,
      calendar: this.#calendar,
      former: this.#former,
      keys: new Map(),
      snapshot: () => {
        onSnapshot?.()
        return this.#snapshot()
      },
      searchIndex: this.#searchIndex,
    }
  }
}
