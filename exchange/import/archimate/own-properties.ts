/**
 * Properties by which a model that Tributary wrote says what its elements and relationships are in the catalogue, so that
 * reading it again gives the same. They win over types and rules; every other property is a field by its own name.
 */
export const ownProperties = {
  /** Of an element: the item's id. */
  id: 'tributary-id',
  /** Of an element: name of its kind. */
  kind: 'tributary-kind',
  /** Of a relationship: the relation's type in the model: `USES`. */
  relation: 'tributary-relation',
  /** Of a relationship: the end whose item holds it, `source` or `target`. */
  holder: 'tributary-holder',
} as const

const own = new Set<string>(Object.values(ownProperties))

/** Whether a property is one of those. */
export const isOwnProperty = (name: string): boolean => own.has(name)
