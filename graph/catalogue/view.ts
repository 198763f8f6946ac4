import type { Model, Relation } from '../model/model.ts'
import type { PlacedAudience } from './audience.ts'
import type { ItemRelation } from './catalogue.ts'
import type { Calendar } from './duration.ts'
import type { Place } from './finding.ts'
import type { FormerIds } from './former-ids.ts'
import type { SiteFile } from './layer.ts'
import type { MergedItem } from './merge-layers.ts'

/** The catalogue as rules see it: merged, references followed, perhaps with errors. */
export interface View {
  readonly model: Model
  /** Name of the catalogue's own layer, the top one. */
  readonly ownLayer: string
  /** The day for which it is checked: 2026-11-22. */
  readonly today: string
  /** How long a working day and week are. */
  readonly calendar: Calendar
  readonly audiences: readonly PlacedAudience[]
  /** Pages and whatever else layers bring for their site. */
  readonly siteFiles: readonly SiteFile[]
  /** Ids that items had before. */
  readonly former: FormerIds
  readonly items: ReadonlyMap<string, MergedItem>
  readonly relations: readonly FollowedRelation[]
  /** Relations that an item holds, in file order; with a type, only those. */
  readonly from: (id: string, type?: string) => readonly FollowedRelation[]
  /** Relations that lead to an item; with a type, only those. */
  readonly to: (id: string, type?: string) => readonly FollowedRelation[]
}

/** A relation whose target exists. */
export interface FollowedRelation extends ItemRelation {
  readonly relation: Relation
  /** Where the reference stands. */
  readonly place: Place
}

/** Makes the view's indexes. */
export function createView(base: Omit<View, 'from' | 'to'>): View {
  const from = Map.groupBy(base.relations, (each) => each.from)
  const to = Map.groupBy(base.relations, (each) => each.to)
  const pick = (
    map: ReadonlyMap<string, readonly FollowedRelation[]>,
    id: string,
    type?: string,
  ): readonly FollowedRelation[] => {
    const found = map.get(id) ?? []
    return type === undefined ? found : found.filter((each) => each.type === type)
  }
  return { ...base, from: (id, type) => pick(from, id, type), to: (id, type) => pick(to, id, type) }
}

/** An item's name, or its id while it has none. */
export function nameOf(item: MergedItem): string {
  const name = item.values.get('name')?.value
  return typeof name === 'string' ? name : item.id
}

/** The text of an attribute, when it is text. */
export function textOf(item: MergedItem, attribute: string): string | undefined {
  const value = item.values.get(attribute)?.value
  return typeof value === 'string' ? value : undefined
}

/** Where the layer with the last word writes of an item: at its name where it says that, or where it begins. */
export function placeOfItem(item: MergedItem): Place {
  const last = item.drafts[0]
  const name = placeIn(item, 'name')
  return last === undefined || name.layer === last.place.layer ? name : last.place
}

/** Where an item says something: the field's place, or the item's when the field isn't there. */
export function placeIn(item: MergedItem, field: string): Place {
  const own = item.drafts[0]
  const place = item.values.get(field)?.place ?? item.references.get(field)?.place ?? own?.place
  if (place === undefined) throw new Error(`${item.id} is written nowhere.`)
  return place
}
