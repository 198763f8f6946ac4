import type { Lists } from '../../../../graph/impact/lists.ts'
import { impactGraph } from '../../impact/impact-graph.ts'
import { reachesMore } from '../../impact/reaches-more.ts'
import type { PageContext } from '../page-context.ts'
import type { Block, Section } from '../section.ts'
import { messages } from '../../messages/messages.ts'
import { explorerLink } from './explorer-link.ts'
import { failsPart } from './fails-part.ts'
import { changesPart, needsPart } from './reach-part.ts'
import { singlePointsPart } from './single-points-part.ts'

/**
 * Where more items than these hang on an item, or it hangs on more, its page leaves that direction to the explorer: in a large
 * catalogue everything may hang on everything, and a build's time would grow with its square.
 */
const mostReached = 600

/** What hangs on an item and what it hangs on. Nothing, where nothing does. */
export function impactSection(context: PageContext): Section[] {
  const graph = impactGraph(context.catalogue)
  const number = graph.index.numbers.get(context.item.id) ?? -1
  const has = (lists: Lists): boolean => lists.sizeOf(number) > 0
  const [isNeeded, needs] = [has(graph.index.neededBy), has(graph.index.needsOf)]
  if (!isNeeded && !needs) return []
  const title = messages.impact.title
  const id = context.prose.anchor(title)
  const hub = isNeeded && reachesMore(graph.index, number, 'DEPENDENTS', mostReached)
  const heap = needs && reachesMore(graph.index, number, 'NEEDED', mostReached)
  const blocks = [
    ...leftToExplorer(context, hub, heap),
    ...(hub ? [] : [...failsPart(context, graph), ...changesPart(context, graph)]),
    ...(heap ? [] : [...needsPart(context, graph), ...singlePointsPart(context, graph)]),
  ]
  const ways = { href: explorerLink(context.item.id, 'ways'), name: messages.explorer.waysLink }
  return [{ id, title, blocks: [...blocks, { is: 'lines', lines: [[ways]] }] }]
}

/** Links to the questions that the page doesn't answer. */
function leftToExplorer({ item }: PageContext, hub: boolean, heap: boolean): Block[] {
  const { failsWithIt, changeReaches, whatItNeeds } = messages.impact
  const links = [
    ...(hub ? [{ href: explorerLink(item.id), name: failsWithIt }] : []),
    ...(hub ? [{ href: explorerLink(item.id, 'changes'), name: changeReaches }] : []),
    ...(heap ? [{ href: explorerLink(item.id, 'needs'), name: whatItNeeds }] : []),
  ]
  return links.length === 0 ? [] : [{ is: 'lines', lines: links.map((link) => [link]) }]
}
