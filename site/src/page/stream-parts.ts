import { targetsOf } from '../catalogue/catalogue.ts'
import type { Item } from '../catalogue/catalogue.ts'
import { streamPicture } from '../diagrams/stream-picture.ts'
import { shortDuration } from '../words/durations.ts'
import { percent } from '../words/values.ts'
import { itemLink } from './item-link.ts'
import { stepsOf, waysWorthTelling } from './flow.ts'
import type { Way } from './flow.ts'
import { endOf } from './page-context.ts'
import type { OwnParts, PageContext } from './page-context.ts'
import { pathSections } from './path-section.ts'
import type { Banner, Block, Cell, Column, Fact, Section, Table } from './section.ts'

/** Says of a stream, before anything else, whether it happens or should happen. */
export function streamBanner({ values }: Item): Banner | undefined {
  if (values['perspective'] === 'AS_IS') {
    return {
      tone: 'as-is',
      title: 'As-is: what happens in one situation',
      text: 'This describes one situation as it was found, faults included. It is not a template: don’t copy it into another.',
    }
  }
  return {
    tone: 'to-be',
    title: 'To-be: what should happen',
    text: 'This is the plan for the situation below. What really happens may differ until it has been put into practice.',
  }
}

/** A value stream's own parts: from what to what, its steps, its line through the value chain, the practices that feed it. */
export function streamParts(context: PageContext): OwnParts {
  const { prose } = context
  const shown = new Set([
    'perspective',
    'starts',
    'trigger',
    'value',
    endOf('HAS_STEP', 'holds'),
    endOf('BROUGHT_BY', 'holds'),
    endOf('VALUE_FOR', 'holds'),
  ])
  return {
    shown,
    first: [{ id: prose.anchor('From and to'), blocks: [ends(context)] }],
    sections: [
      ...stepSection(context),
      ...pathSections(context, { practices: 'Practices that feed it', activities: 'Activities that it visits' }),
    ],
  }
}

function ends({ item, prose }: PageContext): Block {
  const people = (type: string): readonly ReturnType<typeof itemLink>[] =>
    targetsOf(item, type).map((each) => itemLink(each.item))
  const text = (field: string): string => prose.short(String(item.values[field] ?? ''))
  return {
    is: 'ends',
    from: {
      title: item.values['starts'] === 'OPPORTUNITY' ? 'Starts with an opportunity' : 'Starts with demand',
      html: text('trigger'),
      people: { label: 'Brought by', links: people('BROUGHT_BY') },
    },
    to: { title: 'Ends with value', html: text('value'), people: { label: 'For', links: people('VALUE_FOR') } },
  }
}

function stepSection({ item, prose, catalogue }: PageContext): Section[] {
  const steps = stepsOf(item)
  if (steps.length === 0) return []
  const picture = streamPicture(item, catalogue, 'wide')
  const small = streamPicture(item, catalogue, 'narrow')
  const pictures: Block[] =
    picture === undefined ? [] : [{ is: 'picture', picture, ...(small === undefined ? {} : { narrow: small }) }]
  return [
    {
      id: prose.anchor('Steps'),
      title: 'Steps',
      count: steps.length,
      blocks: [{ is: 'table', table: stepTable(steps) }, ...pictures],
    },
  ]
}

/** The steps in their order, with what each takes. Columns that no step fills are left out. */
export function stepTable(steps: readonly Item[]): Table {
  const measures = measured.filter(({ field }) => steps.some(({ values }) => values[field] !== undefined))
  const columns: Column[] = [
    { title: '#', numeric: true, quiet: true },
    { title: 'Step', wide: true },
    { title: 'Activity' },
    { title: 'Practices' },
    ...measures.map(({ title }) => ({ title, numeric: true })),
  ]
  return {
    label: 'Steps in their order',
    columns,
    rows: steps.map((step, i) => ({
      cells: [
        { text: String(i + 1) },
        stepCell(step, steps),
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
  { field: 'processTime', title: 'Process time', say: (value) => shortDuration(String(value)) },
  { field: 'leadTime', title: 'Lead time', say: (value) => shortDuration(String(value)) },
  { field: 'completeAndAccurate', title: 'Complete and accurate', say: (value) => percent(Number(value)) },
]

function stepCell(step: Item, steps: readonly Item[]): Cell {
  const ways = waysWorthTelling(step, steps)
  return {
    strong: true,
    links: [itemLink(step)],
    ...(step.values['optional'] === true ? { badges: [{ text: 'Only in some cases', tone: 'weak' as const }] } : {}),
    ...(step.summary === undefined ? {} : { sub: step.summary }),
    ...(ways.length === 0 ? {} : { details: ways.map(wayFact) }),
  }
}

/** One way on, as a line below the step: "Then Confirm with the user: 88 % of cases". */
export function wayFact(way: Way): Fact {
  const words = [way.when, way.share === undefined ? undefined : `${percent(way.share)} of cases`]
  const note = words.filter((each) => each !== undefined).join(', ')
  return {
    label: way.rework ? 'Back to' : 'Then',
    cell: { links: [itemLink(way.to, note === '' ? undefined : note)] },
  }
}
