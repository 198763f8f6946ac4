import { singlePoints } from '../../../../graph/impact/single-points.ts'
import type { SinglePoint } from '../../../../graph/impact/single-points.ts'
import type { Catalogue, Item } from '../../catalogue/catalogue.ts'
import type { ImpactGraph } from '../../impact/impact-graph.ts'
import { counted } from '../../words/labels.ts'
import type { PageContext } from '../page-context.ts'
import type { Block, Section, Table } from '../section.ts'
import { explorerLink } from './explorer-link.ts'
import { affectedLink, foldedTable, stateCell } from './impact-cells.ts'

/** Kinds of which a manager asks what they hang on. */
const asked = new Set(['ValueStream', 'Service'])

/** Items whose failure alone takes a stream or a service down or degrades it: how many, and folded which. */
export function singlePointsPart(context: PageContext, { index }: ImpactGraph): Block[] {
  const { item, catalogue, prose } = context
  if (!asked.has(item.kind.name)) return []
  const points = singlePoints(index, [item.id])
  if (points.length === 0) return []
  const down = points.filter(({ state }) => state === 'DOWN').length
  const rest = points.length - down
  const parts = [
    ...(down === 0 ? [] : [`${counted(down, 'item')} ${down === 1 ? 'takes' : 'take'} it down alone`]),
    ...(rest === 0 ? [] : [`${counted(rest, 'item')} ${rest === 1 ? 'degrades' : 'degrade'} it`]),
  ]
  const title = 'Single points of failure'
  const name = `What it needs, in the impact explorer`
  return [
    {
      is: 'part',
      id: prose.anchor(title),
      title,
      toward: 'needed',
      blocks: [
        { is: 'statement', text: `${parts.join('; ')}. No cover stands in for them.` },
        ...foldedTable(pointsTable(points, catalogue, item), 0),
        { is: 'lines', lines: [[{ href: explorerLink(item.id, 'needs'), name }]] },
      ],
    },
  ]
}

/** The single points of all value streams and services together. */
export function organisationPoints(catalogue: Catalogue, { index }: ImpactGraph): Section[] {
  const aims = index.items.filter(({ kind }) => asked.has(kind)).map(({ id }) => id)
  const points = singlePoints(index, aims)
  if (points.length === 0) return []
  const table: Table = {
    label: 'Single points of failure',
    steady: true,
    columns: [
      { title: 'Item', wide: true },
      { title: 'Takes down', numeric: true },
      { title: 'Degrades', numeric: true },
    ],
    rows: points.map(({ item, down, degraded }) => ({
      cells: [
        { strong: true, links: [{ ...affectedLink(catalogue, item.id), href: explorerLink(item.id) }] },
        { text: String(down) },
        { text: String(degraded) },
      ],
    })),
  }
  return [
    {
      id: 'single-points',
      title: 'Single points of failure',
      count: points.length,
      intro: `Items whose failure alone takes value streams or services down, or degrades them: how many of ${String(aims.length)}. Follow one to see which, and what else.`,
      blocks: foldedTable(table, 10),
    },
  ]
}

function pointsTable(points: readonly SinglePoint[], catalogue: Catalogue, page: Item): Table {
  return {
    label: 'Single points of failure',
    columns: [{ title: 'If this fails', wide: true }, { title: 'It is' }, { title: 'Degree', numeric: true }],
    rows: points.map(({ item, state, degree }) => ({
      cells: [
        { strong: true, links: [affectedLink(catalogue, item.id, page)] },
        stateCell(state),
        { text: String(degree) },
      ],
    })),
  }
}
