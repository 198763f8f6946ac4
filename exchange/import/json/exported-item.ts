import { nameFormat } from '../../../graph/catalogue/id-name.ts'
import type { Kind, Model } from '../../../graph/model/model.ts'
import { excerpt } from '../excerpt.ts'
import type { LeftOut } from '../imported.ts'
import { isMapping, member } from './read-export.ts'
import type { Json } from './read-export.ts'

/** An item of the export whose id and kind are sound. */
export interface ExportedItem {
  readonly id: string
  readonly kind: Kind
  readonly json: Json
}

/** The items of an export by id. Those without a sound id and kind of their own are left out. */
export function soundItems(items: readonly unknown[], model: Model, leftOut: LeftOut[]): Map<string, ExportedItem> {
  const byId = new Map<string, ExportedItem>()
  items.forEach((json, index) => {
    const [id, name] = [member(json, 'id'), member(json, 'kind')]
    const record = typeof id === 'string' ? id : `item ${String(index + 1)}`
    const kind = typeof name === 'string' ? model.kinds.get(name) : undefined
    const called = excerpt(member(member(json, 'fields'), 'name'))
    if (typeof id !== 'string' || !isMapping(json)) {
      leftOut.push({ record, text: excerpt(json), reason: 'An item needs an "id".' })
    } else if (kind === undefined) {
      leftOut.push({
        record,
        text: excerpt(name),
        reason: 'The catalogue’s model has no such kind.',
        hint: 'Put the model files that the export holds (its "model") into the catalogue, and import again.',
      })
    } else if (!isId(id, kind)) {
      leftOut.push({ record, text: called, reason: `"${excerpt(id)}" is no id of a ${kind.name}.` })
    } else if (byId.has(id)) {
      leftOut.push({ record, text: called, reason: 'An item with this id stands before it, and counts.' })
    } else byId.set(id, { id, kind, json })
  })
  return byId
}

/** What people call it; its id where it has no name. */
export const nameOf = ({ id, json }: ExportedItem): string => excerpt(member(json['fields'], 'name') ?? id)

/** Its place among those that are written inside the same item. */
export const positionOf = ({ json }: ExportedItem): number => Number(member(json['fields'], 'position') ?? 0)

/** Whether an id is one that this kind's items have: two parts, three for what is written inside other items. */
function isId(id: string, { idPrefix, inside }: Kind): boolean {
  const [prefix, ...names] = id.split('/')
  return (
    prefix === idPrefix &&
    names.length === (inside === undefined ? 1 : 2) &&
    names.every((name) => nameFormat.test(name))
  )
}
