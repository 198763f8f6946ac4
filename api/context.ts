import type { FieldNode } from 'graphql'
import type { Calendar } from '../graph/catalogue/duration.ts'
import type { FormerIds } from '../graph/catalogue/former-ids.ts'
import type { LoadedSnapshot } from '../graph/impact/read-snapshot.ts'
import type { Model } from '../graph/model/model.ts'
import type { Store } from '../graph/store/store.ts'
import type { Observe } from './observe.ts'
import type { RequestReads } from './plan/request-reads.ts'
import type { SearchIndex } from './search/search-index.ts'

/** What the resolvers of one request share. Make a new one for each request: `Api.context()`. */
export interface ApiContext {
  readonly store: Store
  /** Reads of the request that can share a statement. */
  readonly reads: RequestReads
  readonly model: Model
  /** How long a working day and week are in the catalogue's durations. */
  readonly calendar: Calendar
  /** Ids that items had before: whoever gives one gets the item. */
  readonly former: FormerIds
  /** Under which key a source holds what was read for a field of the request: filled by planning. */
  readonly keys: Map<FieldNode, string>
  /** Ends the answering of this request: its statements heed it, and so does what takes long to be computed. */
  readonly signal: AbortSignal | undefined
  /** Around what is computed for the answer, so that somebody can tell how long it takes. */
  readonly observe: Observe
  /** The whole graph as impact is worked out from it, read on first use. */
  snapshot(): Promise<LoadedSnapshot>
  /** The words of the loaded catalogue, indexed on first use. */
  searchIndex(): Promise<SearchIndex>
}
