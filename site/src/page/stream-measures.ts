import type { Measures, ReadStream } from '../catalogue/read-streams.ts'
import { caseFlow } from './case-flow.ts'
import { hands } from './hands.ts'
import { linksTo } from './item-link.ts'
import type { PageContext } from './page-context.ts'
import type { Block, Section } from './section.ts'
import type { FigureNote, Line } from './stream-block.ts'
import { stepTimes } from './step-times.ts'

/** So many figures are those that one looks at first: times, ratio and quality. The API tells them in this order. */
const mostFirst = 5

/** A stream's measures: its headline figures, how they are worked out, and where the time goes. */
export function measuresSection(context: PageContext, { measures }: ReadStream): Section[] {
  const title = 'Measures'
  const id = context.prose.anchor(title)
  const problems: Block[] =
    measures.problems.length === 0
      ? []
      : [
          { is: 'statement', open: true, text: 'The figures can’t be worked out.' },
          { is: 'lines', tone: 'warn', lines: measures.problems.map((each) => withSteps(context, each)) },
        ]
  return [
    {
      id,
      title,
      intro: `${measures.clock}.`,
      blocks: [
        ...problems,
        ...figures(context, measures),
        ...stepTimes(context, measures),
        ...caseFlow(context, measures),
        ...hands(context, measures),
      ],
    },
  ]
}

function figures(context: PageContext, measures: Measures): Block[] {
  if (measures.figures.length === 0) return []
  const notes = notesOf(context, measures)
  const numberOf = new Map(notes.map(({ message, note }) => [message, note.number]))
  const tiles = measures.figures.map(({ name, text, remarks }, i) => ({
    ...{ name, text: text ?? 'not recorded', unknown: text === null, first: i < mostFirst },
    notes: remarks.flatMap((remark) => numberOf.get(remark) ?? []),
  }))
  return [{ is: 'figures', figures: { figures: tiles, notes: notes.map(({ note }) => note) } }, formulas(measures)]
}

/** What any figure leaves out or assumes, each said once, with the steps that it is about. */
function notesOf(context: PageContext, { figures: all, missing, criticalPath, expected }: Measures): Noted[] {
  const known = [
    ...missing,
    ...(criticalPath?.total.missing ?? []),
    ...(criticalPath?.onePass.missing ?? []),
    ...(expected?.missing ?? []),
  ]
  const messages = new Set([...all.flatMap(({ remarks }) => remarks), ...missing.map(({ message }) => message)])
  return [...messages].map((message, i) => {
    const steps = known.find((each) => each.message === message)?.steps ?? []
    const id = context.prose.anchor(`note ${String(i + 1)}`)
    return { message, note: { id, number: i + 1, line: withSteps(context, { message, steps }) } }
  })
}

interface Noted {
  readonly message: string
  readonly note: FigureNote
}

interface AboutSteps {
  readonly message: string
  readonly steps: readonly { readonly id: string }[]
}

/** A message as it is, then the steps that it is about. */
const withSteps = ({ catalogue }: PageContext, { message, steps }: AboutSteps): Line => [
  message,
  ...linksTo(catalogue, steps).flatMap((link, i) => [i === 0 ? ' ' : ', ', link]),
]

function formulas({ figures: all }: Measures): Block {
  const label = 'How these figures are worked out'
  const leftOut = all.some(({ remarks }) => remarks.length > 0)
  return {
    is: 'more',
    summary: label,
    blocks: [
      { is: 'lines', tone: 'quiet', lines: [[abbreviations]] },
      {
        is: 'table',
        table: {
          ...{ label, steady: true },
          columns: [
            { title: 'Figure' },
            { title: 'How it is worked out', wide: true },
            ...(leftOut ? [{ title: 'What it leaves out', wide: true }] : []),
          ],
          rows: all.map(({ name, formula, remarks }) => ({
            cells: [
              { strong: true, text: name },
              { text: formula },
              ...(leftOut ? [remarks.length === 0 ? {} : { list: remarks }] : []),
            ],
          })),
        },
      },
    ],
  }
}

const abbreviations =
  'PT is process time: hands-on time for one case. LT is lead time: from arriving at a step to leaving it. ' +
  '%C&A is how many of a hundred outputs the next step can use as they are.'
