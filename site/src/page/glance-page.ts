import { buildInput } from '../catalogue/build-input.ts'
import type { Catalogue, Item } from '../catalogue/catalogue.ts'
import { linkTo } from '../links.ts'
import { messages } from '../messages/messages.ts'
import { kindsLabel } from '../words/labels.ts'
import { partText, plainNumber } from '../words/values.ts'
import { areas, kindsIn } from './areas.ts'
import { completenessSection } from './completeness.ts'
import { coverageOf } from './coverage.ts'
import type { Coverage } from './coverage.ts'
import { endingsBlocks, endingsOf } from './ends-soon.ts'
import { explorerLink } from './impact/explorer-link.ts'
import { affectedLink } from './impact/impact-cells.ts'
import { organisationRisk } from './impact/organisation-risk.ts'
import { itemLinkWithHolder, itemLinkWithKind } from './item-link.ts'
import type { Block, Cell, Page, Part, Section, Table } from './section.ts'

const words = messages.glance

/** Of each list so many stand open; of what is missing, so many are listed at all. */
const mostOpen = 10
const mostMissing = 100

/** The organisation at a glance: counts, coverage, what ends, what has no owner, what everything hangs on. */
export function glancePage(catalogue: Catalogue): Page {
  const { today } = buildInput()
  const coverage = coverageOf(catalogue, today)
  return {
    title: words.title,
    description: words.description(catalogue.about.title),
    lead: words.lead,
    folder: 'at-a-glance',
    sections: [
      { id: 'counts', title: words.counts, count: catalogue.items.size, blocks: [tiles(catalogue)] },
      ...coverageSection(coverage, catalogue),
      ...completenessSection(catalogue),
      ...endsSection(catalogue, today),
      ...risks(catalogue),
      ...missingSection(coverage.filter(({ missing }) => missing.length > 0)),
    ],
  }
}

function tiles(catalogue: Catalogue): Block {
  const groups = areas.flatMap((area) => {
    const kinds = kindsIn(area.id, catalogue).map((kind) => ({
      href: linkTo({ allOf: kind }),
      name: kindsLabel(kind),
      count: catalogue.byKind.get(kind.name)?.length ?? 0,
    }))
    return kinds.length === 0 ? [] : [{ area, kinds }]
  })
  return { is: 'tiles', groups }
}

function coverageSection(coverage: readonly Coverage[], { completeness }: Catalogue): Section[] {
  if (coverage.length === 0) return []
  const table: Table = {
    label: words.coverage,
    columns: [
      { title: words.measure, wide: true },
      { title: words.there, numeric: true },
      { title: words.share, bars: true },
      { title: words.missing },
    ],
    rows: coverage.map(({ id, title, of, missing }) => {
      const part = (of - missing.length) / of
      // All but one of a thousand isn't all.
      const said = missing.length > 0 && part > 0.995 ? partText(0.99) : partText(part)
      const lack: Cell =
        missing.length === 0 ? {} : { links: [{ href: `#${id}`, name: words.missingItems(missing.length) }] }
      return {
        cells: [
          { strong: true, text: title },
          { text: words.of(of - missing.length, of) },
          { text: said, share: { part, tone: 'to-be' } },
          lack,
        ],
      }
    }),
  }
  const intro = words.coverageIntro(completeness.counted.size > 0)
  return [{ id: 'coverage', title: words.coverage, intro, blocks: [{ is: 'table', table }] }]
}

function endsSection(catalogue: Catalogue, today: string): Section[] {
  const endings = endingsOf(catalogue, today)
  if (endings.length === 0) return []
  return [
    {
      id: 'ends-soon',
      title: words.ends,
      count: endings.length,
      intro: words.endsIntro,
      blocks: endingsBlocks(endings, today, mostOpen),
    },
  ]
}

function risks(catalogue: Catalogue): Section[] {
  const { points, depended, aims } = organisationRisk(catalogue)
  const numeric = (value: number): Cell => ({ text: plainNumber(value) })
  const pointsTable: Table = {
    label: words.points,
    columns: [
      { title: words.item, wide: true },
      { title: words.takesDown, numeric: true },
      { title: words.degrades, numeric: true },
    ],
    rows: points.slice(0, mostOpen).map(({ item, down, degraded }) => ({
      cells: [
        { strong: true, links: [{ ...affectedLink(catalogue, item.id), href: explorerLink(item.id) }] },
        numeric(down),
        numeric(degraded),
      ],
    })),
  }
  const dependedTable: Table = {
    label: words.depended,
    columns: [
      { title: words.item, wide: true },
      { title: words.neededBy, numeric: true },
    ],
    rows: depended.slice(0, mostOpen).map(({ item, by }) => ({
      cells: [{ strong: true, links: [itemLinkWithKind(item)] }, numeric(by)],
    })),
  }
  const all: Block = {
    is: 'lines',
    lines: [[{ href: `${linkTo({ page: 'impact/' })}#single-points`, name: words.allPoints(points.length) }]],
  }
  const more = points.length > mostOpen ? [all] : []
  return [
    ...(points.length === 0
      ? []
      : [
          {
            id: 'single-points',
            title: words.points,
            count: points.length,
            intro: words.pointsIntro(aims),
            blocks: [{ is: 'table' as const, table: pointsTable }, ...more],
          },
        ]),
    ...(depended.length === 0
      ? []
      : [
          {
            id: 'most-depended-on',
            title: words.depended,
            intro: words.dependedIntro,
            blocks: [{ is: 'table' as const, table: dependedTable }],
          },
        ]),
  ]
}

function missingSection(coverage: readonly Coverage[]): Section[] {
  if (coverage.length === 0) return []
  return [{ id: 'missing', title: words.missingLists, blocks: coverage.map(missingPart) }]
}

/** The items of which something isn't said: counted by kind where there are several, then listed and folded. */
function missingPart({ id, missing }: Coverage): Part {
  const kinds = [...Map.groupBy(missing, ({ kind }) => kind)]
  const lines: Block[] =
    kinds.length > 1
      ? [
          {
            is: 'lines',
            tone: 'quiet',
            lines: [[kinds.map(([kind, some]) => `${kindsLabel(kind)} ${plainNumber(some.length)}`).join(' · ')]],
          },
        ]
      : []
  const list = (some: readonly Item[]): Block => ({
    is: 'lines',
    lines: some.map((item) => [kinds.length > 1 ? itemLinkWithKind(item) : itemLinkWithHolder(item)]),
  })
  const listed = missing.slice(0, mostMissing)
  const cut: Block[] =
    missing.length > mostMissing ? [{ is: 'note', text: words.andMore(missing.length - mostMissing) }] : []
  const blocks: Block[] =
    missing.length > mostOpen
      ? [{ is: 'more', summary: words.missingItems(missing.length), blocks: [list(listed), ...cut] }]
      : [list(listed)]
  return { is: 'part', id, title: words.lacks[id], blocks: [...lines, ...blocks] }
}
