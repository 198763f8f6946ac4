import { counted, enumLabel } from '../words/labels.ts'
import { nameCell, stepCell, tableOf } from './answer-cells.ts'
import type { AnswerTable, AnswerWith } from './answer-cells.ts'
import { itemLink, itemNamed, linksTo } from './item-link.ts'
import type { PageContext } from './page-context.ts'
import type { Cell } from './section.ts'
import { toneOf } from './value-cell.ts'

/** The skills that a stream calls for: how well, where, and who has them. */
export function skills(context: PageContext, { skills: all }: AnswerWith<'skills'>): AnswerTable {
  const { catalogue } = context
  const rows = all.map(({ skill, level, steps, activities, heldBy }): Cell[] => [
    nameCell(context, skill),
    level === null ? {} : { badges: [{ text: enumLabel(level), tone: 'plain' }] },
    {
      links: [
        ...linksTo(catalogue, steps),
        ...activities.map((each) => itemLink(itemNamed(catalogue, each), 'activity')),
      ],
    },
    heldBy.length === 0
      ? { sub: 'Nobody is recorded as having it.' }
      : {
          links: heldBy.map(({ holder, asRole, level: held, people }) => {
            const said = [
              ...(asRole ? ['role'] : []),
              ...(held === null ? [] : [enumLabel(held).toLowerCase()]),
              ...(people === null ? [] : [counted(people, 'person', 'people')]),
            ]
            return itemLink(itemNamed(catalogue, holder), said.length === 0 ? undefined : said.join(', '))
          }),
        },
  ])
  const columns = [
    { title: 'Skill' },
    { title: 'At least' },
    { title: 'Called for by' },
    { title: 'Who has it', wide: true },
  ]
  return { table: tableOf('Skills', columns, rows), counts: [{ count: all.length, one: 'skill' }] }
}

/** The information that a stream works with: in which step, when and where. */
export function information(context: PageContext, { information: all }: AnswerWith<'information'>): AnswerTable {
  const rows = all.flatMap(({ information: each, steps }) =>
    steps.map((used): Cell[] => [
      nameCell(context, each),
      stepCell(context, used.step),
      { badges: [{ text: enumLabel(used.use), tone: used.use === 'NEEDS' ? 'medium' : 'plain' }] },
      words(used.when),
      words(used.where),
    ]),
  )
  const columns = [
    { title: 'Information' },
    { title: 'Step' },
    { title: 'The step' },
    { title: 'When' },
    { title: 'Where' },
  ]
  const counts = [{ count: all.length, one: 'kind of information', many: 'kinds of information' }]
  return { table: tableOf('Information', columns, rows), counts }
}

const words = (text: string | null): Cell => (text === null ? {} : { text })

/** The tools that a stream is done with: in which step, and what they automate. Then the steps without any. */
export function tools(context: PageContext, { tools: all, stepsWithout }: AnswerWith<'tools'>): AnswerTable {
  const { prose } = context
  const rows = all.flatMap(({ tool, steps }) =>
    steps.map(({ step: at, status, automates }): Cell[] => [
      nameCell(context, tool),
      stepCell(context, at),
      { badges: [{ text: enumLabel(status), tone: toneOf(status) }] },
      automates === null ? {} : { html: prose.short(automates, 4) },
    ]),
  )
  const without = stepsWithout.map((at): Cell[] => [{ sub: 'No tool' }, stepCell(context, at), {}, {}])
  const columns = [
    { title: 'Tool' },
    { title: 'Step' },
    { title: 'Status' },
    { title: 'What it automates, or could', wide: true },
  ]
  return {
    table: tableOf('Tools', columns, all.length === 0 ? [] : [...rows, ...without]),
    counts: [{ count: all.length, one: 'tool' }],
  }
}
