import type { Finding } from './finding.ts'
import type { MergedItem } from './merge-layers.ts'
import type { View } from './view.ts'

/**
 * Who can mend an item. That is, in this order, the first that there is:
 * 1. its `owner`;
 * 2. the owner of what it is written inside of: a step's stream's;
 * 3. itself, where it is a party within the organisation: a team answers for its own file;
 * 4. the owner of the one thing that it belongs to: a larger service, a framework contract, a procedure's practice.
 * @returns finds the owner's id; undefined: nobody's.
 */
export function itemOwnersIn(view: View): (item: MergedItem) => string | undefined {
  const known = new Map<string, string | undefined>()
  const ownerOf = (item: MergedItem): string | undefined => {
    if (known.has(item.id)) return known.get(item.id)
    // What belongs to itself in a circle is reported elsewhere, and owned by nobody on the way round.
    known.set(item.id, undefined)
    const [owned] = view.from(item.id, 'OWNED_BY')
    const owner = owned?.to ?? (isOwnParty(item, view) ? item.id : ownerOfLarger(item, view, ownerOf))
    known.set(item.id, owner)
    return owner
  }
  return ownerOf
}

/** Who can mend what is found. A finding that names no item is about its file, and so about what is written there. */
export function ownersIn(view: View): (finding: Finding) => string | undefined {
  const ownerOf = itemOwnersIn(view)
  let byPath: ReadonlyMap<string, MergedItem> | undefined
  return ({ item, place }) => {
    const about = item === undefined ? undefined : view.items.get(item)
    if (about !== undefined) return ownerOf(about)
    byPath ??= itemsByPath(view)
    const written = byPath.get(place.path)
    return written === undefined ? undefined : ownerOf(written)
  }
}

function ownerOfLarger(
  item: MergedItem,
  view: View,
  ownerOf: (item: MergedItem) => string | undefined,
): string | undefined {
  const holder = item.inside === undefined ? undefined : view.items.get(item.inside)
  if (holder !== undefined) return ownerOf(holder)
  for (const { relation, to } of view.from(item.id)) {
    // One target and never in a circle: it is a part of that. One that it can't be without: it is nothing without that.
    const larger = relation.list || !(relation.acyclic || relation.required) ? undefined : view.items.get(to)
    const owner = larger === undefined ? undefined : ownerOf(larger)
    if (owner !== undefined) return owner
  }
  return undefined
}

/** A supplier is a party too, but nobody there mends this organisation's files. */
const isOwnParty = ({ kind }: MergedItem, { model }: View): boolean =>
  model.interfaces.get('Party')?.members.includes(kind.name) === true && kind.dimension !== 'PARTNERS_AND_SUPPLIERS'

/** What each file holds; of a file with items inside of one, that one. */
function itemsByPath({ items }: View): Map<string, MergedItem> {
  const byPath = new Map<string, MergedItem>()
  for (const item of items.values()) {
    if (item.inside !== undefined) continue
    for (const { place } of item.drafts) byPath.set(place.path, item)
  }
  return byPath
}
