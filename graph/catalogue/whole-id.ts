import type { Model, Relation } from '../model/model.ts'
import { kindOf } from '../model/model.ts'
import type { MergedItem } from './merge-layers.ts'

/** The whole id that a reference says: last parts are completed where the field's kind is clear. */
export function wholeId(
  written: string,
  relation: Relation,
  holder: Pick<MergedItem, 'id' | 'kind' | 'inside'>,
  items: Pick<ReadonlyMap<string, unknown>, 'has'>,
  model: Model,
): string {
  if (items.has(written) || relation.targets.length !== 1) return written
  const kind = kindOf(model, relation.targets[0] ?? '')
  if (written.startsWith(`${kind.idPrefix}/`)) return written
  if (kind.inside !== undefined && !written.includes('/') && holder.inside !== undefined) {
    const sibling = holder.id.slice(0, holder.id.lastIndexOf('/') + 1) + written
    if (holder.kind.name === kind.name) return sibling
  }
  return `${kind.idPrefix}/${written}`
}
