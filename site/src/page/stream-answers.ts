import type { Answer, ReadStream } from '../catalogue/read-streams.ts'
import { messages } from '../messages/messages.ts'
import { enumLabel } from '../words/labels.ts'
import { inSiteLanguage, saidByApi } from '../words/site-language.ts'
import { answerTables } from './answer-tables.ts'
import { itemLink } from './item-link.ts'
import type { PageContext } from './page-context.ts'
import type { Block, Part, Section } from './section.ts'
import type { Line } from './stream-block.ts'

/** More rows than this stand behind a line that opens them. */
const mostOpen = 4

/** The six questions that documenting a stream must answer, each with its answer, or that there is none. */
export function answersSection(context: PageContext, { answers }: ReadStream): Section[] {
  const title = messages.answers.title
  return [{ id: context.prose.anchor(title), title, blocks: answers.map((each) => answerPart(context, each)) }]
}

function answerPart(context: PageContext, answer: Answer): Part {
  const { question, asks, answered, statement, words, gaps } = answer
  const short = enumLabel(question)
  return {
    ...{ is: 'part', id: context.prose.anchor(short), title: inSiteLanguage(asks), short },
    blocks: [
      { is: 'statement', ...saidByApi(statement), ...(answered ? {} : { open: true }) },
      ...(gaps.length === 0 ? [] : [{ is: 'lines' as const, tone: 'warn' as const, lines: gapLines(context, gaps) }]),
      ...words.map((each): Block => ({ is: 'prose', html: context.prose.short(each, 4), headings: [] })),
      ...answerTables(context, answer).map(({ table, counts }): Block => {
        const whole: Block = { is: 'table', table }
        const summary = messages.answers.show(counts)
        return table.rows.length > mostOpen ? { is: 'more', summary, blocks: [whole] } : whole
      }),
    ],
  }
}

/** What an answer leaves open: each message leads to what it is about. */
const gapLines = ({ catalogue }: PageContext, gaps: Answer['gaps']): Line[] =>
  gaps.map(({ about, message }) => {
    const item = catalogue.items.get(about.id)
    const text = inSiteLanguage(message)
    return [item === undefined ? text : { href: itemLink(item).href, name: text }]
  })
