import { verbsOf } from '../../../graph/impact/impact-rules.ts'
import { indexSnapshot } from '../../../graph/impact/index-snapshot.ts'
import type { IndexedSnapshot } from '../../../graph/impact/index-snapshot.ts'
import type { Verbs } from '../../../graph/impact/sentence.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { snapshotOf } from './snapshot-of.ts'

/** What questions of impact are asked of, at build time and in the browser alike. */
export interface ImpactGraph {
  readonly revision: number
  readonly index: IndexedSnapshot
  readonly verbs: Verbs
}

const graphs = new WeakMap<object, ImpactGraph>()

/** The catalogue's graph, indexed once a build. */
export function impactGraph(catalogue: Pick<Catalogue, 'about' | 'items' | 'model'>): ImpactGraph {
  const known = graphs.get(catalogue.items)
  if (known !== undefined) return known
  const graph = {
    revision: catalogue.about.revision,
    index: indexSnapshot(snapshotOf(catalogue)),
    verbs: verbsOf(catalogue.model),
  }
  graphs.set(catalogue.items, graph)
  return graph
}
