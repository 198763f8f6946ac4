import { getNullableType, isEnumType, isInputType, isInterfaceType, isObjectType, valueFromAST } from 'graphql'
import type { ConstValueNode, GraphQLError, GraphQLField, GraphQLInterfaceType, GraphQLObjectType } from 'graphql'
import { apiFields } from './api-names.ts'
import type { Model } from './model.ts'
import { problem } from './rule-problem.ts'

/** A field of an item's type says which relation it is, and a kind holds it; a relation's field is of an item's type. */
export function itemFieldsAreRelations(model: Model): GraphQLError[] {
  return fields(model).flatMap(({ type, field, node }) => {
    const where = `${type.name}.${field.name}`
    const target = field.type.toString().replace(/[[\]!]/g, '')
    const isItem = model.kinds.has(target) || model.interfaces.has(target) || model.unions.has(target)
    const marked = node.directives?.find((each) => each.name.value === 'relation' || each.name.value === 'path')
    if (isItem && marked === undefined)
      return [problem(`${where} leads to ${target}, an item: say which relation it is with @relation.`, node)]
    if (marked === undefined) return []
    const problems: GraphQLError[] = []
    if (!isItem)
      problems.push(
        problem(`${where} has @${marked.name.value}, but ${target} is no kind, interface or union of kinds.`, node),
      )
    if (!model.kinds.has(type.name) && !model.interfaces.has(type.name))
      problems.push(
        problem(`${where} has @${marked.name.value}, but ${type.name} is no kind: only items are related.`, node),
      )
    return problems
  })
}

/** Fields that an item of a type has in the API, and words of its filters. */
export const reservedFields = (type: string): readonly string[] => [
  ...['relations', 'and', 'or', 'not'],
  ...(apiFields[type] ?? []),
]

/** Names that stand for something else: in the graph, in the API, and in files beside a relation's fields. */
export function namesAreAllowed(model: Model): GraphQLError[] {
  return fields(model).flatMap(({ type, field, node }) => {
    const taken = takenIn(model, type.name)
    const where = `${type.name}.${field.name}`
    if (field.name.startsWith('_')) return [problem(`${where}: a field's name begins with a letter.`, node)]
    return taken.includes(field.name) ? [problem(`${where}: the name "${field.name}" is taken.`, node)] : []
  })
}

const takenIn = (model: Model, type: string): readonly string[] => {
  if (model.edges.has(type)) return ['to', 'node', 'cursor', 'sources', 'record']
  return model.values.has(type) ? reservedFields(type) : ['record', ...reservedFields(type)]
}

/** Files, the graph and the API know lists of values, not lists of lists. */
export function listsAreFlat(model: Model): GraphQLError[] {
  return fields(model)
    .filter(({ field }) => field.type.toString().startsWith('[['))
    .map(({ type, field, node }) => problem(`${type.name}.${field.name} is a list of lists: one list will do.`, node))
}

/** A default is a value of its field. */
export function defaultsFit(model: Model): GraphQLError[] {
  return fields(model).flatMap(({ type, field, node }) => {
    const said = node.directives?.find((each) => each.name.value === 'default')?.arguments?.[0]?.value
    const of = getNullableType(field.type)
    if (said === undefined || !isInputType(of) || valueFromAST(said, of) !== undefined) return []
    return [problem(`${type.name}.${field.name} is of type ${of.toString()}: ${textOf(said)} is no such value.`, node)]
  })
}

/** The API's and the site's descriptions come from here: nothing goes without. */
export function everythingIsDescribed(model: Model): GraphQLError[] {
  const types = Object.values(model.schema.getTypeMap()).filter((type) => type.astNode?.loc !== undefined)
  return [
    ...types
      .filter((type) => (type.description ?? '') === '')
      .map((type) => problem(`${type.name} needs a description.`, type.astNode)),
    ...fields(model)
      .filter(({ field }) => (field.description ?? '') === '')
      .map(({ type, field, node }) => problem(`${type.name}.${field.name} needs a description.`, node)),
    ...types.filter(isEnumType).flatMap((type) =>
      type
        .getValues()
        .filter((value) => (value.description ?? '') === '')
        .map((value) => problem(`${type.name}.${value.name} needs a description.`, value.astNode)),
    ),
  ]
}

/** A field of a type, and where it is written. */
export interface FieldPlace {
  readonly type: GraphQLObjectType | GraphQLInterfaceType
  readonly field: GraphQLField<unknown, unknown>
  readonly node: NonNullable<GraphQLField<unknown, unknown>['astNode']>
}

/** The fields of a type, inherited ones included. */
export function placesOf(model: Model, name: string): FieldPlace[] {
  const type = model.schema.getType(name)
  if (!isObjectType(type) && !isInterfaceType(type)) return []
  return Object.values(type.getFields()).flatMap((field) =>
    field.astNode?.loc === undefined ? [] : [{ type, field, node: field.astNode }],
  )
}

/** Every field once, of the type that declares it: what inherits it has the same node. */
function fields(model: Model): FieldPlace[] {
  const all = Object.keys(model.schema.getTypeMap()).flatMap((name) => placesOf(model, name))
  return all.filter(
    ({ type, field, node }) => !type.getInterfaces().some((each) => each.getFields()[field.name]?.astNode === node),
  )
}

const textOf = ({ loc }: ConstValueNode): string => loc?.source.body.slice(loc.start, loc.end) ?? ''
