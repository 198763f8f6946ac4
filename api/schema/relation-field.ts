import { membersOf } from '../../graph/model/model.ts'
import type { EdgeType, Model, Path, Relation } from '../../graph/model/model.ts'
import type { PathHop, RelationHop } from '../../graph/query/hop.ts'
import type { OrderField } from '../../graph/query/order.ts'
import { inversePathsOf, inverseRelationsOf, pathsOf, relationsOf } from './item-type.ts'
import { byName, orderInside } from './orders.ts'

/** A field that leads to other items: a relation, a path, or one of the two read from its other end. */
export interface RelationField {
  readonly field: string
  readonly description: string
  readonly hop: RelationHop | PathHop
  /** The type that it leads to: a kind, an interface or a union. */
  readonly target: string
  /** The kinds that it may lead to. */
  readonly kinds: readonly string[]
  /** It leads to one item at most; otherwise to a page of them. */
  readonly one: boolean
  /** It leads to one item at least. */
  readonly required: boolean
  readonly edge: EdgeType | undefined
  /** For paths: the edge's field with the items passed on the way, and their kind. */
  readonly passed: { readonly field: string; readonly kind: string; readonly order: OrderField } | undefined
  /** The order when a request doesn't say. */
  readonly order: OrderField
}

/** Every field of a type that leads to other items: those it holds, those that lead to it, and paths both ways. */
export function connectionsOf(model: Model, type: string): RelationField[] {
  return [
    ...relationsOf(model, type).map((each) => held(model, each)),
    ...pathsOf(model, type).map((each) => path(model, each)),
    ...inverseRelationsOf(model, type).map((each) => inverse(model, each)),
    ...inversePathsOf(model, type).map((each) => inversePath(model, each)),
  ]
}

function held(model: Model, relation: Relation): RelationField {
  return {
    field: relation.field,
    description: relation.description,
    hop: { over: 'relation', type: relation.type, direction: 'OUT' },
    target: relation.target,
    kinds: relation.targets,
    one: !relation.list,
    required: relation.required,
    edge: relation.edge,
    passed: undefined,
    order: relation.inside ? orderInside(model, relation.target) : byName,
  }
}

function inverse(model: Model, relation: Relation): RelationField {
  const these = relation.inside ? 'this' : 'these'
  return {
    field: relation.inverse,
    description: `It ${relation.verbs[1]} ${these}: the other end of \`${relation.declaredBy}.${relation.field}\`.`,
    hop: { over: 'relation', type: relation.type, direction: 'IN' },
    target: relation.declaredBy,
    kinds: membersOf(model, relation.declaredBy),
    one: relation.inside,
    required: relation.inside,
    edge: relation.edge,
    passed: undefined,
    order: byName,
  }
}

function path(model: Model, path: Path): RelationField {
  return {
    ...either(model, path),
    field: path.field,
    description: path.description,
    hop: hop(path, 'OUT'),
    target: path.target,
    kinds: path.targets,
  }
}

function inversePath(model: Model, path: Path): RelationField {
  return {
    ...either(model, path),
    field: path.inverse,
    description: `It ${path.verbs[1]} these: the other end of \`${path.declaredBy}.${path.field}\`.`,
    hop: hop(path, 'IN'),
    target: path.declaredBy,
    kinds: [path.declaredBy],
  }
}

/** What a path is like from both ends. */
function either(model: Model, { along }: Path): Pick<RelationField, 'one' | 'required' | 'edge' | 'passed' | 'order'> {
  const [first] = along
  const passed = { field: first.field, kind: first.target, order: orderInside(model, first.target) }
  return { one: false, required: false, edge: undefined, passed, order: byName }
}

const hop = ({ along }: Path, direction: PathHop['direction']): PathHop => ({
  over: 'path',
  types: [along[0].type, along[1].type],
  direction,
})
