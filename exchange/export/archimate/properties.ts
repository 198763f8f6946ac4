import type { Value } from '../../../graph/catalogue/catalogue.ts'
import type { Attribute } from '../../../graph/model/model.ts'
import { element, xmlText } from '../xml.ts'

/** The properties of a file, which it defines once and behind what has them. */
export class PropertyDefinitions {
  readonly #types = new Map<string, string>()

  /** The properties of an element or relationship, all that have a value; empty where none has. */
  properties(values: readonly (readonly [string, Value | undefined, Attribute?])[]): string[] {
    const written = values.flatMap(([name, value, attribute]) => {
      if (value === undefined) return []
      this.#define(name, attribute)
      const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
      return [element('property', { propertyDefinitionRef: idOf(name) }, element('value', {}, xmlText(text)))]
    })
    return written.length === 0 ? [] : [element('properties', {}, ...written)]
  }

  /** The definitions of all properties so far, sorted by name; empty where there are none. */
  definitions(): string[] {
    const sorted = [...this.#types].toSorted(([a], [b]) => (a < b ? -1 : 1))
    const defined = sorted.map(([name, type]) =>
      element('propertyDefinition', { identifier: idOf(name), type }, element('name', {}, xmlText(name))),
    )
    return defined.length === 0 ? [] : [element('propertyDefinitions', {}, ...defined)]
  }

  #define(name: string, attribute: Attribute | undefined): void {
    const type = attribute === undefined || attribute.list ? 'string' : (dataTypes[attribute.type] ?? 'string')
    const before = this.#types.get(name)
    this.#types.set(name, before === undefined || before === type ? type : 'string')
  }
}

const idOf = (name: string): string => `prop-${name}`

const dataTypes: Readonly<Record<string, string>> = {
  Boolean: 'boolean',
  Int: 'number',
  Float: 'number',
  Percent: 'number',
  Date: 'date',
}
