import type { Completeness } from '../graph/catalogue/completeness/completeness.ts'
import type { CompletenessSummary, NextStep } from '../graph/catalogue/completeness/summary.ts'
import { csv } from './text/csv.ts'
import { numbers, table } from './text/table.ts'

/** How many items and next steps are shown to people. */
export interface Shown {
  readonly items: number
  readonly steps: number
}

/** Completeness as people read it: kinds, what helps most, and the least complete items. */
export function completenessText(
  summary: CompletenessSummary,
  items: readonly Completeness[],
  shown: Shown,
  width: number,
): string {
  const { kinds, next } = summary
  const columns = [{ title: 'kind' }, ...numbers('items', 'complete', 'below 50', '50–74', '75–99', '100 %')]
  const rows = [...kinds, { kind: 'all', ...summary }].map(({ kind, items, score, distribution }) => [
    kind,
    String(items),
    percent(score),
    ...distribution.map((each) => (each === 0 ? '' : String(each))),
  ])
  const unfinished = items.filter(({ score }) => score < 100)
  const listed = unfinished.slice(0, shown.items)
  const worst = table(
    [
      { title: 'least complete', whole: true },
      ...numbers('complete'),
      { title: 'missing' },
      { title: 'owner', whole: true },
    ],
    listed.map(({ item, score, missing, owner }) => [item, percent(score), missing.join(', '), owner ?? '']),
    width,
  )
  const more = unfinished.length - listed.length
  return [
    table(columns, rows, width),
    ...(next.length === 0 ? [] : ['What helps most:', next.slice(0, shown.steps).map(stepText).join('\n')]),
    ...(worst === '' ? [] : [worst]),
    ...(more > 0 ? [`${String(more)} more aren’t complete: --first ${String(unfinished.length)} lists all.`] : []),
  ].join('\n\n')
}

function stepText({ kind, field, items, kindScore, score, reason }: NextStep): string {
  const [from, to] = kindScore
  const which = `${String(items)} ${items === 1 ? 'item' : 'items'} of kind ${kind}`
  return `  "${field}" of ${which} lifts the kind from ${percent(from)} to ${percent(to)}, all to ${percent(score[1])}. ${reason}`
}

/** One row an item. */
export function completenessCsv(items: readonly Completeness[]): string {
  return csv([
    ['item', 'kind', 'score', 'missing', 'owner'],
    ...items.map(({ item, kind, score, missing, owner }) => [
      item,
      kind,
      String(score),
      missing.join(' '),
      owner ?? '',
    ]),
  ])
}

const percent = (score: number): string => `${String(Math.round(score))} %`
