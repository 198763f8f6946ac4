import { calendarOf } from '../../../graph/catalogue/duration.ts'
import type { Calendar } from '../../../graph/catalogue/duration.ts'
import { compareStreams } from '../../../graph/stream/compare.ts'
import type { FigureChange, Replaced } from '../../../graph/stream/comparison.ts'
import { figureText } from '../../../graph/stream/figures.ts'
import type * as Answer from '../../generated/resolvers.ts'
import { flowSelection, streamOf } from './flow-selection.ts'
import type { Nodes, SelectedStream } from './flow-selection.ts'
import { Names } from './names.ts'

/** A value stream with those that it replaces, and those that replace it, as `comparedSelection` is answered. */
export interface ComparedStreams extends SelectedStream {
  readonly replaces: Nodes<SelectedStream>
  readonly replacedBy: Nodes<SelectedStream>
}

/** What must be read of a stream for its comparisons. */
export const comparedSelection = `{
  ... on ValueStream ${flowSelection}
  replaces(first: 10000) { nodes ${flowSelection} }
  replacedBy(first: 10000) { nodes ${flowSelection} }
}`

/** `ValueStream.comparisons`. */
export const streamComparisons = (
  { replaces, replacedBy, ...stream }: ComparedStreams,
  working: Calendar,
): Answer.StreamComparison[] => [
  ...replaces.nodes.map((asIs) => comparisonOf(asIs, stream, working)),
  ...replacedBy.nodes.map((toBe) => comparisonOf(stream, toBe, working)),
]

/** Two streams compared. */
export function comparisonOf(asIs: SelectedStream, toBe: SelectedStream, working: Calendar): Answer.StreamComparison {
  const { of, all } = new Names([asIs, toBe])
  const calendars = { asIs: calendarOf(asIs.timesIn, working), toBe: calendarOf(toBe.timesIn, working) }
  const compared = compareStreams(streamOf(asIs, working), streamOf(toBe, working))
  const difference = ({ added, removed, kept }: Replaced): Answer.ItemDifference => ({
    ...{ added: all(added), removed: all(removed), kept: all(kept) },
  })
  const figures = (changes: readonly FigureChange[]): Answer.FigureChange[] =>
    changes.map((change) => figureChange(change, calendars))
  return {
    asIs: of(asIs.id),
    toBe: of(toBe.id),
    problems: compared.problems,
    figures: figures(compared.figures),
    steps: compared.steps.map((row) => ({
      asIs: row.asIs === undefined ? null : of(row.asIs),
      toBe: row.toBe === undefined ? null : of(row.toBe),
      matchedBy: row.by,
      activityChanges: row.activityChanges,
      figures: figures(row.figures),
      practices: difference(row.practices),
      performers: difference(row.performers),
      contracts: difference(row.contracts),
      suppliers: difference(row.suppliers),
    })),
    practices: difference(compared.practices),
    performers: difference(compared.performers),
    contracts: difference(compared.contracts),
    suppliers: difference(compared.suppliers),
    asIsRemarks: compared.missing.asIs.map(({ message }) => message),
    toBeRemarks: compared.missing.toBe.map(({ message }) => message),
  }
}

function figureChange(
  { name, unit, better, asIs, toBe, change }: FigureChange,
  calendars: { readonly asIs: Calendar; readonly toBe: Calendar },
): Answer.FigureChange {
  const text = (value: number | undefined, calendar: Calendar): string | null =>
    value === undefined ? null : figureText(unit, value, calendar)
  const plain = text(change, calendars.toBe)
  // 14 % more than 7 % is 14 points, or three times as much: points it is.
  const difference = unit === 'PERCENT' ? (plain?.replace('%', 'points') ?? null) : plain
  return {
    name,
    asIs: text(asIs, calendars.asIs),
    toBe: text(toBe, calendars.toBe),
    change: difference !== null && change !== undefined && change > 0 ? `+${difference}` : difference,
    difference: change,
    better: change === undefined || change === 0 ? null : change < 0 === (better === 'LESS'),
  }
}
