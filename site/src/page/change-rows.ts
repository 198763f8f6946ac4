import type { Catalogue } from '../catalogue/catalogue.ts'
import type { FieldChange, ItemChange, Revision } from '../catalogue/read-revisions.ts'
import { messages } from '../messages/messages.ts'
import { kindLabel } from '../words/labels.ts'
import { changedField } from './field-change.ts'
import { itemLinkWithKind } from './item-link.ts'
import type { Cell, Row, Table, Tone } from './section.ts'

const words = messages.changes

/** Of one item so many fields are told; its own page tells of more. */
const mostFields = 8

/** "3 added, 1 changed". */
export function changeCounts({ added, changed, removed }: Pick<Revision, 'added' | 'changed' | 'removed'>): string {
  const counts = [
    ...(added === 0 ? [] : [words.added(added)]),
    ...(changed === 0 ? [] : [words.changed(changed)]),
    ...(removed === 0 ? [] : [words.removed(removed)]),
  ]
  return counts.length === 0 ? words.nothing : counts.join(', ')
}

/** What a load did to items, field by field: a row for each field, the item named in the first. */
export function changesTable(changes: readonly ItemChange[], catalogue: Catalogue): Table {
  const anyFields = changes.some(({ fields }) => fields.length > 0)
  const { what, before, after } = messages.history.columns
  return {
    label: words.label,
    columns: [
      { title: words.item, wide: !anyFields },
      { title: words.change },
      ...(anyFields ? [{ title: what }, { title: before, wide: true }, { title: after, wide: true }] : []),
    ],
    rows: changes.flatMap((change) => rowsOf(change, anyFields, catalogue)),
  }
}

function rowsOf(change: ItemChange, anyFields: boolean, catalogue: Catalogue): Row[] {
  const named: Cell[] = [
    itemCell(change, catalogue),
    { badges: [{ text: words.words[change.action], tone: tones[change.action] }] },
  ]
  const fields = paired(change.fields)
  if (fields.length === 0) return [{ cells: [...named, ...(anyFields ? [{}, {}, {}] : [])] }]
  const rows = fields.slice(0, mostFields).map((field, i): Row => {
    const { label, of, before, after } = changedField(change, field, catalogue)
    const what: Cell = of === undefined ? { text: label } : { text: label, sub: of.name }
    return { cells: [...(i === 0 ? named : [{}, {}]), what, before, after] }
  })
  const left = fields.length - mostFields
  return left > 0 ? [...rows, { cells: [{}, {}, { sub: words.moreFields(left) }, {}, {}] }] : rows
}

/**
 * A relation that leads elsewhere now was removed and added: told as one change, from the one item to the other. Where several
 * were removed or added, nobody knows which takes which one's place: they stay apart.
 */
export function paired(fields: readonly FieldChange[]): FieldChange[] {
  return [...Map.groupBy(fields, ({ field }) => field).values()].flatMap((some) => {
    const gone = some.find(({ before, after }) => before != null && after == null)
    const come = some.find(({ before, after }) => before == null && after != null)
    return some.length === 2 && gone?.before != null && come !== undefined ? [{ ...come, before: gone.before }] : some
  })
}

const tones: Readonly<Record<ItemChange['action'], Tone>> = { ADDED: 'good', CHANGED: 'plain', REMOVED: 'bad' }

/** A link, unless the item has gone since. */
function itemCell({ id, kind, name }: ItemChange, { items, model }: Catalogue): Cell {
  const item = items.get(id)
  if (item !== undefined) return { strong: true, links: [itemLinkWithKind(item)] }
  const known = model.kinds.get(kind)
  return { strong: true, text: name, sub: known === undefined ? kind : kindLabel(known) }
}
