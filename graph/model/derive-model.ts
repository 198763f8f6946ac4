import {
  getDirectiveValues,
  getNamedType,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isUnionType,
} from 'graphql'
import type { ASTNode, GraphQLField, GraphQLInterfaceType, GraphQLObjectType, GraphQLSchema } from 'graphql'
import type { Attribute, EdgeType, Kind, Model, ModelFile, Path, Relation, ValueType } from './model.ts'
import { turnedRound } from './turned-round.ts'

/** Turns a valid schema of model files into the model. It judges nothing: `model-rules.ts` does. */
export function deriveModel(schema: GraphQLSchema, files: readonly ModelFile[]): Model {
  const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__'))
  const objects = types.filter(isObjectType).filter((type) => type.name !== 'Query')
  const withDirective = (name: string): GraphQLObjectType[] =>
    objects.filter((type) => directive(schema, name, type.astNode) !== undefined)
  const kindTypes = withDirective('kind')
  const kindNames = new Set(kindTypes.map((type) => type.name))
  const edges = byName(
    withDirective('edge').map((type): EdgeType => ({ ...described(type), attributes: attributes(schema, type) })),
  )
  const values = byName(
    withDirective('value').map((type): ValueType => ({ ...described(type), attributes: attributes(schema, type) })),
  )
  const interfaceTypes = types.filter(isInterfaceType).filter((type) => isOrImplementsItem(type))

  const members = (name: string): string[] => {
    const type = schema.getType(name)
    if (isInterfaceType(type) || isUnionType(type)) {
      return schema
        .getPossibleTypes(type)
        .map((each) => each.name)
        .filter((each) => kindNames.has(each))
    }
    return kindNames.has(name) ? [name] : []
  }

  const relations = new Map<string, Relation>()
  const relationOf = (owner: GraphQLObjectType | GraphQLInterfaceType, field: Field): Relation | undefined => {
    const said = directive(schema, 'relation', field.astNode) as unknown as RelationDirective | undefined
    if (said === undefined) return undefined
    const declaredBy = declarer(owner, field)
    const known = relations.get(said.type)
    if (known !== undefined && known.field === field.name && known.declaredBy === declaredBy) return known
    const target = getNamedType(field.type).name
    const relation: Relation = {
      type: said.type,
      field: field.name,
      description: field.description ?? '',
      declaredBy,
      target,
      holders: members(declaredBy),
      targets: members(target),
      ...shape(field),
      inverse: said.inverse,
      verbs: [said.verbs[0] ?? '', said.verbs[1] ?? ''],
      edge: said.edge === undefined ? undefined : edges.get(said.edge),
      impact: said.impact,
      change: said.change,
      criticality: said.criticality,
      redundancyGroup: said.redundancyGroup,
      inside: said.inside,
      acyclic: said.acyclic,
      eitherEnd: said.eitherEnd,
    }
    if (known === undefined) relations.set(said.type, relation)
    return relation
  }
  const relationsOf = (type: GraphQLObjectType | GraphQLInterfaceType): Relation[] =>
    Object.values(type.getFields()).flatMap((field) => relationOf(type, field) ?? [])

  const interfaces = byName(
    interfaceTypes.map((type) => ({
      ...described(type),
      interfaces: type.getInterfaces().map((each) => each.name),
      attributes: attributes(schema, type),
      relations: relationsOf(type),
      members: members(type.name),
    })),
  )
  const drafts = kindTypes.map((type) => {
    const said = directive(schema, 'kind', type.astNode) as unknown as KindDirective
    return {
      ...described(type),
      idPrefix: kebabCase(type.name),
      folder: said.folder,
      singular: uncapitalized(type.name),
      plural: said.plural ?? camelCase(said.folder),
      dimension: said.dimension,
      interfaces: type.getInterfaces().map((each) => each.name),
      attributes: attributes(schema, type),
      relations: relationsOf(type),
    }
  })
  const insideOf = new Map([...relations.values()].filter((r) => r.inside).flatMap((r) => r.targets.map((t) => [t, r])))
  const turned = [...relations.values()].filter((r) => r.eitherEnd).map(turnedRound)
  const kinds = byName(
    drafts.map((draft): Kind => ({
      ...draft,
      written: [...draft.relations, ...turned.filter((r) => r.holders.includes(draft.name))],
      inside: insideOf.get(draft.name),
    })),
  )

  const paths = kindTypes.flatMap((type) =>
    Object.values(type.getFields()).flatMap((field): Path[] => {
      const said = directive(schema, 'path', field.astNode) as unknown as PathDirective | undefined
      if (said === undefined) return []
      const first = kinds.get(type.name)?.relations.find((r) => r.field === said.along[0])
      const second = kinds.get(first?.targets[0] ?? '')?.relations.find((r) => r.field === said.along[1])
      if (first === undefined || second === undefined) return []
      const target = getNamedType(field.type).name
      return [
        {
          field: field.name,
          description: field.description ?? '',
          declaredBy: type.name,
          target,
          targets: members(target),
          along: [first, second],
          inverse: said.inverse,
          verbs: [said.verbs[0] ?? '', said.verbs[1] ?? ''],
        },
      ]
    }),
  )

  return {
    kinds,
    interfaces,
    unions: byName(types.filter(isUnionType).map((type) => ({ ...described(type), members: members(type.name) }))),
    edges,
    values,
    enums: byName(
      types.filter(isEnumType).map((type) => ({
        ...described(type),
        values: type.getValues().map((value) => ({ name: value.name, description: value.description ?? '' })),
      })),
    ),
    scalars: byName(types.filter(isScalarType).map(described)),
    relations,
    paths,
    files,
    schema,
  }
}

interface KindDirective {
  readonly folder: string
  readonly plural?: string
  readonly dimension?: string
}
interface PathDirective {
  readonly along: readonly string[]
  readonly inverse: string
  readonly verbs: readonly string[]
}
interface RelationDirective extends Pick<
  Relation,
  'type' | 'inverse' | 'impact' | 'change' | 'criticality' | 'redundancyGroup' | 'inside' | 'acyclic' | 'eitherEnd'
> {
  readonly verbs: readonly string[]
  readonly edge?: string
}
type Field = GraphQLField<unknown, unknown>

/** The arguments of a directive on a definition, or undefined when it isn't there. */
function directive(
  schema: GraphQLSchema,
  name: string,
  node: ASTNode | null | undefined,
): Record<string, unknown> | undefined {
  const definition = schema.getDirective(name)
  return definition == null || node == null
    ? undefined
    : getDirectiveValues(definition, node as Parameters<typeof getDirectiveValues>[1])
}

/** The interface that a field comes from, or the type itself. */
function declarer(type: GraphQLObjectType | GraphQLInterfaceType, field: Field): string {
  const from = type.getInterfaces().find((each) => each.getFields()[field.name]?.astNode === field.astNode)
  return from === undefined ? type.name : declarer(from, field)
}

function attributes(schema: GraphQLSchema, type: GraphQLObjectType | GraphQLInterfaceType): Attribute[] {
  return Object.values(type.getFields()).flatMap((field): Attribute[] => {
    const of = getNamedType(field.type)
    if (directive(schema, 'relation', field.astNode) !== undefined) return []
    if (directive(schema, 'path', field.astNode) !== undefined) return []
    const category = isScalarType(of) ? 'scalar' : isEnumType(of) ? 'enum' : 'value'
    return [
      {
        name: field.name,
        description: field.description ?? '',
        type: of.name,
        category,
        ...shape(field),
        default: directive(schema, 'default', field.astNode)?.['value'],
        search: directive(schema, 'search', field.astNode)?.['weight'] as number | undefined,
        derived: directive(schema, 'derived', field.astNode) !== undefined,
      },
    ]
  })
}

function shape(field: Field): { list: boolean; required: boolean } {
  const required = isNonNullType(field.type)
  return { list: isListType(isNonNullType(field.type) ? field.type.ofType : field.type), required }
}

const described = (type: {
  name: string
  description?: string | null | undefined
}): { name: string; description: string } => ({
  name: type.name,
  description: type.description ?? '',
})
const isOrImplementsItem = (type: GraphQLInterfaceType): boolean =>
  type.name === 'Item' || type.getInterfaces().some((each) => each.name === 'Item')
const byName = <T extends { readonly name: string }>(all: readonly T[]): ReadonlyMap<string, T> =>
  new Map(all.map((each) => [each.name, each]))
const kebabCase = (name: string): string => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase()
const camelCase = (kebab: string): string => kebab.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
const uncapitalized = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)
