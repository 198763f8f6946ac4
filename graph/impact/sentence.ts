import { entry } from './index-snapshot.ts'
import type { IndexedSnapshot } from './index-snapshot.ts'
import type { Impact } from './impact.ts'
import { pathOf } from './path.ts'
import type { GroupLeft, Path } from './path.ts'
import type { State } from './states.ts'
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
 * @returns undefined for an item that isn't affected or isn't listed.
 * @throws Error for a type of relation without verbs.
 */
export function failureSentence(index: IndexedSnapshot, impact: Impact, id: string, verbs: Verbs): string | undefined {
  const found = impact.affected.get(id)
  if (found === undefined) return undefined
  const path = pathOf(impact.trail, id)
  const cause = impact.affected.get(path.items.at(-1) ?? id) ?? found
  const state = inWords[found.state]
  if (path.hops.length === 0) return `${found.item.name} is taken to be ${state}.`
  return `${found.item.name} is ${state} because it ${clauses(index, path, verbs)}, which is ${inWords[cause.state]}.`
}

/**
 * A path in words: "Capture is done with Ticketing, which is covered by C-104."
 * @returns undefined for a path without hops.
 * @throws Error for a type of relation without verbs.
 */
export function pathSentence(index: IndexedSnapshot, path: Path, verbs: Verbs): string | undefined {
  const [start] = path.items
  if (start === undefined || path.hops.length === 0) return undefined
  return `${nameOf(index, start)} ${clauses(index, path, verbs)}.`
}

/** "has the step Capture, which is done with Ticketing": everything but the item where the path starts. */
function clauses(index: IndexedSnapshot, { items, hops }: Path, verbs: Verbs): string {
  const said = hops.map(({ need, group }, i) => {
    const both = verbs.get(need.type)
    if (both === undefined) throw new Error(`There are no verbs for ${need.type}.`)
    const verb = need.dependent === items[i] ? both[0] : both[1]
    return `${verb} ${nameOf(index, items[i + 1] ?? '')}${group === undefined ? '' : ` (${leftInWords(group)})`}`
  })
  return said.join(', which ')
}

/** "2 of 3 left", or "1 of 3 left, 2 needed". */
export function leftInWords({ left, members, atLeast }: GroupLeft): string {
  const needed = atLeast === 1 ? '' : `, ${String(atLeast)} needed`
  return `${String(left)} of ${String(members)} left${needed}`
}

const inWords: Record<State, string> = { OK: 'OK', AT_RISK: 'at risk', DEGRADED: 'degraded', DOWN: 'down' }

function nameOf(index: IndexedSnapshot, id: string): string {
  const [number = -1] = numbersOf(index, [id])
  return entry(index.items, number).name
}
