import type { Catalogue, Item } from '../catalogue/catalogue.ts'
import { linkTo } from '../links.ts'
import { counted } from '../words/labels.ts'
import { meetingText, practicesByActivity, practicesByStream } from './matrix.ts'
import type { Meeting, PracticeMatrix } from './matrix.ts'
import type { Block, Page } from './section.ts'
import type { MatrixCell, MatrixGrid, MatrixGroup } from './stream-block.ts'

/** The page on which practices meet value streams, and value chain activities. */
export function matrixPage(catalogue: Catalogue): Page {
  return {
    title: 'Practices and streams',
    description: `Which practices feed which value streams in ${catalogue.about.title}, and in which activities they work.`,
    lead: 'Which practices feed which value streams, and in which activities of the service value chain they work.',
    folder: 'practices-and-streams',
    sections: [
      {
        id: 'by-stream',
        title: 'By value stream',
        intro:
          'What part of a stream’s expected lead time passes in steps that the practice works, alone or with others: the more, the stronger the colour. Where several work a step it counts for each, so columns don’t add up to 100 %. Where no lead time is recorded, the number of steps stands instead.',
        blocks: [matrixBlock(catalogue, practicesByStream(catalogue))],
      },
      {
        id: 'by-activity',
        title: 'By value chain activity',
        intro: 'How many steps of all value streams the practice works in each activity, alone or with others.',
        blocks: [matrixBlock(catalogue, practicesByActivity(catalogue))],
      },
    ],
  }
}

function matrixBlock(catalogue: Catalogue, matrix: PracticeMatrix): Block {
  if (matrix.columns.length === 0 || matrix.rows.length === 0) {
    const lacking = matrix.rows.length === 0 ? 'practices' : matrix.by === 'stream' ? 'value streams' : 'activities'
    return { is: 'note', text: `There are no ${lacking} yet.` }
  }
  return { is: 'matrix', grid: gridOf(catalogue, matrix) }
}

function gridOf(catalogue: Catalogue, matrix: PracticeMatrix): MatrixGrid {
  const { by, rows } = matrix
  const isEmpty = ({ cells }: PracticeMatrix['rows'][number]): boolean => cells.every((cell) => cell === undefined)
  const empty = rows.filter(isEmpty).length
  const most = Math.max(1, ...rows.flatMap(({ cells }) => cells.map((cell) => cell?.steps.length ?? 0)))
  const file = `practices-by-${by}.csv` as const
  const none = by === 'stream' ? 'feed no value stream' : 'work in no activity'
  return {
    caption:
      by === 'stream'
        ? 'Practices and the value streams that they feed'
        : 'Practices and the activities that they work in',
    filter: `Filter ${counted(rows.length, 'practice')}`,
    corner: 'Practice',
    groups:
      by === 'stream' ? streamGroups(matrix.columns) : [{ tone: 'to-be', columns: matrix.columns.map(columnLink) }],
    rows: rows.map(({ practice, cells }) => ({
      practice: columnLink(practice),
      cells: cells.map((cell) => cell && cellOf(cell, by, most)),
    })),
    ...(empty === 0 || empty === rows.length
      ? {}
      : {
          showEmpty: `Also show the ${counted(empty, 'practice')} that ${empty === 1 ? none.replace(/^\w+/, (verb) => `${verb}s`) : none}`,
        }),
    csv: {
      href: linkTo({ page: `practices-and-streams/${file}` }),
      name: 'Download as CSV',
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
      title: 'To-be: what should happen',
      tone: 'to-be',
      columns: streams.filter((each) => !isAsIs(each)).map(columnLink),
    },
    { title: 'As-is: what happens in one situation', tone: 'as-is', columns: streams.filter(isAsIs).map(columnLink) },
  ]
  return groups.filter(({ columns }) => columns.length > 0)
}

function cellOf(meeting: Meeting, by: PracticeMatrix['by'], most: number): MatrixCell {
  const { steps, alone, share } = meeting
  const names = steps.map(({ name }) => name).join(', ')
  return {
    text: meetingText(meeting, by),
    title:
      by === 'stream'
        ? names
        : `${counted(steps.length, 'step')}, ${alone === 0 ? 'none' : String(alone)} of them alone`,
    heat: by === 'activity' ? steps.length / most : (share ?? 0),
    sort: by === 'activity' ? steps.length : Math.round((share ?? 0) * 10_000),
  }
}
