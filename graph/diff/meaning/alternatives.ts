import type { Need } from '../../impact/snapshot.ts'
import { itemOf } from '../view.ts'
import type { NamedItem, SideView } from '../view.ts'
import { byName, counted, namesOf } from './topic.ts'
import type { Effect, Found, Topic } from './topic.ts'

/** Essential needs that have no alternative any more, or have one now. `others` are what is needed, and what took or takes its place. */
export const topic: Topic = {
  name: 'alternatives',
  title: 'Alternatives for what is essential',
  verdict: {
    WORSE: counted('essential need loses its alternative', 'essential needs lose their alternatives'),
    BETTER: counted('essential need gets an alternative', 'essential needs get alternatives'),
  },
  find: (before, after) => [
    ...backedUpOnly(before, after).map((lost) => told(lost, 'WORSE', before, after)),
    ...backedUpOnly(after, before).map((gained) => told(gained, 'BETTER', before, after)),
  ],
}

/** A need of one side, and the other members of its group that can spare it. */
interface BackedUp {
  readonly need: Need
  readonly alternatives: readonly string[]
}

/** Needs that one side backs up, while on the other they are essential and nothing does. */
function backedUpOnly(has: SideView, hasNot: SideView): BackedUp[] {
  const alone = new Map(
    [...groupsOf(hasNot)].flatMap((group) =>
      spare(group) > 0
        ? []
        : group.filter(({ criticality }) => criticality === 'ESSENTIAL').map((need) => [keyOf(need), need]),
    ),
  )
  return [...groupsOf(has)].flatMap((group) =>
    spare(group) === 0
      ? []
      : group
          .filter((need) => alone.has(keyOf(need)))
          .map((need) => ({
            need,
            alternatives: [...new Set(group.map(({ needed }) => needed))].filter((id) => id !== need.needed),
          })),
  )
}

/** All needs that carry failure, those of one redundancy group together. */
function groupsOf({ index }: SideView): Iterable<readonly Need[]> {
  return Map.groupBy(
    [...index.needs].filter(({ criticality }) => criticality !== undefined),
    (need) => `${need.dependent} ${need.redundancyGroup === undefined ? `| ${keyOf(need)}` : need.redundancyGroup}`,
  ).values()
}

/** How many of a group may fail. */
const spare = (group: readonly Need[]): number =>
  group.length - Math.min(group.length, Math.max(...group.map(({ atLeast = 1 }) => atLeast)))

const keyOf = ({ dependent, type, needed }: Need): string => `${dependent} ${type} ${needed}`

function told({ need, alternatives }: BackedUp, effect: Effect, before: SideView, after: SideView): Found {
  const named = (id: string): NamedItem => itemOf(before, after, id)
  const [item, needed] = [named(need.dependent), named(need.needed)]
  const others = alternatives.map(named).sort(byName)
  const sentence =
    effect === 'WORSE'
      ? `${item.name} has no alternative to ${needed.name} any more; it had ${namesOf(others)}.`
      : `${item.name} has an alternative to ${needed.name} now: ${namesOf(others)}.`
  return { effect, item, others: [needed, ...others], sentence }
}
