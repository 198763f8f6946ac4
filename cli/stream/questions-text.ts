import type { CliAnswerFragment } from '../generated/graphql.ts'
import { blocks } from '../text/section.ts'
import { bullets, hanging, indent, paragraph } from '../text/wrap.ts'
import { answerTables } from './answer-tables.ts'

/** One of the six questions: the answer in a sentence, what it rests on, and what it leaves open. */
export function questionText(number: number, answer: CliAnswerFragment, width: number): string {
  const inner = width - 3
  const gaps = answer.gaps.map(({ message }) => message)
  return [
    hanging(`${number}. `, answer.asks, width),
    indent(
      blocks(
        paragraph(answer.statement, inner),
        ...answer.words.map((words) => hanging('“', `${words}”`, inner)),
        ...answerTables(answer, inner),
        gaps.length === 0 ? '' : `Open:\n${bullets(gaps, inner)}`,
      ),
      3,
    ),
  ].join('\n')
}
