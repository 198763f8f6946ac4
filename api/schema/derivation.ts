import type { GraphQLNamedType } from 'graphql'
import type { Model } from '../../graph/model/model.ts'

/**
 * One derivation of the API's schema from a model: the types made so far, each once. Types refer to each other in
 * circles, so they are made on first use and their fields only when GraphQL asks.
 */
export class Derivation {
  readonly model: Model
  readonly #types = new Map<string, { readonly meant: string; readonly type: GraphQLNamedType }>()

  constructor(model: Model) {
    this.model = model
  }

  /**
   * The type with this name, made by `make` on first use.
   * @param meant what the name stands for, in words.
   * @throws when the name already stands for something else, as when a catalogue's model has a kind named PageInfo.
   */
  once<T extends GraphQLNamedType>(name: string, meant: string, make: () => T): T {
    const known = this.#types.get(name)
    if (known === undefined) {
      const type = make()
      this.#types.set(name, { meant, type })
      return type
    }
    if (known.meant !== meant) {
      throw new Error(
        `The API needs the name ${name} twice: for ${known.meant} and for ${meant}. Rename it in the model.`,
      )
    }
    return known.type as T
  }
}
