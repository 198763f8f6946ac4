import { isInputObjectType, isObjectType, isUnionType } from 'graphql'
import type { ASTNode, GraphQLError } from 'graphql'
import { apiNamesAreFree, apiQueries } from './api-names.ts'
import {
  defaultsFit,
  everythingIsDescribed,
  itemFieldsAreRelations,
  listsAreFlat,
  namesAreAllowed,
  placesOf,
  reservedFields,
} from './field-rules.ts'
import type { Model, Path, Relation } from './model.ts'
import { problem } from './rule-problem.ts'

/** What GraphQL's own rules can't say of a model. Each rule returns every problem that it finds, with its place. */
export type ModelRule = (model: Model) => GraphQLError[]

export const modelRules: readonly ModelRule[] = [
  everyTypeHasARole,
  itemFieldsAreRelations,
  namesAreAllowed,
  apiNamesAreFree,
  listsAreFlat,
  defaultsFit,
  oneRelationTypeAField,
  relationsAreComplete,
  namesAreFree,
  pathsLead,
  foldersAreUnique,
  everythingIsDescribed,
]

/** A type is a kind, an edge or a value, and a union is of kinds: otherwise nothing would read it. */
function everyTypeHasARole(model: Model): GraphQLError[] {
  const types = Object.values(model.schema.getTypeMap()).filter((type) => type.astNode?.loc !== undefined)
  const without = types
    .filter((type) => isObjectType(type) || isInputObjectType(type))
    .filter((type) => !model.kinds.has(type.name) && !model.edges.has(type.name) && !model.values.has(type.name))
    .map((type) =>
      problem(`Type ${type.name} is neither a kind (@kind), an edge (@edge) nor a value (@value).`, type.astNode),
    )
  const strangers = types.filter(isUnionType).flatMap((union) =>
    union
      .getTypes()
      .filter((type) => !model.kinds.has(type.name))
      .map((type) => problem(`Union ${union.name} is of kinds of items: ${type.name} is none.`, union.astNode)),
  )
  return [...without, ...strangers]
}

/** One relation type belongs to one field, so that reading one never finds the other's. The later file is to change. */
function oneRelationTypeAField(model: Model): GraphQLError[] {
  const order = (relation: Relation): number => {
    const at = nodeOf(model, relation)?.loc
    return model.files.findIndex((file) => file.path === at?.source.name) * 1e9 + (at?.start ?? 0)
  }
  return [...model.kinds.values(), ...model.interfaces.values()].flatMap((type) =>
    type.relations.flatMap((relation) => {
      const known = model.relations.get(relation.type)
      if (known === undefined || known === relation) return []
      const [first, second] = order(known) < order(relation) ? [known, relation] : [relation, known]
      return [
        problem(
          `Relation type ${relation.type} of ${second.declaredBy}.${second.field} already belongs to ${first.declaredBy}.${first.field}.`,
          nodeOf(model, second),
        ),
      ]
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
    if (!/^[a-z][A-Za-z0-9]*$/.test(relation.inverse))
      problems.push(problem(`${where}: an inverse is written likeThis.`, node))
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
    if (relation.eitherEnd && !relation.list)
      problems.push(problem(`${where}: a relation that either end may say is a list.`, node))
    if (relation.eitherEnd && relation.inside)
      problems.push(problem(`${where}: an inside relation is written at one end: take out eitherEnd.`, node))
    return problems
  })
}

/** The names that a target gets (inverses) don't meet a field that it has, or another inverse. */
function namesAreFree(model: Model): GraphQLError[] {
  const taken = new Map<string, Map<string, string>>()
  for (const kind of model.kinds.values()) {
    const own = [...kind.attributes.map((each) => each.name), ...kind.relations.map((each) => each.field)]
    const paths = model.paths.filter((path) => path.declaredBy === kind.name).map((path) => path.field)
    taken.set(
      kind.name,
      new Map([...own, ...reservedFields(kind.name), ...paths].map((name) => [name, `${kind.name}.${name}`])),
    )
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
    placesOf(model, kind.name).flatMap(({ field, node }) => {
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

/** Addresses that the site and the server have beside the kinds'. */
const siteAddresses = ['search', 'recent-changes', 'graphql', 'health', 'ready']

/** Folders tell kinds apart on disk and in addresses, the names for one and for many in the API. */
function foldersAreUnique(model: Model): GraphQLError[] {
  const seen = new Map<string, string>([
    ...[...apiQueries].map((name) => [name, 'the API'] as const),
    ...siteAddresses.map((name) => [name, 'the site'] as const),
    ['items', 'Item'],
    ['model', 'the model folder'],
  ])
  return [...model.kinds.values()].flatMap((kind) => {
    const node = model.schema.getType(kind.name)?.astNode
    const problems = [...new Set([kind.folder, kind.singular, kind.plural])]
      .filter((name) => seen.has(name))
      .map((name) => problem(`Kind ${kind.name}: "${name}" is taken by ${String(seen.get(name))}.`, node))
    if (kind.singular === kind.plural) {
      problems.push(
        problem(`Kind ${kind.name}: one and many can't both be "${kind.plural}" in the API: say "plural".`, node),
      )
    }
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(kind.folder)) {
      problems.push(problem(`Kind ${kind.name}: a folder is written like-this.`, node))
    }
    for (const name of [kind.folder, kind.singular, kind.plural]) seen.set(name, kind.name)
    return problems
  })
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
