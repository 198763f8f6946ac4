import type { Measures, ReadStream } from '../catalogue/read-streams.ts'
import { messages } from '../messages/messages.ts'
import { apiFigure } from '../words/durations.ts'
import { inSiteLanguage, saidByApi } from '../words/site-language.ts'
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
  const title = messages.measures.title
  const id = context.prose.anchor(title)
  const problems: Block[] =
    measures.problems.length === 0
      ? []
      : [
          { is: 'statement', open: true, text: messages.measures.unknown },
          { is: 'lines', tone: 'warn', lines: measures.problems.map((each) => withSteps(context, each)) },
        ]
  return [
    {
      id,
      title,
      intro: messages.measures.clock(inSiteLanguage(measures.clock)),
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
    ...{
      name: inSiteLanguage(name),
      text: text === null ? messages.words.notRecorded : apiFigure(text),
      unknown: text === null,
      first: i < mostFirst,
    },
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
  const told = new Set([...all.flatMap(({ remarks }) => remarks), ...missing.map(({ message }) => message)])
  return [...told].map((message, i) => {
    const steps = known.find((each) => each.message === message)?.steps ?? []
    const id = context.prose.anchor(messages.measures.noteAnchor(i + 1))
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
  inSiteLanguage(message),
  ...linksTo(catalogue, steps).flatMap((link, i) => [i === 0 ? ' ' : ', ', link]),
]

function formulas({ figures: all }: Measures): Block {
  const label = messages.measures.howTheyWork
  const leftOut = all.some(({ remarks }) => remarks.length > 0)
  return {
    is: 'more',
    summary: label,
    blocks: [
      { is: 'lines', tone: 'quiet', lines: [[messages.measures.abbreviations]] },
      {
        is: 'table',
        table: {
          ...{ label, steady: true },
          columns: [
            { title: messages.measures.figure },
            { title: messages.measures.howItWorks, wide: true },
            ...(leftOut ? [{ title: messages.measures.leavesOut, wide: true }] : []),
          ],
          rows: all.map(({ name, formula, remarks }) => ({
            cells: [
              { strong: true, text: inSiteLanguage(name) },
              saidByApi(formula),
              ...(leftOut ? [remarks.length === 0 ? {} : { list: remarks.map(inSiteLanguage) }] : []),
            ],
          })),
        },
      },
    ],
  }
}
