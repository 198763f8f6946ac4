import type { Attribute, Kind, Model, Relation } from './model.ts'

/** How many items, and how many targets of one relation, a request asks for: the API's most. */
export const pageSize = 100

/**
 * The document that reads a page of a kind's items whole: all attributes, and all relations that they hold, each with what
 * it carries. It is written from the model while building, because a catalogue may bring kinds and fields of its own.
 */
export function kindDocument(kind: Kind, model: Model): string {
  return `query Site${kind.name}($first: Int!, $after: String) {
  ${kind.plural}(first: $first, after: $after, orderBy: { field: ID }) {
    pageInfo { hasNextPage endCursor }
    nodes { ${[...kind.attributes.map((each) => selected(each, model)), ...heldBy(kind, model).map((each) => held(each, model))].join('\n')} }
  }
}`
}

/** The document that reads on in one relation of one item, where the first page wasn't all. */
export function relationDocument(kind: Kind, relation: Relation, model: Model): string {
  return `query SiteMore${kind.name}($id: ID!, $first: Int!, $after: String) {
  ${kind.singular}(id: $id) { ${relation.field}(first: $first, after: $after) ${edges(relation, model)} }
}`
}

/** The relations that items of a kind may hold, in the model's order. */
export const heldBy = (kind: Kind, model: Model): Relation[] =>
  [...model.relations.values()].filter(({ holders }) => holders.includes(kind.name))

function held(relation: Relation, model: Model): string {
  if (!relation.list) return `${relation.field} { ... on Item { id } }`
  return `${relation.field}(first: ${pageSize}) ${edges(relation, model)}`
}

function edges(relation: Relation, model: Model): string {
  const carried = relation.edge.map((each) => selected(each, model)).join(' ')
  return `{ pageInfo { hasNextPage endCursor } edges { ${carried} node { ... on Item { id } } } }`
}

/** A value with parts is selected part by part, to any depth. */
function selected(attribute: Attribute, model: Model): string {
  const parts = model.values.get(attribute.type)?.attributes
  return parts === undefined
    ? attribute.name
    : `${attribute.name} { ${parts.map((each) => selected(each, model)).join(' ')} }`
}
