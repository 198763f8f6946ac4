import { ifChanged, upstream } from '../../../../graph/impact/change.ts'
import type { Reach } from '../../../../graph/impact/change.ts'
import { reachSummary } from '../../../../graph/impact/summary.ts'
import type { Catalogue, Item } from '../../catalogue/catalogue.ts'
import type { ImpactGraph } from '../../impact/impact-graph.ts'
import { messages } from '../../messages/messages.ts'
import { plainNumber } from '../../words/values.ts'
import { itemLinkWithHolder, itemNamed } from '../item-link.ts'
import type { PageContext } from '../page-context.ts'
import type { Block, Cell, Table } from '../section.ts'
import { explorerLink } from './explorer-link.ts'

/** So many items of one distance are named; where there are more, any choice of them would say little. */
const mostNamed = 6
/** Items further away than this are left to the explorer. */
const mostDistances = 4

/** What a change of an item reaches, by distance; folded below its sentence. */
export function changesPart(context: PageContext, graph: ImpactGraph): Block[] {
  const found = ifChanged(graph.index, [context.item.id])
  const title = messages.impact.ifItChanges
  return reachPart(context, graph, found, { title, direction: 'changes', toward: 'dependents', said: 'CHANGE' })
}

/** What an item needs, all the way down; folded below its sentence. */
export function needsPart(context: PageContext, graph: ImpactGraph): Block[] {
  const found = upstream(graph.index, [context.item.id])
  const title = messages.impact.whatItNeeds
  return reachPart(context, graph, found, { title, direction: 'needs', toward: 'needed', said: 'UPSTREAM' })
}

/** How one of the two questions is said. */
interface Saying {
  readonly title: string
  readonly direction: 'changes' | 'needs'
  readonly toward: 'dependents' | 'needed'
  readonly said: Parameters<typeof reachSummary>[4]
}

function reachPart(context: PageContext, { index }: ImpactGraph, found: Reach, saying: Saying): Block[] {
  const { item, catalogue, prose } = context
  const { title, toward, direction, said } = saying
  if (found.reached.size === 0) return []
  const name = direction === 'changes' ? messages.impact.changeInExplorer : messages.impact.needsInExplorer
  const more: Block[] = [
    { is: 'table', table: distanceTable(title, found, catalogue, item) },
    { is: 'lines', lines: [[{ href: explorerLink(item.id, direction), name }]] },
  ]
  const text = reachSummary(index, [item.id], found, found.reached.size, said, messages.impactPhrases)
  const blocks: Block[] = [
    { is: 'statement', text },
    { is: 'more', summary: messages.impact.byDistance, blocks: more },
  ]
  return [{ is: 'part', id: prose.anchor(title), title, toward, blocks }]
}

function distanceTable(label: string, { reached }: Reach, catalogue: Catalogue, page: Item): Table {
  const byDistance = Map.groupBy(reached.values(), ({ distance }) => distance)
  const near = [...byDistance].slice(0, mostDistances)
  const columns = [
    { title: messages.impact.distance, numeric: true },
    { title: messages.impact.howMany, numeric: true },
    ...(near.some(([, all]) => all.length <= mostNamed) ? [{ title: messages.impact.items, wide: true }] : []),
  ]
  return {
    label,
    columns,
    rows: near.map(([distance, all]) => ({
      cells: [{ text: String(distance) }, { text: plainNumber(all.length) }, named(all, catalogue, page)].slice(
        0,
        columns.length,
      ),
    })),
  }
}

function named(all: readonly { readonly item: { readonly id: string } }[], catalogue: Catalogue, page: Item): Cell {
  if (all.length > mostNamed) return {}
  return { inline: true, links: all.map(({ item }) => itemLinkWithHolder(itemNamed(catalogue, item), page)) }
}
