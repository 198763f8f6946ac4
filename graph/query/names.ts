import type { JsonValue, Parameters } from '../store/store.ts'

/** Names for the variables and parameters of one statement. The same reads in the same order get the same names. */
export class Names {
  readonly #parameters: Record<string, JsonValue> = {}
  readonly #prefix: string
  #count = 0
  #parameterCount = 0

  /** @param number tells parameters apart from those of other reads in the same statement. */
  constructor(number = 0) {
    this.#prefix = number === 0 ? 'p' : `p${number}_`
  }

  /** A number that no variable of the statement has yet. */
  next(): number {
    return this.#count++
  }

  /** Takes a value as a parameter: `$p3`. Values never stand in the statement's text, so that stores can reuse its plan. */
  parameter(value: JsonValue): string {
    const name = `${this.#prefix}${this.#parameterCount++}`
    this.#parameters[name] = value
    return `$${name}`
  }

  /** The parameters taken so far. */
  get parameters(): Parameters {
    return this.#parameters
  }
}

/** A name as it stands in a statement, in backticks: a model may name a relation `WITH` or a property `where`. */
export const quoted = (name: string): string => `\`${name.replaceAll('`', '``')}\``

/** A property of what a variable stands for. */
export const propertyOf = (variable: string, property: string): string => `${variable}.${quoted(property)}`
