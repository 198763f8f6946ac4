import type { Catalogue, Item } from '../catalogue/catalogue.ts'
import { linkTo } from '../links.ts'
import { messages } from '../messages/messages.ts'
import { meetingText, practicesByActivity, practicesByStream } from './matrix.ts'
import type { Meeting, PracticeMatrix } from './matrix.ts'
import type { Block, Page } from './section.ts'
import type { MatrixCell, MatrixGrid, MatrixGroup } from './stream-block.ts'

/** The page on which practices meet value streams, and value chain activities. */
export function matrixPage(catalogue: Catalogue): Page {
  return {
    title: messages.matrix.title,
    description: messages.matrix.description(catalogue.about.title),
    lead: messages.matrix.lead,
    folder: 'practices-and-streams',
    sections: [
      {
        id: 'by-stream',
        title: messages.matrix.byStream,
        intro: messages.matrix.byStreamIntro,
        blocks: [matrixBlock(catalogue, practicesByStream(catalogue))],
      },
      {
        id: 'by-activity',
        title: messages.matrix.byActivity,
        intro: messages.matrix.byActivityIntro,
        blocks: [matrixBlock(catalogue, practicesByActivity(catalogue))],
      },
    ],
  }
}

function matrixBlock(catalogue: Catalogue, matrix: PracticeMatrix): Block {
  if (matrix.columns.length === 0 || matrix.rows.length === 0) {
    const { noPractices, noStreams, noActivities } = messages.matrix
    return {
      is: 'note',
      text: matrix.rows.length === 0 ? noPractices : matrix.by === 'stream' ? noStreams : noActivities,
    }
  }
  return { is: 'matrix', grid: gridOf(catalogue, matrix) }
}

function gridOf(catalogue: Catalogue, matrix: PracticeMatrix): MatrixGrid {
  const { by, rows } = matrix
  const isEmpty = ({ cells }: PracticeMatrix['rows'][number]): boolean => cells.every((cell) => cell === undefined)
  const empty = rows.filter(isEmpty).length
  const most = Math.max(1, ...rows.flatMap(({ cells }) => cells.map((cell) => cell?.steps.length ?? 0)))
  const file = `practices-by-${by}.csv` as const
  const showEmpty = by === 'stream' ? messages.matrix.showFeedless : messages.matrix.showIdle
  return {
    caption: by === 'stream' ? messages.matrix.streamCaption : messages.matrix.activityCaption,
    filter: messages.matrix.filter(rows.length),
    corner: messages.words.practice,
    groups:
      by === 'stream' ? streamGroups(matrix.columns) : [{ tone: 'to-be', columns: matrix.columns.map(columnLink) }],
    rows: rows.map(({ practice, cells }) => ({
      practice: columnLink(practice),
      cells: cells.map((cell) => cell && cellOf(cell, by, most)),
    })),
    ...(empty === 0 || empty === rows.length ? {} : { showEmpty: showEmpty(empty) }),
    csv: {
      href: linkTo({ page: `practices-and-streams/${file}` }),
      name: messages.matrix.csv,
      file: `${catalogue.about.name}-${file}`,
    },
  }
}

const columnLink = (item: Item): { href: string; name: string } => ({ href: linkTo(item), name: item.name })

/** What should happen stands apart from what happens. */
function streamGroups(streams: readonly Item[]): MatrixGroup[] {
  const isAsIs = ({ values }: Item): boolean => values['perspective'] === 'AS_IS'
  const groups: MatrixGroup[] = [
    {
      title: messages.stream.toBeTitle,
      tone: 'to-be',
      columns: streams.filter((each) => !isAsIs(each)).map(columnLink),
    },
    { title: messages.stream.asIsTitle, tone: 'as-is', columns: streams.filter(isAsIs).map(columnLink) },
  ]
  return groups.filter(({ columns }) => columns.length > 0)
}

function cellOf(meeting: Meeting, by: PracticeMatrix['by'], most: number): MatrixCell {
  const { steps, alone, share } = meeting
  const names = steps.map(({ name }) => name).join(', ')
  return {
    text: meetingText(meeting, by),
    title: by === 'stream' ? names : messages.matrix.stepsAlone(steps.length, alone),
    heat: by === 'activity' ? steps.length / most : (share ?? 0),
    sort: by === 'activity' ? steps.length : Math.round((share ?? 0) * 10_000),
  }
}
