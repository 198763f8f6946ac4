import { Kind } from 'graphql'
import type {
  DefinitionNode,
  DocumentNode,
  EnumTypeDefinitionNode,
  FieldDefinitionNode,
  InterfaceTypeDefinitionNode,
  NamedTypeNode,
  ObjectTypeDefinitionNode,
  TypeDefinitionNode,
  UnionTypeDefinitionNode,
} from 'graphql'

type WithFields = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode

/**
 * Completes the model's syntax tree, so that it becomes valid GraphQL: extensions are merged into what they extend, kinds
 * become Items, and what implements an interface gets the interface's fields without repeating them (model, 0-language).
 * Extensions of types that don't exist are left as they are, for validation to report.
 */
export function completeDocument(document: DocumentNode): DocumentNode {
  const types = new Map<string, TypeDefinitionNode>()
  const others: DefinitionNode[] = []
  for (const definition of document.definitions) {
    if (isTypeDefinition(definition)) {
      if (types.has(definition.name.value)) others.push(definition)
      else types.set(definition.name.value, definition)
    }
  }
  for (const definition of document.definitions) {
    if (isTypeDefinition(definition)) continue
    const merged = isTypeExtension(definition) ? merge(types.get(definition.name.value), definition) : undefined
    if (merged === undefined) others.push(definition)
    else types.set(merged.name.value, merged)
  }
  for (const type of types.values()) if (hasFields(type)) types.set(type.name.value, inherit(type, types))
  return { ...document, definitions: [...others, ...types.values()] }
}

const definitionKinds: ReadonlySet<string> = new Set([
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.UNION_TYPE_DEFINITION,
  Kind.ENUM_TYPE_DEFINITION,
  Kind.SCALAR_TYPE_DEFINITION,
  Kind.INPUT_OBJECT_TYPE_DEFINITION,
])
const isTypeDefinition = (node: DefinitionNode): node is TypeDefinitionNode => definitionKinds.has(node.kind)
const hasFields = (node: TypeDefinitionNode): node is WithFields =>
  node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION

type Extension = Extract<DefinitionNode, { kind: `${string}TypeExtension` }>
const isTypeExtension = (node: DefinitionNode): node is Extension => node.kind.endsWith('TypeExtension')

function merge(type: TypeDefinitionNode | undefined, extension: Extension): TypeDefinitionNode | undefined {
  if (type === undefined || type.kind.replace('Definition', '') !== extension.kind.replace('Extension', ''))
    return undefined
  const directives = [...(type.directives ?? []), ...(extension.directives ?? [])]
  switch (extension.kind) {
    case Kind.OBJECT_TYPE_EXTENSION:
    case Kind.INTERFACE_TYPE_EXTENSION: {
      const target = type as WithFields
      return {
        ...target,
        directives,
        interfaces: [...(target.interfaces ?? []), ...(extension.interfaces ?? [])],
        fields: [...(target.fields ?? []), ...(extension.fields ?? [])],
      }
    }
    case Kind.UNION_TYPE_EXTENSION: {
      const target = type as UnionTypeDefinitionNode
      return { ...target, directives, types: [...(target.types ?? []), ...(extension.types ?? [])] }
    }
    case Kind.ENUM_TYPE_EXTENSION: {
      const target = type as EnumTypeDefinitionNode
      return { ...target, directives, values: [...(target.values ?? []), ...(extension.values ?? [])] }
    }
    default:
      return { ...type, directives }
  }
}

/** A type with everything that it has through its interfaces: inherited fields first, its own after them. */
function inherit(type: WithFields, types: ReadonlyMap<string, TypeDefinitionNode>): WithFields {
  const named = new Map<string, NamedTypeNode>()
  const collect = (nodes: readonly NamedTypeNode[]): void => {
    for (const node of nodes) {
      if (named.has(node.name.value) || node.name.value === type.name.value) continue
      const target = types.get(node.name.value)
      if (target !== undefined && hasFields(target)) collect(target.interfaces ?? [])
      named.set(node.name.value, node)
    }
  }
  if (type.directives?.some((directive) => directive.name.value === 'kind') === true) {
    collect([{ kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: 'Item' } }])
  }
  collect(type.interfaces ?? [])
  const fields = new Map<string, FieldDefinitionNode>()
  const own = type.fields ?? []
  for (const name of named.keys()) {
    const target = types.get(name)
    const inherited = target !== undefined && hasFields(target) ? (target.fields ?? []) : []
    for (const field of inherited) if (!fields.has(field.name.value)) fields.set(field.name.value, field)
  }
  const repeated = own.filter((field) => fields.has(field.name.value))
  return {
    ...type,
    interfaces: [...named.values()],
    fields: [...fields.values(), ...own.filter((field) => !fields.has(field.name.value)), ...repeated],
  }
}
