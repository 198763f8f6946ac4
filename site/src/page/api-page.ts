import type { ApiQuestion } from '../catalogue/api-questions.ts'
import { linkTo } from '../links.ts'
import { messages } from '../messages/messages.ts'
import type { Block, Page } from './section.ts'

const words = messages.api

/** The page of the API: where it is, an editor where it is served, questions with their answers, and ways to ask. */
export const apiPage = (questions: readonly ApiQuestion[]): Page => ({
  title: words.title,
  description: words.description,
  lead: words.lead,
  folder: 'api',
  sections: [
    {
      id: 'editor',
      title: words.editor,
      blocks: [
        { is: 'query-editor' },
        {
          is: 'facts',
          facts: [
            { label: words.address, cell: { text: '/graphql' } },
            {
              label: words.schema,
              cell: { links: [{ href: linkTo({ page: 'schema.graphql' }), name: 'schema.graphql' }] },
            },
            {
              label: words.kinds,
              cell: { links: [{ href: linkTo({ page: 'model/' }), name: messages.navigation.model }] },
            },
          ],
        },
      ],
    },
    {
      id: 'questions',
      title: words.questions,
      intro: words.questionsIntro,
      blocks: questions.map(questionPart),
    },
    {
      id: 'elsewhere',
      title: words.elsewhere,
      blocks: [
        { is: 'lines', lines: [[words.curl]] },
        { is: 'code', label: words.curl, code: curl },
        { is: 'lines', lines: [[words.commandLine]] },
        { is: 'code', label: words.commandLine, code: commandLine },
        { is: 'lines', lines: [[words.assistant]] },
        { is: 'code', label: words.assistant, code: assistant },
      ],
    },
  ],
})

function questionPart({ name, about, query, answer }: ApiQuestion): Block {
  return {
    is: 'part',
    id: name,
    title: words.ask[name](about),
    short: words.short[name],
    blocks: [
      { is: 'code', label: words.query(words.short[name]), code: query, asks: true },
      {
        is: 'more',
        summary: words.answer,
        blocks: [{ is: 'code', label: words.answerTo(words.short[name]), code: answer }],
      },
    ],
  }
}

const curl = `curl -s http://localhost:4000/graphql \\
  -H 'content-type: application/json' \\
  -d '{"query": "{ valueStreams(first: 5) { totalCount nodes { id name } } }"}'`

const commandLine = `tributary query '{ valueStreams(first: 5) { totalCount nodes { id name } } }'`

const assistant = `{
  "mcpServers": {
    "tributary": {
      "command": "npx",
      "args": ["tributary", "mcp", "--catalogue", "/path/to/catalogue"]
    }
  }
}`
