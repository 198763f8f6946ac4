import { impact } from '../../../../graph/impact/impact.ts'
import type { Impact } from '../../../../graph/impact/impact.ts'
import { failureSentence } from '../../../../graph/impact/sentence.ts'
import { summaryOf } from '../../../../graph/impact/summary.ts'
import type { ImpactGraph } from '../../impact/impact-graph.ts'
import type { PageContext } from '../page-context.ts'
import type { Block, Table } from '../section.ts'
import { messages } from '../../messages/messages.ts'
import { explorerLink } from './explorer-link.ts'
import { hitStreams } from './hit-streams.ts'
import { affectedLink, mostOpen, stateCell } from './impact-cells.ts'
import { waysPicture } from './ways-picture.ts'

/** What fails with an item: in one sentence, then the streams with their steps, then why for the worst off. */
export function failsPart(context: PageContext, graph: ImpactGraph): Block[] {
  const { item, prose } = context
  const declared = new Map([[item.id, 'DOWN' as const]])
  const found = impact(graph.index, declared)
  if (found.affected.size < 2) return []
  const others = [...found.affected.keys()].filter((id) => id !== item.id)
  const { length } = others
  const title = messages.impact.ifItFails
  const name = length > mostOpen ? messages.impact.allInExplorer(length) : messages.impact.inExplorer
  return [
    {
      is: 'part',
      id: prose.anchor(title),
      title,
      toward: 'dependents',
      blocks: [
        { is: 'statement', text: summaryOf(graph.index, declared, found, messages.impactPhrases) },
        ...hitStreams(context, found),
        { is: 'table', table: affectedTable(context, graph, found, others.slice(0, mostOpen)) },
        ...waysPicture(context, found),
        { is: 'lines', lines: [[{ href: explorerLink(item.id), name }]] },
      ],
    },
  ]
}

/** The worst off, with why. All of them are the explorer's to list. */
function affectedTable(
  { item: page, catalogue }: PageContext,
  graph: ImpactGraph,
  found: Impact,
  ids: readonly string[],
): Table {
  return {
    label: messages.impact.notOk,
    steady: true,
    columns: [
      { title: messages.words.item },
      { title: messages.impact.state },
      { title: messages.impact.degree, numeric: true },
      { title: messages.impact.why, wide: true, quiet: true },
    ],
    rows: ids.map((id) => ({
      cells: [
        { strong: true, links: [affectedLink(catalogue, id, page)] },
        stateCell(found.affected.get(id)?.state ?? 'OK'),
        { text: String(found.affected.get(id)?.degree ?? '') },
        { sub: failureSentence(graph.index, found, id, graph.verbs, messages.impactPhrases) ?? '' },
      ],
    })),
  }
}
