import { entry } from '../../impact/index-snapshot.ts'
import { levels } from '../../impact/states.ts'
import { toEnd } from '../../impact/steps.ts'
import { walk } from '../../impact/walk.ts'
import { itemOf } from '../view.ts'
import type { NamedItem, SideView } from '../view.ts'
import { byName, counted, namesOf } from './topic.ts'
import type { Found, Topic } from './topic.ts'

const kinds: readonly string[] = ['Supplier', 'Contract']

/**
 * Suppliers and contracts that nothing needs any more, or that something needs now: through whatever contracts and suppliers,
 * something that is neither. `others` are contracts with a supplier, suppliers of a contract.
 */
export const topic: Topic = {
  name: 'needed-suppliers',
  title: 'Suppliers and contracts that are needed',
  verdict: {
    NEUTRAL: counted(
      'supplier or contract comes into need or out of it',
      'suppliers and contracts come into need or out of it',
    ),
  },
  find: (before, after) => [...neededOnly(before, after, noLonger), ...neededOnly(after, before, newly)],
}

type Say = (item: NamedItem, isThere: boolean, parties: readonly NamedItem[]) => string

const noLonger: Say = ({ name, kind }, isThere, parties) =>
  isThere
    ? `Nothing needs ${name} any more${parties.length === 0 ? '' : `, ${kind === 'Supplier' ? 'though there is' : 'agreed with'} ${namesOf(parties)}`}.`
    : `${name} is gone, and nothing needs it any more.`

const newly: Say = ({ name }, wasThere) =>
  wasThere ? `Nothing needed ${name}; now something does.` : `${name} is new, and needed.`

/** What one side needs and the other doesn't, or hasn't at all. */
function neededOnly(needs: SideView, needsNot: SideView, say: Say): Found[] {
  const idle = neededIn(needsNot)
  return [...neededIn(needs)]
    .filter((id) => !idle.has(id))
    .map((id) => itemOf(needs, needsNot, id))
    .sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || byName(a, b))
    .map((item): Found => {
      const isThere = needsNot.item(item.id) !== undefined
      const others = partiesOf(isThere ? needsNot : needs, item)
      return { effect: 'NEUTRAL', item, others, sentence: say(item, isThere, others) }
    })
}

/** Ids of suppliers and contracts that something else needs, all the way down. */
function neededIn({ index }: SideView): ReadonlySet<string> {
  const starts = [...index.items.keys()].filter((item) => !kinds.includes(entry(index.items, item).kind))
  const carriesFailure = (need: number): boolean => (index.weakening[need] ?? levels.DOWN) < levels.DOWN
  const { items } = toEnd(walk(index, starts, 'NEEDED', carriesFailure))
  return new Set(
    items.map((item) => entry(index.items, item)).flatMap(({ id, kind }) => (kinds.includes(kind) ? id : [])),
  )
}

function partiesOf(view: SideView, { id, kind }: NamedItem): NamedItem[] {
  const ids =
    kind === 'Supplier'
      ? view.to(id, 'AGREED_WITH').map(({ from }) => from)
      : view.from(id, 'AGREED_WITH').map(({ to }) => to)
  return ids.flatMap((other) => view.item(other) ?? []).sort(byName)
}
