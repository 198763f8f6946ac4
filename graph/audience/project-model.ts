import { Kind, parse, print, visit } from 'graphql'
import type { DefinitionNode, FieldDefinitionNode, NamedTypeNode } from 'graphql'
import type { ModelFile } from '../model/model.ts'
import { ownModelFiles, readModel } from '../model/read-model.ts'
import type { Mentions } from './mentions.ts'
import { withheldText } from './project-properties.ts'
import type { PublishedParts } from './published-parts.ts'

/**
 * The model's files as an audience reads them: the product's own as they are, and of what the catalogue adds only the
 * parts that are published, without comments, and without descriptions that mention what isn't.
 */
export function projectModel(files: readonly ModelFile[], parts: PublishedParts, mentions: Mentions): ModelFile[] {
  const product = new Set(ownModelFiles().map((file) => file.text))
  const own = files.filter((file) => !product.has(file.text))
  const selection = new Selection(parts)
  const definitions = own
    .flatMap((file) => parse(file.text, { noLocation: true }).definitions)
    .flatMap((definition) => selection.of(definition) ?? [])
    .map((definition) => withoutMentions(definition, mentions))
  const text = print({ kind: Kind.DOCUMENT, definitions })
  return [
    ...files.filter((file) => product.has(file.text)),
    ...(definitions.length === 0 ? [] : [{ path: 'model/own.graphql', text }]),
  ]
}

/** Chooses what is published of definitions. What the product itself defines is public. */
class Selection {
  readonly #parts: PublishedParts
  readonly #product = readModel().schema

  constructor(parts: PublishedParts) {
    this.#parts = parts
  }

  of(node: DefinitionNode): DefinitionNode | undefined {
    switch (node.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION: {
        const name = node.name.value
        if (this.#isProduct(name)) return node
        if (!this.#isPublic(name)) return undefined
        return { ...node, interfaces: this.#types(node.interfaces), fields: this.#fields(name, node.fields) }
      }
      case Kind.OBJECT_TYPE_EXTENSION:
      case Kind.INTERFACE_TYPE_EXTENSION: {
        const name = node.name.value
        if (!this.#isPublic(name)) return undefined
        const interfaces = this.#types(node.interfaces)
        const fields = this.#fields(name, node.fields)
        return interfaces.length + fields.length === 0 ? undefined : { ...node, interfaces, fields }
      }
      case Kind.UNION_TYPE_DEFINITION:
      case Kind.UNION_TYPE_EXTENSION: {
        const types = this.#types(node.types)
        return types.length === 0 || !this.#isPublic(node.name.value) ? undefined : { ...node, types }
      }
      case Kind.ENUM_TYPE_EXTENSION: {
        const name = node.name.value
        const isOwn = !this.#isProduct(name) && this.#isPublic(name)
        const values = (node.values ?? []).filter(
          (each) => isOwn || this.#parts.words.has(`${name}.${each.name.value}`),
        )
        return values.length === 0 ? undefined : { ...node, values }
      }
      case Kind.ENUM_TYPE_DEFINITION:
      case Kind.SCALAR_TYPE_DEFINITION:
        return this.#isPublic(node.name.value) ? node : undefined
      default:
        return node.kind === Kind.DIRECTIVE_DEFINITION ? node : undefined
    }
  }

  #isProduct(name: string): boolean {
    return this.#product.getType(name) !== undefined
  }

  #isPublic(name: string): boolean {
    return this.#isProduct(name) || this.#parts.kinds.has(name) || this.#parts.types.has(name)
  }

  #types(types: readonly NamedTypeNode[] | undefined): NamedTypeNode[] {
    return (types ?? []).filter((type) => this.#isPublic(type.name.value))
  }

  #fields(of: string, fields: readonly FieldDefinitionNode[] | undefined): FieldDefinitionNode[] {
    return (fields ?? []).filter((field) => this.#parts.fields.has(`${of}.${field.name.value}`))
  }
}

/** Arguments of directives that are names, not words for people. */
const names = new Set(['type', 'inverse', 'edge', 'folder', 'plural', 'along', 'redundancyGroup'])

const withoutMentions = (definition: DefinitionNode, mentions: Mentions): DefinitionNode =>
  visit(definition, {
    Argument: (node) => (names.has(node.name.value) ? false : undefined),
    StringValue: (node) => (mentions.in(node.value) === undefined ? undefined : { ...node, value: withheldText }),
  })
