import { singlePoints } from '../../../../graph/impact/single-points.ts'
import type { SinglePoint } from '../../../../graph/impact/single-points.ts'
import type { Catalogue, Item } from '../../catalogue/catalogue.ts'
import type { ImpactGraph } from '../../impact/impact-graph.ts'
import type { PageContext } from '../page-context.ts'
import type { Block, Section, Table } from '../section.ts'
import { messages } from '../../messages/messages.ts'
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
    ...(down === 0 ? [] : [messages.impact.takeDownAlone(down)]),
    ...(rest === 0 ? [] : [messages.impact.degradeIt(rest)]),
  ]
  const title = messages.impact.singlePoints
  const name = messages.impact.needsLink
  return [
    {
      is: 'part',
      id: prose.anchor(title),
      title,
      toward: 'needed',
      blocks: [
        { is: 'statement', text: messages.impact.noCover(parts) },
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
    label: messages.impact.singlePoints,
    steady: true,
    columns: [
      { title: messages.words.item, wide: true },
      { title: messages.impact.takesDown, numeric: true },
      { title: messages.impact.degrades, numeric: true },
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
      title: messages.impact.singlePoints,
      count: points.length,
      intro: messages.impact.pointsIntro(aims.length),
      blocks: foldedTable(table, 10),
    },
  ]
}

function pointsTable(points: readonly SinglePoint[], catalogue: Catalogue, page: Item): Table {
  return {
    label: messages.impact.singlePoints,
    columns: [
      { title: messages.impact.ifThisFails, wide: true },
      { title: messages.impact.itIs },
      { title: messages.impact.degree, numeric: true },
    ],
    rows: points.map(({ item, state, degree }) => ({
      cells: [
        { strong: true, links: [affectedLink(catalogue, item.id, page)] },
        stateCell(state),
        { text: String(degree) },
      ],
    })),
  }
}
