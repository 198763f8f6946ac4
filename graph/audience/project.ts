import type { Audience } from '../catalogue/audience.ts'
import type { Finding } from '../catalogue/finding.ts'
import type { LoadedCatalogue } from '../load/loaded-catalogue.ts'
import type { Revision } from '../load/revision.ts'
import type { StoredGraph } from '../load/stored-graph.ts'
import { modelFromFiles } from '../model/read-model.ts'
import { projectFindings } from './project-findings.ts'
import { projectGraph } from './project-graph.ts'
import { projectModel } from './project-model.ts'
import { projectRevisions } from './project-revisions.ts'
import { projectSite } from './project-site.ts'
import { publishedParts } from './published-parts.ts'

/** Everything that a graph holds. */
export interface WholeGraph {
  readonly graph: StoredGraph
  readonly loaded: LoadedCatalogue
  /** Sorted by place. */
  readonly findings: readonly Finding[]
  /** In any order. */
  readonly revisions: readonly Revision[]
}

/**
 * What an audience sees of everything that a graph holds, in the same form: whatever is made of it (API, site, answers)
 * can't tell what is left out, since it isn't there. What an audience is comes from the graph; which there are isn't told.
 */
export function project({ graph, loaded, findings, revisions }: WholeGraph, audience: Audience): WholeGraph {
  const model = modelFromFiles(loaded.model)
  const projected = projectGraph(graph, audience, model)
  const parts = publishedParts(projected.graph, audience, model)
  return {
    graph: projected.graph,
    revisions: projectRevisions(revisions, projected, audience, model),
    findings: projectFindings(findings, graph, projected, audience),
    loaded: {
      ...loaded,
      site: projectSite(loaded.site, audience, projected.visible.mentions),
      audiences: [],
      model: projectModel(loaded.model, parts, projected.visible.mentions),
      findings: [],
      // What an item says with something that isn't published would tell that it is there.
      completeness: [],
    },
  }
}
