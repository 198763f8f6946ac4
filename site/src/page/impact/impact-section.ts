import { impactGraph } from '../../impact/impact-graph.ts'
import type { ImpactGraph } from '../../impact/impact-graph.ts'
import type { PageContext } from '../page-context.ts'
import type { Block, Section } from '../section.ts'
import { explorerLink } from './explorer-link.ts'
import { failsPart } from './fails-part.ts'
import { changesPart, needsPart } from './reach-part.ts'
import { singlePointsPart } from './single-points-part.ts'

/**
 * Items times needs beyond which pages leave impact to the explorer: where everything hangs on everything, working it out
 * for each page takes as many steps, and a build shouldn't take minutes longer.
 */
const mostWork = 150_000_000

/** What hangs on an item and what it hangs on. Nothing, where nothing does. */
export function impactSection(context: PageContext): Section[] {
  const graph = impactGraph(context.catalogue)
  const number = graph.index.numbers.get(context.item.id) ?? -1
  const has = (needs: readonly (readonly number[])[]): boolean => (needs[number] ?? []).length > 0
  if (!has(graph.index.neededBy) && !has(graph.index.needsOf)) return []
  const title = 'Impact'
  const id = context.prose.anchor(title)
  const { items, needs } = graph.index
  const blocks = items.length * needs.length > mostWork ? leftToExplorer(context) : parts(context, graph)
  return blocks.length === 0 ? [] : [{ id, title, blocks }]
}

const parts = (context: PageContext, graph: ImpactGraph): Block[] => [
  ...failsPart(context, graph),
  ...changesPart(context, graph),
  ...needsPart(context, graph),
  ...singlePointsPart(context, graph),
]

function leftToExplorer({ item }: PageContext): Block[] {
  const links = [
    { href: explorerLink(item.id), name: 'What fails with it' },
    { href: explorerLink(item.id, 'changes'), name: 'What its change reaches' },
    { href: explorerLink(item.id, 'needs'), name: 'What it needs' },
  ]
  return [{ is: 'lines', lines: links.map((link) => [link]) }]
}
