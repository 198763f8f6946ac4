import type { Kind, Model } from '../model/model.ts'
import type { Reference, Said } from './draft.ts'
import type { Place } from './finding.ts'
import { nameFormat } from './id-name.ts'
import type { MergedItem } from './merge-layers.ts'
import type { Report } from './report.ts'

/** The attribute of every item that says which ids it had before. */
export const formerIdsField = 'formerIds'

/** An id that a file gives, which an item had before. */
export interface FormerUse extends Written {
  /** The same, whole. */
  readonly id: string
  /** The id that the item has now. */
  readonly now: string
  /** Id of the item whose file says it; undefined in the configuration. */
  readonly item: string | undefined
}

/** An id as a file says it. */
export type Written = Pick<Reference, 'written' | 'place' | 'raw'>

/**
 * Ids that items had before, and the ones that they have now: the one place that files' ids are looked up in. No id is both
 * of an item and a former one, and none is of two.
 */
export class FormerIds {
  readonly #now: ReadonlyMap<string, string>
  /** Every former id that the catalogue's files still give, for those who keep them tidy. */
  readonly uses: FormerUse[] = []

  constructor(now: ReadonlyMap<string, string> = new Map()) {
    this.#now = now
  }

  /** The id that an item has now. Ids that nothing had before stay as they are. */
  now(id: string): string {
    return this.#now.get(id) ?? id
  }

  /** The same for several, each item once: a former id may be given beside the one that it has now. */
  allNow(ids: readonly string[]): string[] {
    return [...new Set(ids.map((id) => this.now(id)))]
  }

  /** The same for the whole of an id that a file says: it is kept as a use where it is a former one. */
  nowAt(id: string, { written, place, raw }: Written, item?: string): string {
    const now = this.now(id)
    if (now !== id) this.uses.push({ id, written, now, place, raw, item })
    return now
  }
}

/**
 * Reads the former ids of merged items. What every layer says of an item counts; what is written inside of a renamed item
 * had other ids too, and gets them. An id that is none, that an item has now, or that two items had is reported.
 * @param items their former ids are completed in place.
 */
export function addFormerIds(items: Map<string, MergedItem>, model: Model, report: Report): FormerIds {
  const now = new Map<string, string>()
  const written = new Map([...items.values()].map((item) => [item.id, writtenIds(item)]))
  for (const item of items.values()) {
    for (const { id, place } of written.get(item.id) ?? []) {
      const problem = problemOf(id, item, items, now, model)
      if (problem === undefined) now.set(id, item.id)
      else report.error('former-id', place, problem.message, { hint: problem.hint, item: item.id })
    }
  }
  for (const item of items.values()) {
    const holder = item.inside === undefined ? undefined : items.get(item.inside)
    const own = written.get(item.id) ?? []
    const derived = holder === undefined ? [] : idsInside(item, own, written.get(holder.id) ?? [], holder.kind)
    for (const id of derived) if (!items.has(id) && !now.has(id)) now.set(id, item.id)
  }
  const complete = Map.groupBy(now.keys(), (id) => now.get(id) ?? '')
  for (const [id, ids] of complete) {
    const item = items.get(id)
    const place = item?.values.get(formerIdsField)?.place ?? item?.drafts[0]?.place
    if (item === undefined || place === undefined) continue
    const said: Said = { value: ids.toSorted(), place }
    items.set(id, { ...item, values: new Map(item.values).set(formerIdsField, said) })
  }
  return new FormerIds(now)
}

interface WrittenId {
  readonly id: string
  readonly place: Place
}

/** What files say, each id once: the last word first. */
function writtenIds(item: MergedItem): WrittenId[] {
  const said = item.drafts.flatMap((draft) => {
    const { value, place } = draft.values.get(formerIdsField) ?? {}
    return Array.isArray(value) && place !== undefined ? value.map((id) => ({ id: String(id), place })) : []
  })
  return [...new Map(said.toReversed().map((each) => [each.id, each])).values()]
}

/** Ids that an item had by itself inside of what has had other ids: its last parts below each of these. */
function idsInside(item: MergedItem, own: readonly WrittenId[], holders: readonly WrittenId[], kind: Kind): string[] {
  const lastParts = new Set([item.id, ...own.map(({ id }) => id)].map((id) => id.slice(id.lastIndexOf('/') + 1)))
  return holders
    .filter(({ id }) => id.startsWith(`${kind.idPrefix}/`))
    .flatMap(({ id }) =>
      [...lastParts].map((last) => `${item.kind.idPrefix}/${id.slice(kind.idPrefix.length + 1)}/${last}`),
    )
}

function problemOf(
  id: string,
  item: MergedItem,
  items: ReadonlyMap<string, MergedItem>,
  now: ReadonlyMap<string, string>,
  model: Model,
): { readonly message: string; readonly hint: string } | undefined {
  const [prefix = '', ...parts] = id.split('/')
  const kind = [...model.kinds.values()].find(({ idPrefix }) => idPrefix === prefix)
  const length = kind?.inside === undefined ? 1 : 2
  if (kind === undefined || parts.length !== length || !parts.every((part) => nameFormat.test(part))) {
    const like = `${item.id.slice(0, item.id.lastIndexOf('/'))}/old-name`
    return { message: `"${id}" was never an id: it isn’t a kind and a name.`, hint: `Write it whole: ${like}.` }
  }
  if (id === item.id) return { message: `${id} is the id of this item now.`, hint: 'Take it off the list.' }
  const live = items.get(id)
  if (live !== undefined) {
    const at = live.drafts[0]?.place.file ?? ''
    return {
      message: `${id} is the id of another item now, written in ${at}.`,
      hint: `Take it off the list, or make one of the two: what ${at} says belongs to ${item.id} if they are the same.`,
    }
  }
  const other = now.get(id)
  return other === undefined || other === item.id
    ? undefined
    : { message: `${id} is a former id of ${other} too.`, hint: 'It can lead to one of them: take it off the other.' }
}
