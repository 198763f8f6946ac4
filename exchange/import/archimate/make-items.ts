import type { FileValue, ImportedItem } from '../imported.ts'
import type { Draft, Held } from './draft.ts'
import type { Holdings } from './holdings.ts'
import { propertyOf } from './property-values.ts'

/** Fields that stand before the others, and the one that stands last. */
const first = ['name', 'aliases', 'summary', 'tags']
const last = 'body'

/** Items of drafts, sorted by id. Those that stand inside another are in its fields. */
export function makeItems(
  drafts: ReadonlyMap<string, Draft>,
  holdings: Holdings,
  tags: ReadonlyMap<string, ReadonlySet<string>>,
): ImportedItem[] {
  const maker = new ItemMaker(drafts, holdings, tags)
  const items = [...drafts.values()].filter(({ kind }) => kind.inside === undefined).map((draft) => maker.item(draft))
  return items.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

class ItemMaker {
  readonly #byId: ReadonlyMap<string, Draft>
  readonly #holdings: Holdings
  readonly #tags: ReadonlyMap<string, ReadonlySet<string>>

  constructor(drafts: ReadonlyMap<string, Draft>, holdings: Holdings, tags: ReadonlyMap<string, ReadonlySet<string>>) {
    this.#byId = new Map([...drafts.values()].map((draft) => [draft.id, draft]))
    this.#holdings = holdings
    this.#tags = tags
  }

  item(draft: Draft): ImportedItem {
    const { id, kind, element } = draft
    return { id, kind, fields: this.#fields(draft), record: element.record }
  }

  #fields(draft: Draft): Readonly<Record<string, FileValue>> {
    const values = new Map(draft.values)
    const own = (values.get('tags') as string[] | undefined) ?? []
    const given = [...(this.#tags.get(draft.element.identifier) ?? [])].toSorted()
    if (own.length + given.length > 0) values.set('tags', [...new Set([...own, ...given])])
    for (const [field, held] of this.#holdings.of(draft.id)) {
      const relations = held[0]?.relation.inside === true ? this.#inside(held) : held.map(reference)
      const said = values.get(field)
      if (held[0]?.relation.list !== true) values.set(field, relations[0] ?? null)
      else values.set(field, [...relations, ...(Array.isArray(said) ? (said as FileValue[]) : [])])
    }
    const rest = [...values.keys()].filter((field) => !first.includes(field) && field !== last)
    const ordered = [...first, ...rest, last].flatMap((field) => {
      const value = values.get(field)
      return value === undefined ? [] : [[field, value] as const]
    })
    return Object.fromEntries(ordered)
  }

  /** Items inside, by their place; one that leads nowhere on says so, since else it would lead to the one that follows. */
  #inside(held: readonly Held[]): FileValue[] {
    const drafts = held.flatMap(({ to }) => this.#byId.get(to) ?? [])
    const place = ({ element }: Draft): number => Number(propertyOf(element, 'position') ?? Infinity)
    return drafts
      .toSorted((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1))
      .map((draft): FileValue => {
        const fields = this.#fields(draft)
        const onward = draft.kind.relations.filter((each) => each.list && each.target === draft.kind.name)
        const ends = onward
          .filter(({ field }) => !Object.hasOwn(fields, field))
          .map(({ field }) => [field, []] as const)
        const id = draft.id.slice(draft.id.lastIndexOf('/') + 1)
        return { id, record: draft.element.record, ...fields, ...Object.fromEntries(ends) }
      })
  }
}

/** A relation as a file writes it, with where the model draws it. */
function reference({ to, carries, relationships }: Held): FileValue {
  if (relationships.length === 0 && Object.keys(carries).length === 0) return to
  const record = relationships.map((each) => each.record).join(', ')
  return { to, ...carries, ...(record === '' ? {} : { record }) }
}
