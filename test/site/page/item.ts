import type { Item } from '../../../site/src/catalogue/catalogue.ts'
import type { Kind } from '../../../site/src/catalogue/model.ts'

/** An item for tests of what is made from single items: of a kind that has no fields. */
export function itemWith(values: Item['values'], name = 'Something'): Item {
  const kind: Kind = {
    name: 'Thing',
    description: 'A thing.',
    idPrefix: 'thing',
    folder: 'things',
    singular: 'thing',
    plural: 'things',
    dimension: undefined,
    interfaces: ['Item'],
    inside: undefined,
    attributes: [],
  }
  const id = `thing/${name.toLowerCase()}`
  return { id, kind, name, summary: undefined, values: { id, name, ...values }, sources: [], holds: [], isHeldBy: [] }
}
