import { slug } from '../../../graph/catalogue/id-name.ts'
import type { Model, Kind } from '../../../graph/model/model.ts'
import { kindOf } from '../../../graph/model/model.ts'
import type { Entity } from './entity.ts'

/** Kinds of items by kinds of entities. See the table in `backstage.ts`. */
const kinds: Readonly<Record<string, string>> = {
  component: 'Application',
  resource: 'Application',
  api: 'Application',
  system: 'Product',
  group: 'Team',
}

/** The kind that an entity's item has; undefined: it is none. */
export function kindFor(kind: string, model: Model): Kind | undefined {
  const name = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
  return name === undefined ? undefined : kindOf(model, name)
}

/**
 * Ids by references. They depend on the entity's own reference as far as they can, so that they stay when others come: an
 * API's id says so, another namespace's too; what is still the same gets its kind, then a number behind it.
 */
export function idsOf(entities: Iterable<Entity>, model: Model): Map<string, string> {
  const ids = new Map<string, string>()
  const taken = new Set<string>()
  const order = ['component', 'api', 'resource', 'system', 'group']
  const sorted = [...entities].sort(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || (a.ref < b.ref ? -1 : a.ref > b.ref ? 1 : 0),
  )
  for (const entity of sorted) {
    const id = idFor(entity.ref, model)
    if (id === undefined) continue
    let own = id
    if (taken.has(own)) own = `${id}-${entity.kind}`
    for (let number = 2; taken.has(own); number++) own = `${id}-${entity.kind}-${String(number)}`
    taken.add(own)
    ids.set(entity.ref, own)
  }
  return ids
}

/** The id that a reference suggests; undefined where its kind has no items, or its name no letter that an id may have. */
export function idFor(ref: string, model: Model): string | undefined {
  const [, kind = '', namespace = '', name = ''] = /^([^:]+):([^/]+)\/(.+)$/.exec(ref) ?? []
  const prefix = kindFor(kind, model)?.idPrefix
  const own = slug(name)
  if (prefix === undefined || own === '') return undefined
  const words = [
    ...(namespace === 'default' ? [] : [slug(namespace)]),
    own,
    ...(kind === 'api' && !/(?:^|-)api$/.test(own) ? ['api'] : []),
  ]
  return `${prefix}/${words.filter((each) => each !== '').join('-')}`
}
