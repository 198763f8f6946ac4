import { impact } from '../../../../graph/impact/impact.ts'
import type { Impact } from '../../../../graph/impact/impact.ts'
import { failureSentence } from '../../../../graph/impact/sentence.ts'
import { summaryOf } from '../../../../graph/impact/summary.ts'
import type { ImpactGraph } from '../../impact/impact-graph.ts'
import type { PageContext } from '../page-context.ts'
import type { Block, Table } from '../section.ts'
import { explorerLink } from './explorer-link.ts'
import { hitStreams } from './hit-streams.ts'
import { affectedLink, foldedTable, mostOpen, stateCell } from './impact-cells.ts'
import { waysPicture } from './ways-picture.ts'

/** What fails with an item: in one sentence, then the streams with their steps, then why for the worst off. */
export function failsPart(context: PageContext, graph: ImpactGraph): Block[] {
  const { item, prose } = context
  const declared = new Map([[item.id, 'DOWN' as const]])
  const found = impact(graph.index, declared)
  if (found.affected.size < 2) return []
  const table = affectedTable(context, graph, found)
  const title = 'If it fails'
  const { length } = table.rows
  const all = length > mostOpen ? `All ${String(length)} in` : 'In'
  const name = `${all} the impact explorer, with other states and several failures at once`
  return [
    {
      is: 'part',
      id: prose.anchor(title),
      title,
      toward: 'dependents',
      blocks: [
        { is: 'statement', text: summaryOf(graph.index, declared, found) },
        ...hitStreams(context, found),
        ...foldedTable(table),
        ...waysPicture(context, found),
        { is: 'lines', lines: [[{ href: explorerLink(item.id), name }]] },
      ],
    },
  ]
}

function affectedTable({ item: page, catalogue }: PageContext, graph: ImpactGraph, found: Impact): Table {
  const others = [...found.affected.values()].filter(({ item }) => item.id !== page.id)
  return {
    label: 'What isn’t OK any more',
    steady: true,
    columns: [
      { title: 'Item' },
      { title: 'State' },
      { title: 'Degree', numeric: true },
      { title: 'Why', wide: true, quiet: true },
    ],
    rows: others.map(({ item, state, degree }) => ({
      cells: [
        { strong: true, links: [affectedLink(catalogue, item.id, page)] },
        stateCell(state),
        { text: String(degree) },
        { sub: failureSentence(graph.index, found, item.id, graph.verbs) ?? '' },
      ],
    })),
  }
}
