import { GraphQLError, Kind } from 'graphql'
import type { FieldNode, SelectionSetNode, ValidationContext, ValidationRule } from 'graphql'

/** How many fields are looked at, those of a fragment wherever it is used: more are too many to merge. */
const mostFields = 20_000

/**
 * Refuses requests that name the same field of the answer more than `most` times, in one selection or in several that are
 * merged: the answer holds it once, but each must be held against all others (GraphQL, "Field Selection Merging").
 */
export function repeatsLimitRule(most: number): ValidationRule {
  return (context) => ({
    OperationDefinition(operation) {
      const found = new Repeats(context, most).find([operation.selectionSet])
      if (found !== undefined) context.reportError(found)
    },
  })
}

class Repeats {
  readonly #context: ValidationContext
  readonly #most: number
  #fields = 0

  constructor(context: ValidationContext, most: number) {
    this.#context = context
    this.#most = most
  }

  /** What is repeated too often where these selections are merged, or below; undefined where nothing is. */
  find(sets: readonly SelectionSetNode[]): GraphQLError | undefined {
    const byName = new Map<string, FieldNode[]>()
    const fragments = new Set<string>()
    for (const set of sets) this.#collect(set, byName, fragments)
    if (this.#fields > mostFields) {
      return new GraphQLError(`Repeats limit exceeded: fragments within fragments make ${String(mostFields)} fields.`)
    }
    for (const [name, same] of byName) {
      if (same.length > this.#most) {
        const message = `Repeats limit of ${String(this.#most)} exceeded: "${name}" is selected again and again.`
        return new GraphQLError(message, { nodes: same.slice(0, 1) })
      }
      const below = this.find(same.flatMap(({ selectionSet }) => selectionSet ?? []))
      if (below !== undefined) return below
    }
    return undefined
  }

  #collect({ selections }: SelectionSetNode, byName: Map<string, FieldNode[]>, fragments: Set<string>): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const name = selection.alias?.value ?? selection.name.value
        this.#fields += 1
        const same = byName.get(name)
        if (same === undefined) byName.set(name, [selection])
        else same.push(selection)
      } else if (selection.kind === Kind.INLINE_FRAGMENT) this.#collect(selection.selectionSet, byName, fragments)
      else {
        const { value: name } = selection.name
        const fragment = this.#context.getFragment(name)
        if (fragment == null || fragments.has(name)) continue
        fragments.add(name)
        this.#collect(fragment.selectionSet, byName, fragments)
      }
    }
  }
}
