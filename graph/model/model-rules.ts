import { GraphQLError, isObjectType } from 'graphql'
import type { ASTNode, GraphQLField, GraphQLInterfaceType, GraphQLObjectType } from 'graphql'

import type { Model, Path, Relation } from './model.ts'

/** What GraphQL's own rules can't say of a model. Each rule returns every problem that it finds, with its place. */
export type ModelRule = (model: Model) => GraphQLError[]

export const modelRules: readonly ModelRule[] = [
  everyTypeHasARole,
  itemFieldsAreRelations,
  oneRelationTypeAField,
  relationsAreComplete,
  namesAreFree,
  pathsLead,
  foldersAreUnique,
  everythingIsDescribed,
]

/** A type is a kind, an edge or a value: otherwise nothing would read it. */
function everyTypeHasARole(model: Model): GraphQLError[] {
  return objectTypes(model)
    .filter((type) => !model.kinds.has(type.name) && !model.edges.has(type.name) && !model.values.has(type.name))
    .map((type) =>
      problem(`Type ${type.name} is neither a kind (@kind), an edge (@edge) nor a value (@value).`, type.astNode),
    )
}

/** A field of an item's type says which relation it is; a relation's field is of an item's type. */
function itemFieldsAreRelations(model: Model): GraphQLError[] {
  return fields(model).flatMap(({ type, field, node }) => {
    const target = field.type.toString().replace(/[[\]!]/g, '')
    const isItem = model.kinds.has(target) || model.interfaces.has(target) || model.unions.has(target)
    const marked =
      node.directives?.some((each) => each.name.value === 'relation' || each.name.value === 'path') === true
    if (isItem === marked) return []
    return [
      problem(
        isItem
          ? `${type.name}.${field.name} leads to ${target}, an item: say which relation it is with @relation.`
          : `${type.name}.${field.name} has @relation, but ${target} is no kind, interface or union of kinds.`,
        node,
      ),
    ]
  })
}

/** One relation type belongs to one field, so that reading one never finds the other's. */
function oneRelationTypeAField(model: Model): GraphQLError[] {
  return [...model.kinds.values()].flatMap((kind) =>
    kind.relations
      .filter((relation) => model.relations.get(relation.type) !== relation)
      .map((relation) => {
        const first = model.relations.get(relation.type)
        return problem(
          `Relation type ${relation.type} of ${relation.declaredBy}.${relation.field} already belongs to ${String(first?.declaredBy)}.${String(first?.field)}.`,
          nodeOf(model, relation),
        )
      }),
  )
}

/** Two verbs, an edge type that exists, a strength where failure flows. */
function relationsAreComplete(model: Model): GraphQLError[] {
  return [...model.relations.values()].flatMap((relation) => {
    const node = nodeOf(model, relation)
    const where = `${relation.declaredBy}.${relation.field}`
    const named = argument(node, 'edge')
    const problems: GraphQLError[] = []
    if (!/^[A-Z][A-Z0-9_]*$/.test(relation.type))
      problems.push(problem(`${where}: a relation type is written LIKE_THIS.`, node))
    if (relation.verbs.some((verb) => verb === ''))
      problems.push(problem(`${where} needs two verbs: from holder to target, and back.`, node))
    if (named !== undefined && relation.edge === undefined) {
      problems.push(problem(`${where}: there is no edge type ${named}: mark a type of that name with @edge.`, node))
    }
    if (
      relation.impact !== undefined &&
      relation.edge?.attributes.some((each) => each.name === 'criticality') !== true
    ) {
      problems.push(problem(`${where} carries failure: its edge type must implement Dependency.`, node))
    }
    if (relation.impact === undefined && (relation.criticality ?? relation.redundancyGroup) !== undefined) {
      problems.push(
        problem(`${where} says criticality or redundancyGroup, but without impact it carries no failure.`, node),
      )
    }
    if (relation.inside && !relation.list) problems.push(problem(`${where}: an inside relation is a list.`, node))
    return problems
  })
}

/** The names that a target gets (inverses) don't meet a field that it has, or another inverse. */
function namesAreFree(model: Model): GraphQLError[] {
  const taken = new Map<string, Map<string, string>>()
  for (const kind of model.kinds.values()) {
    const own = [...kind.attributes.map((each) => each.name), ...kind.relations.map((each) => each.field)]
    const paths = model.paths.filter((path) => path.declaredBy === kind.name).map((path) => path.field)
    taken.set(kind.name, new Map([...own, 'relations', ...paths].map((name) => [name, `${kind.name}.${name}`])))
  }
  return [...model.relations.values(), ...model.paths].flatMap((each) => {
    const from = `${each.declaredBy}.${each.field}`
    const clashes = new Set<string>()
    for (const target of each.targets) {
      const known = taken.get(target)?.get(each.inverse)
      if (known !== undefined) clashes.add(known)
      taken.get(target)?.set(each.inverse, `the inverse of ${from}`)
    }
    return [...clashes].map((clash) =>
      problem(`The inverse "${each.inverse}" of ${from} is taken: ${clash}. Choose another.`, nodeOf(model, each)),
    )
  })
}

/** A path's two fields are relations that follow each other and end at the path's type. */
function pathsLead(model: Model): GraphQLError[] {
  return [...model.kinds.values()].flatMap((kind) =>
    fieldsOf(model, kind.name).flatMap(({ field, node }) => {
      if (node.directives?.some((each) => each.name.value === 'path') !== true) return []
      const path = model.paths.find((each) => each.declaredBy === kind.name && each.field === field.name)
      if (path !== undefined && path.along[1].target === path.target) return []
      return [
        problem(
          `${kind.name}.${field.name}: "along" must name a relation of ${kind.name} and one of what it leads to, ending at the field's type.`,
          node,
        ),
      ]
    }),
  )
}

/** Folders and plural names tell kinds apart on disk, in addresses and in the API. */
function foldersAreUnique(model: Model): GraphQLError[] {
  const seen = new Map<string, string>([
    ['items', 'Item'],
    ['model', 'the model folder'],
    ['nodes', 'the API'],
  ])
  return [...model.kinds.values()].flatMap((kind) => {
    const problems = [...new Set([kind.folder, kind.plural])]
      .filter((name) => seen.has(name))
      .map((name) =>
        problem(
          `Kind ${kind.name}: "${name}" is taken by ${String(seen.get(name))}.`,
          model.schema.getType(kind.name)?.astNode,
        ),
      )
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(kind.folder)) {
      problems.push(
        problem(`Kind ${kind.name}: a folder is written like-this.`, model.schema.getType(kind.name)?.astNode),
      )
    }
    for (const name of [kind.folder, kind.plural]) seen.set(name, kind.name)
    return problems
  })
}

/** The API's and the site's descriptions come from here: nothing goes without. */
function everythingIsDescribed(model: Model): GraphQLError[] {
  const named = [
    ...model.kinds.values(),
    ...model.interfaces.values(),
    ...model.unions.values(),
    ...model.edges.values(),
    ...model.values.values(),
    ...model.enums.values(),
  ]
  const types = named
    .filter((type) => type.description === '')
    .map((type) => problem(`${type.name} needs a description.`, model.schema.getType(type.name)?.astNode))
  const members = fields(model)
    .filter(({ field }) => (field.description ?? '') === '')
    .map(({ type, field, node }) => problem(`${type.name}.${field.name} needs a description.`, node))
  const values = [...model.enums.values()].flatMap((each) =>
    each.values
      .filter((value) => value.description === '')
      .map((value) =>
        problem(`${each.name}.${value.name} needs a description.`, model.schema.getType(each.name)?.astNode),
      ),
  )
  return [...types, ...dedupe(members), ...values]
}

type FieldNode = NonNullable<GraphQLField<unknown, unknown>['astNode']>
interface Place {
  readonly type: GraphQLObjectType | GraphQLInterfaceType
  readonly field: GraphQLField<unknown, unknown>
  readonly node: FieldNode
}

const objectTypes = (model: Model): GraphQLObjectType[] =>
  Object.values(model.schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !type.name.startsWith('__') && type.name !== 'Query')

function fields(model: Model): Place[] {
  return objectTypes(model).flatMap((type) => fieldsOf(model, type.name))
}

function fieldsOf(model: Model, name: string): Place[] {
  const type = model.schema.getType(name)
  if (!isObjectType(type)) return []
  return Object.values(type.getFields()).flatMap((field) =>
    field.astNode == null ? [] : [{ type, field, node: field.astNode }],
  )
}

function nodeOf(model: Model, at: Relation | Path): ASTNode | undefined {
  const type = model.schema.getType(at.declaredBy)
  return type !== undefined && 'getFields' in type ? (type.getFields()[at.field]?.astNode ?? undefined) : undefined
}

function argument(node: ASTNode | undefined, name: string): string | undefined {
  const directives = node !== undefined && 'directives' in node ? node.directives : undefined
  const value = directives?.flatMap((each) => each.arguments ?? []).find((each) => each.name.value === name)?.value
  return value !== undefined && 'value' in value ? String(value.value) : undefined
}

/** Inherited fields are one node in many types: one problem is enough. */
function dedupe(problems: GraphQLError[]): GraphQLError[] {
  const seen = new Set<ASTNode | undefined>()
  return problems.filter((each) => !seen.has(each.nodes?.[0]) && seen.add(each.nodes?.[0]))
}

const problem = (message: string, node: ASTNode | null | undefined): GraphQLError =>
  new GraphQLError(message, node == null ? {} : { nodes: [node] })
