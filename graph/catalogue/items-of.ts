import type { Item, Value } from './catalogue.ts'
import { sourcesOf } from './merge-layers.ts'
import type { View } from './view.ts'

/** The items of a view as a catalogue has them: with defaults, by id. */
export function itemsOf(view: Pick<View, 'items'>): Map<string, Item> {
  return new Map(
    [...view.items.values()].map((item): [string, Item] => {
      const values: Record<string, Value> = {}
      for (const attribute of item.kind.attributes) {
        const value = item.values.get(attribute.name)?.value ?? (attribute.default as Value | undefined)
        if (value !== undefined) values[attribute.name] = value
      }
      return [item.id, { id: item.id, kind: item.kind.name, values, sources: sourcesOf(item) }]
    }),
  )
}
