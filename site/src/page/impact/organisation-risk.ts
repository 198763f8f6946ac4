import { singlePoints } from '../../../../graph/impact/single-points.ts'
import type { SinglePoint } from '../../../../graph/impact/single-points.ts'
import type { Catalogue, Item } from '../../catalogue/catalogue.ts'
import { impactGraph } from '../../impact/impact-graph.ts'
import type { ImpactGraph } from '../../impact/impact-graph.ts'

/** What the whole organisation hangs on. */
export interface OrganisationRisk {
  /** How many value streams and services were looked at. */
  readonly aims: number
  /** Items whose failure alone takes value streams or services down or degrades them, the worst first. */
  readonly points: readonly SinglePoint[]
  /** Items by how many others need them directly, those most needed first; only those that are needed at all. */
  readonly depended: readonly { readonly item: Item; readonly by: number }[]
}

const aimed = new Set(['ValueStream', 'Service'])
const known = new WeakMap<ImpactGraph, OrganisationRisk>()

/** Worked out once for a build, however many pages tell of it. */
export function organisationRisk(catalogue: Catalogue): OrganisationRisk {
  const graph = impactGraph(catalogue)
  const risk = known.get(graph) ?? riskOf(catalogue, graph)
  known.set(graph, risk)
  return risk
}

function riskOf({ items }: Catalogue, { index }: ImpactGraph): OrganisationRisk {
  const aims = index.items.filter(({ kind }) => aimed.has(kind)).map(({ id }) => id)
  const depended = index.items.flatMap(({ id }, number) => {
    const item = items.get(id)
    const by = new Set(index.neededBy.of(number).map((need) => index.dependent[need])).size
    return item === undefined || by === 0 ? [] : [{ item, by }]
  })
  return { aims: aims.length, points: singlePoints(index, aims), depended: depended.sort((a, b) => b.by - a.by) }
}
