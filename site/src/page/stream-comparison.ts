import type { Comparison, ReadStream } from '../catalogue/read-streams.ts'
import { linkTo } from '../links.ts'
import { changeCell, sideCell } from './change-cells.ts'
import { itemNamed, linksTo } from './item-link.ts'
import type { PageContext } from './page-context.ts'
import type { Block, Cell, Part, Section, Table } from './section.ts'
import { changesOfSteps, matchedLines } from './step-changes.ts'
import type { Line } from './stream-block.ts'

/** As-is against to-be: what a plan changes in each stream that it replaces. */
export function comparisonSection(context: PageContext, { comparisons }: ReadStream): Section[] {
  if (comparisons.length === 0) return []
  const title = 'As-is against to-be'
  return [{ id: context.prose.anchor(title), title, blocks: comparisons.map((each) => comparisonPart(context, each)) }]
}

function comparisonPart(context: PageContext, comparison: Comparison): Part {
  const { catalogue, prose, item } = context
  const [asIs, toBe] = [itemNamed(catalogue, comparison.asIs), itemNamed(catalogue, comparison.toBe)]
  const other = item === asIs ? toBe : asIs
  const title = item === asIs ? `To be replaced by: ${other.name}` : `To replace: ${other.name}`
  const remarks: Line[] = [
    ...comparison.asIsRemarks.map((each): Line => [`As-is: ${each}`]),
    ...comparison.toBeRemarks.map((each): Line => [`To-be: ${each}`]),
  ]
  return {
    ...{ is: 'part', id: prose.anchor(title), title, short: other.name },
    blocks: [
      { is: 'lines', lines: [[item === asIs ? 'To-be: ' : 'As-is: ', { href: linkTo(other), name: other.name }]] },
      ...(comparison.problems.length === 0
        ? []
        : [{ is: 'lines' as const, tone: 'warn' as const, lines: comparison.problems.map((each): Line => [each]) }]),
      { is: 'table', table: figureTable(comparison) },
      ...(remarks.length === 0 ? [] : [{ is: 'lines' as const, lines: remarks }]),
      ...comings(context, comparison),
      {
        is: 'more',
        summary: 'Show the steps side by side',
        blocks: [
          ...matchedLines(comparison).map((line): Block => ({ is: 'lines', tone: 'quiet', lines: [line] })),
          { is: 'table', table: changesOfSteps(context, comparison) },
        ],
      },
    ],
  }
}

const figureTable = ({ figures }: Comparison): Table => ({
  label: 'Figures side by side',
  columns: [
    { title: 'Figure', wide: true },
    { title: 'As-is', numeric: true },
    { title: 'To-be', numeric: true },
    { title: 'Change', numeric: true },
    { title: 'Better or worse' },
  ],
  rows: figures.map((each) => ({
    cells: [
      { strong: true, text: each.name },
      sideCell(each.asIs),
      sideCell(each.toBe),
      each.change === null ? { sub: 'can’t be compared' } : { text: each.change },
      changeCell(each),
    ],
  })),
})

/** What comes, goes and stays. */
function comings({ catalogue }: PageContext, comparison: Comparison): Block[] {
  const { practices, performers, contracts, suppliers } = comparison
  const sorts = { Practices: practices, People: performers, Contracts: contracts, Suppliers: suppliers }
  const cell = (named: readonly { readonly id: string }[]): Cell =>
    named.length === 0 ? { sub: 'none' } : { links: linksTo(catalogue, named) }
  const rows = Object.entries(sorts).flatMap(([sort, { added, removed, kept }]) =>
    added.length + removed.length + kept.length === 0
      ? []
      : [{ cells: [{ strong: true, text: sort }, cell(added), cell(removed), cell(kept)] }],
  )
  const columns = [{ title: 'What changes' }, { title: 'Comes' }, { title: 'Goes' }, { title: 'Stays' }]
  return rows.length === 0 ? [] : [{ is: 'table', table: { label: 'What comes, goes and stays', columns, rows } }]
}
