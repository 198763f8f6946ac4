import { readRevisionNumber, requireLoadedCatalogue } from '../load/loaded-catalogue.ts'
import { readGraph } from '../load/read-graph.ts'
import { readRevisions } from '../load/revision.ts'
import { modelFromFiles } from '../model/read-model.ts'
import type { Store } from '../store/store.ts'
import { StoreError } from '../store/store.ts'
import type { WholeGraph } from './project.ts'

/** How often reading begins again while one load follows the other. */
const mostAttempts = 4

/** Everything that a graph holds, of one revision. @throws NothingLoadedError when that is nothing. */
export async function readWholeGraph(store: Store): Promise<WholeGraph> {
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const loaded = await requireLoadedCatalogue(store)
    const graph = await readGraph(store, modelFromFiles(loaded.model), loaded)
    const revisions = await readRevisions(store, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
    if ((await readRevisionNumber(store)) === loaded.revision) return { graph, loaded, revisions }
  }
  throw new StoreError(`The graph at ${store.address} changes again and again while it is read`, {
    hint: 'Wait until the loads have ended',
  })
}
