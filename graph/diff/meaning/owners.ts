import { itemOf } from '../view.ts'
import type { SideView } from '../view.ts'
import { byName, counted } from './topic.ts'
import type { Found, Topic } from './topic.ts'

/** Items that lost their owner, or got one. Items that are new or gone are no matter here. `others` is the owner. */
export const topic: Topic = {
  name: 'owners',
  title: 'Items that lose or get an owner',
  verdict: {
    WORSE: counted('item loses its owner', 'items lose their owners'),
    BETTER: counted('item gets an owner', 'items get owners'),
  },
  find: (before, after) => [
    ...ownedOnly(before, after, (item, owner) => `Nobody owns ${item} any more; ${owner} did.`).map((found): Found => ({
      effect: 'WORSE',
      ...found,
    })),
    ...ownedOnly(after, before, (item, owner) => `${item} had no owner; ${owner} owns it now.`).map((found): Found => ({
      effect: 'BETTER',
      ...found,
    })),
  ],
}

function ownedOnly(
  owned: SideView,
  unowned: SideView,
  say: (item: string, owner: string) => string,
): Omit<Found, 'effect'>[] {
  return [...owned.side.graph.relations.values()]
    .filter(({ type, from }) => type === 'OWNED_BY' && unowned.item(from) && unowned.from(from, type).length === 0)
    .map(({ from, to }) => {
      const [item, owner] = [itemOf(unowned, owned, from), itemOf(unowned, owned, to)]
      return { item, others: [owner], sentence: say(item.name, owner.name) }
    })
    .sort((a, b) => byName(a.item, b.item))
}
