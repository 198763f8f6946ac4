import type { Model, Relation } from '../../graph/model/model.ts'
import { kindOf } from '../../graph/model/model.ts'
import { excerpt } from './excerpt.ts'
import type { FileValue, ImportedItem, LeftOut } from './imported.ts'

/**
 * Items without the references that close a circle in a relation that must have none (model, `acyclic`). Items are gone
 * through in the order of their ids, so that the same source always loses the same reference.
 */
export function breakCycles(items: readonly ImportedItem[], model: Model, leftOut: LeftOut[]): ImportedItem[] {
  const relations = [...model.relations.values()].filter((each) => each.acyclic && !each.inside)
  return relations.reduce<ImportedItem[]>((all, relation) => withoutCycles(all, relation, model, leftOut), [...items])
}

function withoutCycles(items: ImportedItem[], relation: Relation, model: Model, leftOut: LeftOut[]): ImportedItem[] {
  const holders = items.filter(
    (each) => relation.holders.includes(each.kind.name) && each.fields[relation.field] != null,
  )
  if (holders.length === 0) return items
  const edges = new Map(holders.map((each) => [each.id, targetsOf(each, relation, model)]))
  const closing = closingEdges(edges)
  if (closing.size === 0) return items
  return items.map((item) => {
    const closed = closing.get(item.id)
    const value = item.fields[relation.field]
    if (closed === undefined || value === undefined) return item
    const targets = edges.get(item.id) ?? []
    for (const target of closed) {
      leftOut.push({
        record: item.record,
        part: relation.field,
        text: excerpt(target),
        reason: `"${relation.field}" must not lead back to where it began, and this closes a circle.`,
      })
    }
    const { [relation.field]: _field, ...rest } = item.fields
    const kept = Array.isArray(value)
      ? (value as readonly FileValue[]).filter((_, index) => !closed.has(targets[index] ?? ''))
      : []
    return { ...item, fields: kept.length === 0 ? rest : { ...item.fields, [relation.field]: kept } }
  })
}

function targetsOf(item: ImportedItem, relation: Relation, model: Model): string[] {
  const value = item.fields[relation.field] ?? []
  const entries = Array.isArray(value) ? (value as readonly FileValue[]) : [value]
  const prefix = relation.targets.length === 1 ? `${kindOf(model, relation.targets[0] ?? '').idPrefix}/` : ''
  return entries.map((entry) => {
    const to = String(typeof entry === 'object' && entry !== null ? (entry as Record<string, FileValue>)['to'] : entry)
    return to.startsWith(prefix) ? to : prefix + to
  })
}

/** The edges that lead back to an item on the way to them, by holder. No recursion: chains may be long. */
function closingEdges(edges: ReadonlyMap<string, readonly string[]>): Map<string, Set<string>> {
  const closing = new Map<string, Set<string>>()
  const done = new Set<string>()
  for (const start of [...edges.keys()].sort()) {
    const way = done.has(start) ? [] : [{ id: start, next: 0 }]
    const onWay = new Set(way.map(({ id }) => id))
    for (let at = way.at(-1); at !== undefined; at = way.at(-1)) {
      const to = edges.get(at.id)?.[at.next++]
      if (to === undefined) {
        way.pop()
        onWay.delete(at.id)
        done.add(at.id)
      } else if (onWay.has(to)) closing.set(at.id, (closing.get(at.id) ?? new Set()).add(to))
      else if (!done.has(to)) {
        way.push({ id: to, next: 0 })
        onWay.add(to)
      }
    }
  }
  return closing
}
