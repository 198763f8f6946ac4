import type { Audience } from '../catalogue/audience.ts'
import { suggest } from '../catalogue/suggest.ts'
import { dataSteps } from '../load/apply-plan.ts'
import { isStillLoaded, saveLoadedCatalogue } from '../load/loaded-catalogue.ts'
import type { LoadedCatalogue } from '../load/loaded-catalogue.ts'
import { compareGraphs } from '../load/plan.ts'
import { saveRevision } from '../load/revision.ts'
import { schemaStatements } from '../load/schema-statements.ts'
import { idsOf, piecesOf, savePieces } from '../load/texts.ts'
import { openStore } from '../store/open-store.ts'
import { StoreError } from '../store/store.ts'
import type { Json, Parameters, ReadOptions, Store } from '../store/store.ts'
import { project } from './project.ts'
import type { WholeGraph } from './project.ts'
import { readWholeGraph } from './read-whole-graph.ts'

/** The catalogue has no audience of this name. */
export class UnknownAudienceError extends Error {
  override readonly name = 'UnknownAudienceError'

  constructor(asked: string, audiences: readonly Audience[]) {
    const names = audiences.map(({ name }) => name)
    const known = suggest(asked, names) ?? (names.length === 0 ? undefined : `There are ${names.join(', ')}.`)
    const otherwise =
      'What is loaded names none under "audiences": write them into tributary.config.yaml, and load it again.'
    super(`The catalogue has no audience "${asked}". ${known ?? otherwise}`)
  }
}

/** How an audience's graph is opened. */
export interface AudienceOptions {
  /** For how long, in milliseconds, it is trusted that nothing was loaded meanwhile: half a second unless said otherwise. */
  readonly freshFor?: number
  /** Whether others read the whole graph too: closing the audience's leaves it open then. */
  readonly sharesWhole?: boolean
}

/**
 * Opens what an audience sees of a graph, as a graph of its own in memory: nothing else of it can be read there. It is
 * made again when something has been loaded. Closing it closes the whole graph too, unless that is shared.
 * @throws UnknownAudienceError, and NothingLoadedError when the graph is empty.
 */
export async function openAudience(whole: Store, name: string, options: AudienceOptions = {}): Promise<Store> {
  const store = new AudienceStore(whole, name, options)
  await store.read('MATCH (n) RETURN count(n) AS count')
  return store
}

class AudienceStore implements Store {
  readonly address: string
  readonly #whole: Store
  readonly #name: string
  readonly #freshFor: number
  readonly #sharesWhole: boolean
  #projection: { readonly store: Store; readonly loaded: LoadedCatalogue } | undefined
  #checkedAt = 0
  #checking: Promise<Store> | undefined
  #closed = false
  /** Projections that reads may still be at work on. */
  readonly #reading = new Map<Store, number>()

  constructor(whole: Store, name: string, { freshFor = 500, sharesWhole = false }: AudienceOptions) {
    this.address = whole.address
    this.#whole = whole
    this.#name = name
    this.#freshFor = freshFor
    this.#sharesWhole = sharesWhole
  }

  async read<Row extends Json = Json>(cypher: string, parameters?: Parameters, options?: ReadOptions): Promise<Row[]> {
    if (this.#closed) throw new StoreError(`The graph at ${this.address} is closed`)
    const store = await this.#current()
    this.#reading.set(store, (this.#reading.get(store) ?? 0) + 1)
    try {
      return await store.read<Row>(cypher, parameters, options)
    } finally {
      this.#reading.set(store, (this.#reading.get(store) ?? 1) - 1)
      await this.#closeUnused(store)
    }
  }

  async write(): Promise<void> {
    throw new StoreError(`What an audience sees of the graph at ${this.address} can't be written`, {
      hint: 'Load the catalogue into the graph itself',
    })
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    await this.#projection?.store.close()
    if (!this.#sharesWhole) await this.#whole.close()
  }

  /** What the audience sees of what is loaded now. */
  async #current(): Promise<Store> {
    const isFresh = performance.now() - this.#checkedAt < this.#freshFor
    if (this.#projection !== undefined && isFresh) return this.#projection.store
    this.#checking ??= this.#check().finally(() => {
      this.#checking = undefined
    })
    return this.#checking
  }

  /** Makes the projection where there is none of this revision. A failure leaves none: nothing stale is read. */
  async #check(): Promise<Store> {
    const before = this.#projection
    if (before !== undefined && (await isStillLoaded(this.#whole, before.loaded))) {
      this.#checkedAt = performance.now()
      return before.store
    }
    this.#projection = undefined
    if (before !== undefined) await this.#closeUnused(before.store)
    const whole = await readWholeGraph(this.#whole)
    const audience = whole.loaded.audiences.find(({ name }) => name === this.#name)
    if (audience === undefined) throw new UnknownAudienceError(this.#name, whole.loaded.audiences)
    const store = await storeOf(project(whole, audience))
    this.#projection = { store, loaded: whole.loaded }
    this.#checkedAt = performance.now()
    return store
  }

  /** Closes a projection that isn't the current one once nobody reads it any more. */
  async #closeUnused(store: Store): Promise<void> {
    if (store === this.#projection?.store || (this.#reading.get(store) ?? 0) > 0) return
    this.#reading.delete(store)
    await store.close()
  }
}

/** A graph in memory that holds this, and nothing else. */
async function storeOf({ graph, loaded, findings, revisions }: WholeGraph): Promise<Store> {
  const store = await openStore('memory:')
  const pieces = piecesOf(findings)
  const changes = compareGraphs({ nodes: new Map(), relations: new Map() }, graph)
  await store.write([
    ...schemaStatements,
    ...revisions.map(saveRevision),
    ...dataSteps(changes).map(({ statement }) => statement),
    ...savePieces(pieces),
    saveLoadedCatalogue({ ...loaded, findings: idsOf(pieces) }),
  ])
  return store
}
