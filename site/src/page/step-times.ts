import type { Measures } from '../catalogue/read-streams.ts'
import { messages } from '../messages/messages.ts'
import { apiFigure } from '../words/durations.ts'
import { partText, plainNumber } from '../words/values.ts'
import { itemLink, itemNamed } from './item-link.ts'
import type { PageContext } from './page-context.ts'
import type { Block, Cell, Table } from './section.ts'
import { shareColumn, toneOfStream } from './shares.ts'

/** Where a case's time goes, step by step. Nothing, where no step records a time. */
export function stepTimes(context: PageContext, measures: Measures): Block[] {
  if (measures.steps.every(({ process, lead }) => process === null && lead === null)) return []
  const title = messages.measures.whereTimeGoes
  const table: Block = { is: 'table', table: timesTable(context, measures) }
  return [{ is: 'part', id: context.prose.anchor(title), title, blocks: [table] }]
}

function timesTable({ catalogue, item }: PageContext, { steps, longestWait }: Measures): Table {
  const rows = steps.map((each) => ({ ...each, share: each.shareOfLeadTime }))
  const share = shareColumn(rows, () => toneOfStream(item))
  return {
    label: messages.measures.timesOfSteps,
    columns: [
      { title: messages.words.step, wide: true },
      { title: messages.measures.cases, numeric: true },
      { title: messages.measures.visitsPerCase, numeric: true },
      { title: messages.steps.processTime, numeric: true },
      { title: messages.measures.wait, numeric: true },
      { title: messages.steps.leadTime, numeric: true },
      ...share.columns,
    ],
    rows: rows.map((each) => ({
      cells: [
        {
          strong: true,
          links: [itemLink(itemNamed(catalogue, each.step))],
          ...(each.onCriticalPath ? {} : { sub: messages.measures.offCriticalPath }),
        },
        { text: partText(each.reach) },
        { text: plainNumber(each.visits) },
        timeCell(each.process),
        timeCell(each.wait, longestWait?.step.id === each.step.id ? messages.measures.longest : undefined),
        timeCell(each.lead),
        ...share.cells(each),
      ],
    })),
  }
}

function timeCell(time: { readonly minutes: number; readonly text: string } | null, remark?: string): Cell {
  if (time === null) return { sub: messages.words.notRecorded }
  return { text: apiFigure(time.text), sort: time.minutes, ...(remark === undefined ? {} : { sub: remark }) }
}
