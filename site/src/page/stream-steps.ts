import { targetsOf } from '../catalogue/catalogue.ts'
import type { Item } from '../catalogue/catalogue.ts'
import { measuredWays } from '../diagrams/loops.ts'
import type { LoopMeasures } from '../diagrams/loops.ts'
import { streamMapOf } from '../diagrams/stream-map/stream-map-of.ts'
import { linkTo } from '../links.ts'
import { messages } from '../messages/messages.ts'
import { shortDuration } from '../words/durations.ts'
import { percent } from '../words/values.ts'
import { stepsOf, waysWorthTelling } from './flow.ts'
import type { Way } from './flow.ts'
import { itemLink } from './item-link.ts'
import type { PageContext } from './page-context.ts'
import type { Block, Cell, Column, Fact, Section, Table } from './section.ts'

/** A stream's steps: their table, and their picture below it. */
export function stepSection({ item, prose, catalogue }: PageContext): Section[] {
  const steps = stepsOf(item)
  if (steps.length === 0) return []
  const read = catalogue.streams.get(item.id)
  const pictures: Block[] =
    read === undefined ? [] : [{ is: 'stream-map', map: streamMapOf(item, read.measures, linkTo) }]
  return [
    {
      id: prose.anchor(messages.words.steps),
      title: messages.words.steps,
      count: steps.length,
      blocks: [{ is: 'table', table: stepTable(steps, read?.measures) }, ...pictures],
    },
  ]
}

/** The steps in their order, with what each takes. Columns that no step fills are left out. */
function stepTable(steps: readonly Item[], stream: LoopMeasures | undefined): Table {
  const measures = measured.filter(({ field }) => steps.some(({ values }) => values[field] !== undefined))
  const columns: Column[] = [
    { title: messages.steps.number, numeric: true, quiet: true },
    { title: messages.words.step, wide: true },
    { title: messages.words.activity },
    { title: messages.words.practices },
    ...measures.map(({ title }) => ({ title, numeric: true })),
  ]
  return {
    label: messages.steps.inOrder,
    columns,
    rows: steps.map((step, i) => ({
      cells: [
        { text: String(i + 1) },
        stepCell(step, steps, stream),
        { links: targetsOf(step, 'VISITS').map((each) => itemLink(each.item)) },
        { links: targetsOf(step, 'WORKED_BY').map((each) => itemLink(each.item)) },
        ...measures.map(({ field, say }): Cell => {
          const value = step.values[field]
          return value === undefined ? {} : { text: say(value) }
        }),
      ],
    })),
  }
}

const measured: readonly { field: string; title: string; say: (value: unknown) => string }[] = [
  { field: 'processTime', title: messages.steps.processTime, say: (value) => shortDuration(String(value)) },
  { field: 'leadTime', title: messages.steps.leadTime, say: (value) => shortDuration(String(value)) },
  { field: 'completeAndAccurate', title: messages.steps.completeAndAccurate, say: (value) => percent(Number(value)) },
]

function stepCell(step: Item, steps: readonly Item[], stream: LoopMeasures | undefined): Cell {
  const ways = measuredWays(step, waysWorthTelling(step, steps), stream)
  return {
    strong: true,
    links: [itemLink(step)],
    ...(step.values['optional'] === true ? { badges: [{ text: messages.steps.onlySome, tone: 'weak' as const }] } : {}),
    ...(step.summary === undefined ? {} : { sub: step.summary }),
    ...(ways.length === 0 ? {} : { details: ways.map(wayFact) }),
  }
}

/** One way on, as a line below the step: "Then Confirm with the user: 88 % of cases". */
export function wayFact(way: Way): Fact {
  const words = [way.when, way.share === undefined ? undefined : messages.steps.ofCases(percent(way.share))]
  const note = words.filter((each) => each !== undefined).join(', ')
  return {
    label: way.rework ? messages.steps.backTo : messages.steps.then,
    cell: { links: [itemLink(way.to, note === '' ? undefined : note)] },
  }
}
