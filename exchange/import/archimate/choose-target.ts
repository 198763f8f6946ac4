import type { Model } from '../../../graph/model/model.ts'
import type { ArchimateModel, Concept } from './archimate-model.ts'
import { called } from './archimate-model.ts'
import { elementTypes } from './element-types.ts'
import type { Target } from './element-types.ts'
import { ownProperties } from './own-properties.ts'
import { folded, propertyOf } from './property-values.ts'
import type { Condition, Mapping } from './mapping.ts'

/**
 * Tells what each element becomes: what the mapping file says first, then what a model that Tributary wrote says of itself,
 * then the default of its type. Undefined for a type that ArchiMate doesn't have.
 */
export function targetChooser(
  archimate: ArchimateModel,
  model: Model,
  mapping: Mapping,
): (element: Concept) => Target | undefined {
  const places = new Places(archimate)
  return (element) => {
    const rules = mapping.types.get(element.type) ?? []
    const rule = rules.find(({ when }) => when === undefined || places.fits(element, when))
    if (rule !== undefined) return rule.target
    const kind = propertyOf(element, ownProperties.kind)
    if (kind !== undefined && model.kinds.has(kind)) return { kind, fields: {} }
    return Object.hasOwn(elementTypes, element.type) ? elementTypes[element.type] : undefined
  }
}

/** Where elements stand in the model, for conditions. */
class Places {
  readonly #folders: ReadonlyMap<string, readonly string[]>
  readonly #views = new Map<string, Set<string>>()
  readonly #general = new Map<string, Set<string>>()

  constructor({ elements, relationships, views, folders }: ArchimateModel) {
    this.#folders = folders
    for (const view of views) for (const shown of view.shows) addTo(this.#views, shown, called(view))
    for (const { type, source, target } of relationships) {
      const general = type === 'Specialization' ? elements.get(target) : undefined
      if (general !== undefined) addTo(this.#general, source, called(general))
    }
  }

  fits(element: Concept, { property, is, specialization, view, folder, name }: Condition): boolean {
    const { identifier } = element
    const value = property === undefined ? undefined : propertyOf(element, property)
    return [
      property === undefined || (value !== undefined && (is === undefined || folded(value) === folded(is))),
      name === undefined || called(element) === name,
      view === undefined || this.#views.get(identifier)?.has(view) === true,
      folder === undefined || this.#folders.get(identifier)?.includes(folder) === true,
      specialization === undefined || this.#specializations(element).includes(folded(specialization)),
    ].every((holds) => holds)
  }

  #specializations(element: Concept): string[] {
    const said = element.properties.filter(({ name }) => ['specialization', 'stereotype'].includes(folded(name)))
    const named = said.flatMap(({ values }) => values.map(({ text }) => text))
    return [...named, ...(this.#general.get(element.identifier) ?? [])].map(folded)
  }
}

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key) ?? new Set()
  sets.set(key, set.add(value))
}
