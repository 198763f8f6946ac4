import { readFindings, whole } from '../load/loaded-lists.ts'
import { ofOneRevision } from '../load/of-one-revision.ts'
import { readGraph } from '../load/read-graph.ts'
import { readRevisions } from '../load/revision.ts'
import { modelFromFiles } from '../model/read-model.ts'
import type { Store } from '../store/store.ts'
import type { WholeGraph } from './project.ts'

/** Everything that a graph holds, of one revision. @throws NothingLoadedError when that is nothing. */
export async function readWholeGraph(store: Store): Promise<WholeGraph> {
  return ofOneRevision(store, async (loaded) => ({
    loaded,
    findings: await whole(readFindings(store)),
    graph: await readGraph(store, modelFromFiles(loaded.model), loaded),
    revisions: await readRevisions(store, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
  }))
}
