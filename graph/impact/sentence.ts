import { entry } from './index-snapshot.ts'
import type { IndexedSnapshot } from './index-snapshot.ts'
import type { Impact } from './impact.ts'
import { pathOf } from './path.ts'
import type { GroupLeft, Path } from './path.ts'
import { english } from './phrases.ts'
import type { Clause, Phrases } from './phrases.ts'
import { numbersOf } from './unknown-items.ts'

/**
 * How to say each type of relation, by its type: from the item that needs ("is done with") and from the one that it needs
 * ("is a tool in"). Where a relation SERVES, these are the model's two verbs the other way round.
 */
export type Verbs = ReadonlyMap<string, readonly [string, string]>

/**
 * Why an item is as it is: "Resolve a user incident is down because it has the step Capture, which is done with
 * Ticketing, which is covered by C-104, which is with Acme, which is down." Groups say how they stand, where the path
 * goes through them: "(2 of 3 left)", and how many are needed where that is more than one.
 * @param phrases of the language that it is said in.
 * @returns undefined for an item that isn't affected or isn't listed.
 * @throws Error for a type of relation without verbs.
 */
export function failureSentence(
  index: IndexedSnapshot,
  impact: Impact,
  id: string,
  verbs: Verbs,
  phrases: Phrases = english,
): string | undefined {
  const found = impact.affected.get(id)
  if (found === undefined) return undefined
  const { name } = found.item
  const path = pathOf(impact.trail, id)
  const cause = impact.affected.get(path.items.at(-1) ?? id) ?? found
  if (path.hops.length === 0) return phrases.declared(name, found.state)
  return phrases.failure({ name, state: found.state, clauses: clauses(index, path, verbs), cause: cause.state })
}

/**
 * A path in words: "Capture is done with Ticketing, which is covered by C-104."
 * @param phrases of the language that it is said in.
 * @returns undefined for a path without hops.
 * @throws Error for a type of relation without verbs.
 */
export function pathSentence(
  index: IndexedSnapshot,
  path: Path,
  verbs: Verbs,
  phrases: Phrases = english,
): string | undefined {
  return path.hops.length === 0 ? undefined : phrases.path(clauses(index, path, verbs))
}

/** How a group stands, in English: "2 of 3 left", or "1 of 3 left, 2 needed". */
export const leftInWords = (group: GroupLeft): string => english.left(group)

/** Each relation of a path as the item before it sees it. */
function clauses(index: IndexedSnapshot, { items, hops }: Path, verbs: Verbs): Clause[] {
  return hops.map(({ need, group }, i) => {
    const both = verbs.get(need.type)
    if (both === undefined) throw new Error(`There are no verbs for ${need.type}.`)
    const [from = '', to = ''] = [items[i], items[i + 1]]
    return { from: nameOf(index, from), verb: both[need.dependent === from ? 0 : 1], to: nameOf(index, to), group }
  })
}

function nameOf(index: IndexedSnapshot, id: string): string {
  const [number = -1] = numbersOf(index, [id])
  return entry(index.items, number).name
}
