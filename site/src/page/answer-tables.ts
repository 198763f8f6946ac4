import type { Answer } from '../catalogue/read-streams.ts'
import { messages } from '../messages/messages.ts'
import { enumLabel } from '../words/labels.ts'
import { nameCell, stepCell, tableOf } from './answer-cells.ts'
import type { AnswerTable, AnswerWith } from './answer-cells.ts'
import { information, skills, tools } from './answer-resources.ts'
import { contracts, suppliers } from './answer-suppliers.ts'
import { linksTo } from './item-link.ts'
import { targetText } from './own-facts.ts'
import type { PageContext } from './page-context.ts'
import type { Cell } from './section.ts'

/** What an answer lists, by its question. What is empty is left out. */
export function answerTables(context: PageContext, answer: Answer): AnswerTable[] {
  return tablesOf(context, answer).filter(({ table }) => table.rows.length > 0)
}

function tablesOf(context: PageContext, answer: Answer): AnswerTable[] {
  if ('practices' in answer) return [practices(context, answer)]
  if ('skills' in answer) return [skills(context, answer)]
  if ('information' in answer) return [information(context, answer)]
  if ('tools' in answer) return [tools(context, answer)]
  if ('contracts' in answer) return [contracts(context, answer), suppliers(context, answer)]
  return [metrics(context, answer)]
}

function practices(context: PageContext, { practices: all }: AnswerWith<'practices'>): AnswerTable {
  const rows = all.flatMap(({ practice, steps }) =>
    steps.map((each) => [
      nameCell(context, practice),
      stepCell(context, each.step),
      each.activities.length === 0 ? { sub: messages.answers.noneSaid } : { list: each.activities },
    ]),
  )
  const columns = [
    { title: messages.words.practice },
    { title: messages.words.step },
    { title: messages.answers.processActivities, wide: true },
  ]
  const activities = all.flatMap(({ steps }) => steps.flatMap((each) => each.activities)).length
  return {
    table: tableOf(messages.answers.byPracticeAndStep, columns, rows),
    counts: [messages.counted.processActivities(activities), messages.counted.practices(all.length)],
  }
}

function metrics(context: PageContext, { metrics: all }: AnswerWith<'metrics'>): AnswerTable {
  const { catalogue } = context
  const rows = all.map(({ metric, unit, direction, target, ofStream, steps, reportedIn }): Cell[] => [
    nameCell(context, metric),
    target === null ? { sub: messages.answers.noTargetIn(unit) } : { text: targetText(direction, target, unit) },
    { text: enumLabel(direction) },
    { links: linksTo(catalogue, steps), ...(ofStream ? { sub: messages.answers.wholeStream } : {}) },
    reportedIn.length === 0 ? { sub: messages.answers.inNoReport } : { links: linksTo(catalogue, reportedIn) },
  ])
  const columns = [
    { title: messages.answers.metric },
    { title: messages.answers.target },
    { title: messages.answers.direction },
    { title: messages.answers.measures },
    { title: messages.answers.reportedIn },
  ]
  return { table: tableOf(messages.answers.metrics, columns, rows), counts: [messages.counted.metrics(all.length)] }
}
