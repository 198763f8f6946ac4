import type { Attribute, Model, Path, Relation } from '../../graph/model/model.ts'

/** What the API says of a type that items can have, whether it is a kind, an interface or a union. */
interface ItemTypeParts {
  readonly attributes: readonly Attribute[]
  readonly relations: readonly Relation[]
}

/** Attributes that a type's items have in common: a union's are those of every item. */
export const attributesOf = (model: Model, type: string): readonly Attribute[] => partsOf(model, type).attributes

/** Relations that a type's items hold in common. */
export const relationsOf = (model: Model, type: string): readonly Relation[] => partsOf(model, type).relations

/** Relations that lead to a type's items: to the type itself, to an interface of it or to a union that it is in. */
export function inverseRelationsOf(model: Model, type: string): readonly Relation[] {
  const reached = reachedAs(model, type)
  return [...model.relations.values()].filter((relation) => reached.has(relation.target))
}

/** Paths that start at a type's items. */
export const pathsOf = (model: Model, type: string): readonly Path[] =>
  model.paths.filter((path) => path.declaredBy === type)

/** Paths that lead to a type's items. */
export function inversePathsOf(model: Model, type: string): readonly Path[] {
  const reached = reachedAs(model, type)
  return model.paths.filter((path) => reached.has(path.target))
}

function partsOf(model: Model, type: string): ItemTypeParts {
  const parts = model.kinds.get(type) ?? model.interfaces.get(type) ?? model.interfaces.get('Item')
  if (parts === undefined) throw new Error('The model has no interface Item.')
  return parts
}

/** Every type name under which something can lead to items of this type. */
function reachedAs(model: Model, type: string): ReadonlySet<string> {
  const interfaces = model.kinds.get(type)?.interfaces ?? model.interfaces.get(type)?.interfaces ?? ['Item']
  const unions = [...model.unions.values()].filter((union) => union.members.includes(type)).map((union) => union.name)
  return new Set([type, ...interfaces, ...unions])
}
