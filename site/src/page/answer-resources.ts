import { messages } from '../messages/messages.ts'
import { enumLabel } from '../words/labels.ts'
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
        ...activities.map((each) => itemLink(itemNamed(catalogue, each), messages.answers.activityNote)),
      ],
    },
    heldBy.length === 0
      ? { sub: messages.skills.nobody }
      : {
          links: heldBy.map(({ holder, asRole, level: held, people }) => {
            const said = [
              ...(asRole ? [messages.answers.roleNote] : []),
              ...(held === null ? [] : [messages.inSentence(enumLabel(held))]),
              ...(people === null ? [] : [messages.counted.people(people)]),
            ]
            return itemLink(itemNamed(catalogue, holder), said.length === 0 ? undefined : said.join(', '))
          }),
        },
  ])
  const columns = [
    { title: messages.words.skill },
    { title: messages.skills.atLeast },
    { title: messages.answers.calledForBy },
    { title: messages.skills.whoHasIt, wide: true },
  ]
  return { table: tableOf(messages.answers.skills, columns, rows), counts: [messages.counted.skills(all.length)] }
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
    { title: messages.answers.information },
    { title: messages.words.step },
    { title: messages.answers.theStep },
    { title: messages.answers.when },
    { title: messages.answers.where },
  ]
  const counts = [messages.counted.informationKinds(all.length)]
  return { table: tableOf(messages.answers.information, columns, rows), counts }
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
  const without = stepsWithout.map((at): Cell[] => [{ sub: messages.answers.noTool }, stepCell(context, at), {}, {}])
  const columns = [
    { title: messages.answers.tool },
    { title: messages.words.step },
    { title: messages.answers.status },
    { title: messages.answers.automates, wide: true },
  ]
  return {
    table: tableOf(messages.answers.tools, columns, all.length === 0 ? [] : [...rows, ...without]),
    counts: [messages.counted.tools(all.length)],
  }
}
