import { relationKey } from '../load/stored-graph.ts'
import type { StoredGraph } from '../load/stored-graph.ts'
import type { Renamed } from './renamed-items.ts'
import type { Side } from './side.ts'

/** The earlier side with the ids that its items have later: from here on an id is the same item on both sides. */
export function withLaterIds(side: Side, renamed: readonly Renamed[]): Side {
  if (renamed.length === 0) return side
  const later = new Map(renamed.map(({ from, to }) => [from, to]))
  const idOf = (id: string): string => later.get(id) ?? id
  const nodes = [...side.graph.nodes.values()].map(({ id, kind, properties }) => {
    return { id: idOf(id), kind, properties: { ...properties, id: idOf(id) } }
  })
  const relations = [...side.graph.relations.values()].map((each) => {
    return { ...each, from: idOf(each.from), to: idOf(each.to) }
  })
  const graph: StoredGraph = {
    nodes: new Map(nodes.map((node) => [node.id, node])),
    relations: new Map(relations.map((each) => [relationKey(each), each])),
  }
  // Messages name ids: those of renamed items are no other findings for it.
  const findings = side.findings.map((finding) => ({
    ...finding,
    message: finding.message.replace(/[\w-]+(?:\/[\w-]+)+/g, idOf),
    ...(finding.item === undefined ? {} : { item: idOf(finding.item) }),
  }))
  return { ...side, graph, findings }
}
