import type { Comparison, ReadStream } from '../catalogue/read-streams.ts'
import { linkTo } from '../links.ts'
import { messages } from '../messages/messages.ts'
import { apiFigure } from '../words/durations.ts'
import { inSiteLanguage } from '../words/site-language.ts'
import { changeCell, sideCell } from './change-cells.ts'
import { itemNamed, linksTo } from './item-link.ts'
import { lineOf } from './line-of.ts'
import type { PageContext } from './page-context.ts'
import type { Block, Cell, Part, Section, Table } from './section.ts'
import { changesOfSteps, matchedLines } from './step-changes.ts'
import type { Line } from './stream-block.ts'

/** As-is against to-be: what a plan changes in each stream that it replaces. */
export function comparisonSection(context: PageContext, { comparisons }: ReadStream): Section[] {
  if (comparisons.length === 0) return []
  const title = messages.comparison.title
  return [{ id: context.prose.anchor(title), title, blocks: comparisons.map((each) => comparisonPart(context, each)) }]
}

function comparisonPart(context: PageContext, comparison: Comparison): Part {
  const { catalogue, prose, item } = context
  const [asIs, toBe] = [itemNamed(catalogue, comparison.asIs), itemNamed(catalogue, comparison.toBe)]
  const other = item === asIs ? toBe : asIs
  const title =
    item === asIs ? messages.comparison.toBeReplacedBy(other.name) : messages.comparison.toReplace(other.name)
  const said = item === asIs ? messages.comparison.toBe : messages.comparison.asIs
  const remarks: Line[] = [
    ...comparison.asIsRemarks.map((each): Line => [messages.comparison.asIs(inSiteLanguage(each))]),
    ...comparison.toBeRemarks.map((each): Line => [messages.comparison.toBe(inSiteLanguage(each))]),
  ]
  return {
    ...{ is: 'part', id: prose.anchor(title), title, short: other.name },
    blocks: [
      { is: 'lines', lines: [lineOf(said('{0}'), { href: linkTo(other), name: other.name })] },
      ...(comparison.problems.length === 0
        ? []
        : [
            {
              is: 'lines' as const,
              tone: 'warn' as const,
              lines: comparison.problems.map((each): Line => [inSiteLanguage(each)]),
            },
          ]),
      { is: 'table', table: figureTable(comparison) },
      ...(remarks.length === 0 ? [] : [{ is: 'lines' as const, lines: remarks }]),
      ...comings(context, comparison),
      {
        is: 'more',
        summary: messages.comparison.showSteps,
        blocks: [
          ...matchedLines(comparison).map((line): Block => ({ is: 'lines', tone: 'quiet', lines: [line] })),
          { is: 'table', table: changesOfSteps(context, comparison) },
        ],
      },
    ],
  }
}

const figureTable = ({ figures }: Comparison): Table => ({
  label: messages.comparison.figures,
  columns: [
    { title: messages.measures.figure, wide: true },
    { title: messages.words.asIs, numeric: true },
    { title: messages.words.toBe, numeric: true },
    { title: messages.comparison.change, numeric: true },
    { title: messages.comparison.betterOrWorse },
  ],
  rows: figures.map((each) => ({
    cells: [
      { strong: true, text: inSiteLanguage(each.name) },
      sideCell(each.asIs),
      sideCell(each.toBe),
      each.change === null ? { sub: messages.comparison.incomparable } : { text: apiFigure(each.change) },
      changeCell(each),
    ],
  })),
})

/** What comes, goes and stays. */
function comings({ catalogue }: PageContext, comparison: Comparison): Block[] {
  const { practices, performers, contracts, suppliers } = comparison
  const { words } = messages
  const sorts = [
    [words.practices, practices],
    [words.people, performers],
    [words.contracts, contracts],
    [words.suppliers, suppliers],
  ] as const
  const cell = (named: readonly { readonly id: string }[]): Cell =>
    named.length === 0 ? { sub: words.none } : { links: linksTo(catalogue, named) }
  const rows = sorts.flatMap(([sort, { added, removed, kept }]) =>
    added.length + removed.length + kept.length === 0
      ? []
      : [{ cells: [{ strong: true, text: sort }, cell(added), cell(removed), cell(kept)] }],
  )
  const { whatChanges, comes, goes, stays } = messages.comparison
  const columns = [whatChanges, comes, goes, stays].map((title) => ({ title }))
  return rows.length === 0 ? [] : [{ is: 'table', table: { label: messages.comparison.comings, columns, rows } }]
}
