import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql'
import type { Calendar } from '../graph/catalogue/duration.ts'
import type { FormerIds } from '../graph/catalogue/former-ids.ts'
import { readSnapshot } from '../graph/impact/read-snapshot.ts'
import type { LoadedSnapshot } from '../graph/impact/read-snapshot.ts'
import { isStillLoaded, requireLoadedCatalogue } from '../graph/load/loaded-catalogue.ts'
import type { LoadedCatalogue } from '../graph/load/loaded-catalogue.ts'
import { readFormerIds } from '../graph/load/read-former-ids.ts'
import { StoreError } from '../graph/store/store.ts'
import type { Store } from '../graph/store/store.ts'
import type { ApiContext } from './context.ts'
import type { Observe } from './observe.ts'
import { runRequest } from './execution/run-request.ts'
import { RequestReads } from './plan/request-reads.ts'
import { shapeOf } from './model-shape.ts'
import type { ModelShape } from './model-shape.ts'
import { readOnce } from './read-once.ts'
import { buildSearchIndex } from './search/search-index.ts'
import type { SearchIndex } from './search/search-index.ts'

/** A document, its variables, which of its operations, and what ends the answering. */
type Asked = readonly [
  given: string | DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  operationName: string | undefined,
  signal: AbortSignal | undefined,
]

/** What the API is for one revision of the catalogue. */
export class LoadedApi {
  readonly revision: number
  /** When that was loaded: ISO 8601. */
  readonly loadedAt: string
  readonly shape: ModelShape
  readonly #store: Store
  readonly #observe: Observe
  readonly #calendar: Calendar
  readonly #former: FormerIds
  readonly #searchIndex: () => Promise<SearchIndex>
  readonly #snapshot: () => Promise<LoadedSnapshot>
  #isSnapshotHere = false
  /** The last revision whose snapshot is here, as long as this one's is being read. Until then both are in memory. */
  #before: LoadedApi | undefined

  /** The API's schema: another object where the model isn't the same. */
  get schema(): GraphQLSchema {
    return this.shape.schema
  }

  private constructor(
    store: Store,
    observe: Observe,
    {
      revision,
      loadedAt,
      calendar,
      former,
    }: Pick<LoadedCatalogue, 'revision' | 'loadedAt' | 'calendar'> & { readonly former: FormerIds },
    shape: ModelShape,
  ) {
    this.#store = store
    this.#observe = observe
    this.revision = revision
    this.loadedAt = loadedAt
    this.#calendar = calendar
    this.#former = former
    this.shape = shape
    this.#searchIndex = readOnce(() => observe('searchIndex', () => buildSearchIndex(store, shape.model)))
    this.#snapshot = readOnce(async () => {
      const snapshot = await observe('snapshot', () => readSnapshot(store, shape.model))
      this.#isSnapshotHere = true
      return snapshot
    })
  }

  /**
   * What the API is for the revision that the graph holds now.
   * @param before what it was: kept where nothing has changed, and its schema where the model hasn't.
   * @throws NothingLoadedError, and ModelError when the graph carries a model that this version can't read.
   */
  static async read(store: Store, observe: Observe, before?: LoadedApi): Promise<LoadedApi> {
    if (before !== undefined && (await isStillLoaded(store, before))) return before
    const loaded = { ...(await requireLoadedCatalogue(store)), former: await readFormerIds(store) }
    const after = new LoadedApi(store, observe, loaded, shapeOf(loaded, before?.shape))
    if (before !== undefined) after.#readSnapshotAfter(before)
    return after
  }

  /** Reads the snapshot, so that nobody has to wait for it later. */
  async prepareImpact(): Promise<void> {
    await this.#snapshot()
  }

  /**
   * Reads the snapshot beforehand where the revision before had one, so that whoever asks next needn't wait for what
   * takes seconds in a large graph. Where that fails, the next to ask tries again.
   */
  #readSnapshotAfter(before: LoadedApi): void {
    this.#before = before.#isSnapshotHere ? before : before.#before
    if (this.#before === undefined) return
    const done = (): void => {
      this.#before = undefined
    }
    this.#snapshot().then(done, done)
  }

  /**
   * Answers a document from the revision before, as long as that alone has its snapshot in memory: all of the answer, and
   * nothing but the snapshot. The answer's `extensions` say of which revision it is.
   * @returns undefined where there is no such revision, or more is needed: what the graph answers is always of the newest.
   */
  async answerFromMemory(...asked: Asked): Promise<ExecutionResult | undefined> {
    const before = this.#before
    if (before === undefined) return undefined
    let [usesSnapshot, usesGraph] = [false, false]
    const [given, variables, operationName, signal] = asked
    const refusing: Store = {
      ...{ address: before.#store.address, close: () => before.#store.close() },
      read() {
        usesGraph = true
        return Promise.reject(new StoreError('The graph holds another revision by now'))
      },
      write: (statements, onStatement) => before.#store.write(statements, onStatement),
    }
    const onSnapshot = (): void => {
      usesSnapshot = true
    }
    const result = await before.answer(given, variables, operationName, refusing, onSnapshot, signal)
    return usesSnapshot && !usesGraph ? { ...result, extensions: { revision: before.revision } } : undefined
  }

  /** Answers a document. Its statements go to `store`; `onSnapshot` is told when it uses what was read before. */
  async answer(
    given: string | DocumentNode,
    variables: Readonly<Record<string, unknown>>,
    operationName: string | undefined,
    store: Store,
    onSnapshot: () => void,
    signal: AbortSignal | undefined,
  ): Promise<ExecutionResult> {
    const checked = this.shape.documents.check(given)
    if ('errors' in checked) return { errors: checked.errors }
    return runRequest({
      ...checked,
      schema: this.shape.schema,
      variables,
      operationName,
      context: this.context(store, onSnapshot, signal),
    })
  }

  /** What the resolvers of one request share. */
  context(store = this.#store, onSnapshot?: () => void, signal?: AbortSignal): ApiContext {
    return {
      store,
      signal,
      reads: new RequestReads(store),
      model: this.shape.model,
      calendar: this.#calendar,
      former: this.#former,
      keys: new Map(),
      observe: this.#observe,
      snapshot: () => {
        onSnapshot?.()
        return this.#snapshot()
      },
      searchIndex: this.#searchIndex,
    }
  }
}
