import type { Audience } from '../catalogue/audience.ts'
import type { StoredGraph, StoredNode, StoredRelation } from '../load/stored-graph.ts'
import { kindOf } from '../model/model.ts'
import type { Model } from '../model/model.ts'
import { itemProperties } from '../representation.ts'
import { keptProperties, keptSources } from './project-properties.ts'
import { visibleItems } from './visible-items.ts'
import type { VisibleItems } from './visible-items.ts'

/** What an audience sees of a graph. */
export interface ProjectedGraph {
  readonly graph: StoredGraph
  readonly visible: VisibleItems
  /** Texts of published fields that are left out, since they mention what isn't published. */
  readonly withheld: readonly Withheld[]
}

/** A text that is left out. */
export interface Withheld {
  /** The item that says it. */
  readonly item: string
  /** The attribute, or the relation in which it is a remark. */
  readonly field: string
  /** Id of the item that it mentions. */
  readonly mentions: string
}

/**
 * What an audience sees of a graph: items that it names, of these the fields that it names, and relations that both ends
 * have: in the same form, so that whatever reads a graph reads this one.
 */
export function projectGraph(graph: StoredGraph, audience: Audience, model: Model): ProjectedGraph {
  const visible = visibleItems(graph, audience, model)
  const withheld: Withheld[] = []
  const publishes = (kind: string, field: string): boolean => audience.fields[kind]?.includes(field) === true

  const node = ({ id, kind, properties }: StoredNode): StoredNode => {
    const told = kindOf(model, kind).attributes.filter(
      ({ name, derived }) => name === 'name' || derived || publishes(kind, name),
    )
    return {
      id,
      kind,
      properties: {
        id,
        [itemProperties.kind]: kind,
        ...(properties[itemProperties.sort] === undefined
          ? {}
          : { [itemProperties.sort]: properties[itemProperties.sort] as string }),
        ...keptProperties(told, properties, visible.mentions, (field, mentions) => {
          withheld.push({ item: id, field, mentions })
        }),
        ...keptSources(properties, audience.sources, visible.mentions),
      },
    }
  }
  const relation = (each: StoredRelation): StoredRelation[] => {
    const { type, from, to, properties } = each
    const known = model.relations.get(type)
    const holder = graph.nodes.get(from)
    if (known === undefined || holder === undefined || !publishes(holder.kind, known.field)) return []
    if (!visible.ids.has(from) || !visible.ids.has(to)) return []
    const kept = {
      ...keptProperties(known.edge?.attributes ?? [], properties, visible.mentions, (_, mentions) => {
        withheld.push({ item: from, field: known.field, mentions })
      }),
      ...keptSources(properties, audience.sources, visible.mentions),
    }
    return [{ type, from, to, properties: kept }]
  }

  const nodes = [...graph.nodes].filter(([id]) => visible.ids.has(id)).map(([id, each]) => [id, node(each)] as const)
  const relations = [...graph.relations].flatMap(([key, each]) => relation(each).map((kept) => [key, kept] as const))
  return { graph: { nodes: new Map(nodes), relations: new Map(relations) }, visible, withheld }
}
