import type { EdgeType, Model } from '../../graph/model/model.ts'
import { isStoredAsJson } from '../../graph/representation.ts'
import type { StoredAs } from '../../graph/query/read.ts'

/** Kinds whose attribute of a name is stored as JSON text, by that name: a property may be text on one kind only. */
const jsonKinds = new WeakMap<Model, ReadonlyMap<string, ReadonlySet<string>>>()

/** How a property of items stands in the graph. */
export function storedAs(model: Model, property: string): StoredAs {
  let known = jsonKinds.get(model)
  if (known === undefined) {
    known = jsonKindsOf(model)
    jsonKinds.set(model, known)
  }
  const kinds = known.get(property)
  if (kinds === undefined) return 'plain'
  return kinds.size === model.kinds.size ? 'json' : kinds
}

/** How a property of relations stands in the graph. */
export function storedOnEdgeAs(edge: EdgeType | undefined, property: string): StoredAs {
  if (property === 'sources') return 'json'
  const attribute = edge?.attributes.find((each) => each.name === property)
  return attribute !== undefined && isStoredAsJson(attribute) ? 'json' : 'plain'
}

function jsonKindsOf(model: Model): ReadonlyMap<string, ReadonlySet<string>> {
  const kinds = new Map<string, Set<string>>()
  for (const kind of model.kinds.values()) {
    for (const attribute of kind.attributes.filter(isStoredAsJson)) {
      kinds.set(attribute.name, (kinds.get(attribute.name) ?? new Set()).add(kind.name))
    }
  }
  return kinds
}
