import { GraphQLError } from 'graphql'
import type { ValidationRule } from 'graphql'

/** Refuses lists written into a request that have more than `most` entries. Variables: {@link checkVariables}. */
export function listsLimitRule(most: number): ValidationRule {
  return (context) => ({
    ListValue(node) {
      if (node.values.length > most) context.reportError(new GraphQLError(tooLong(most), { nodes: [node] }))
    },
  })
}

/** Values within values that a variable may have: no argument goes deeper than filters do, eight relations with their conditions. */
const deepest = 50

/**
 * Holds a request's variables against the limit of its lists: in each of them, no list has more entries, and there are no more
 * objects, such as conditions of a filter, wherever they stand.
 * @throws GraphQLError that names the variable, to be answered with status 400.
 */
export function checkVariables(variables: Readonly<Record<string, unknown>>, most: number): void {
  for (const [name, value] of Object.entries(variables)) {
    const waiting = [{ value, depth: 1 }]
    let objects = 0
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { value, depth } = next
      if (typeof value !== 'object' || value === null) continue
      const count = Array.isArray(value) ? value.length : ++objects
      if (count > most) throw refused(name, tooLong(most))
      if (depth > deepest) throw refused(name, `Values go deeper than ${String(deepest)} levels.`)
      for (const each of Object.values(value)) waiting.push({ value: each, depth: depth + 1 })
    }
  }
}

const tooLong = (most: number): string => `List entries limit of ${String(most)} exceeded: ask several times.`

const refused = (variable: string, message: string): GraphQLError =>
  new GraphQLError(`Variable "$${variable}": ${message}`, {
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
  })
