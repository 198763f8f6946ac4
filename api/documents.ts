import { GraphQLError, parse, validate } from 'graphql'
import type { DocumentNode, GraphQLSchema } from 'graphql'
import { isPlain } from './execution/is-plain.ts'

/** A document that fits the schema, or why it doesn't. */
export type CheckedDocument =
  { readonly document: DocumentNode; readonly plain: boolean } | { readonly errors: readonly GraphQLError[] }

/** How many documents are remembered by their text: clients send the same few again and again. */
const most = 500

/** Parses and validates documents against one schema, each once. */
export class Documents {
  readonly #schema: GraphQLSchema
  readonly #byText = new Map<string, CheckedDocument>()
  readonly #byNode = new WeakMap<DocumentNode, CheckedDocument>()

  constructor(schema: GraphQLSchema) {
    this.#schema = schema
  }

  /** The document, checked. */
  check(given: string | DocumentNode): CheckedDocument {
    const known = typeof given === 'string' ? this.#byText.get(given) : this.#byNode.get(given)
    if (known !== undefined) return known
    const checked = this.#checked(given)
    if (typeof given !== 'string') this.#byNode.set(given, checked)
    else {
      const [oldest] = this.#byText.keys()
      if (this.#byText.size >= most && oldest !== undefined) this.#byText.delete(oldest)
      this.#byText.set(given, checked)
    }
    return checked
  }

  #checked(given: string | DocumentNode): CheckedDocument {
    try {
      const document = typeof given === 'string' ? parse(given) : given
      const errors = validate(this.#schema, document)
      return errors.length > 0 ? { errors } : { document, plain: isPlain(document, this.#schema) }
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [error] }
      throw error
    }
  }
}
