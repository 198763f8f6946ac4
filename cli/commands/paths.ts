import { Command } from 'commander'
import { asking } from '../ask.ts'
import type { GraphAsked } from '../catalogue.ts'
import { narrowed } from '../impact/answer-impact.ts'
import type { Limits } from '../impact/answer-impact.ts'
import { wholeIds } from '../impact/asked-items.ts'
import { pathsDocument } from '../impact/documents.ts'
import { pathsText } from '../impact/paths-text.ts'
import { options } from '../options.ts'
import { answerAs } from '../progress.ts'
import { pageWidth } from '../text/wrap.ts'

export const position = 350

/** What the command line said, by option. */
interface Said extends Pick<Limits, 'relations' | 'first'>, GraphAsked {
  readonly sources?: true
  readonly format: string
}

export const command = new Command('paths')
  .description('Show the shortest ways between two items, over needs and changes in either direction.')
  .argument('<from>', 'its id, or the last part of it')
  .argument('<to>', 'its id, or the last part of it')
  .addOption(options.first('how many ways at most: up to 20 (default: 3)'))
  .addOption(options.relations())
  .addOption(options.sources())
  .addOption(options.format('text', 'json'))
  .addOption(options.insteadOfStore())
  .addOption(options.store())
  .addOption(options.audience())
  .addHelpText(
    'after',
    `
JSON is one object: "revision", "question", and "paths" with the fields that the API's ImpactPath has.

  $ tributary paths value-stream/resolve-user-incident supplier/nimbara-cloud`,
  )
  .action(async (from: string, to: string, said: Said) => {
    await asking(said, async (api) => {
      const [start = '', end = ''] = await wholeIds(api, [from, to])
      const question = { from: start, to: end, ...narrowed(said) }
      const { paths } = await api.ask(pathsDocument, question)
      const json = { revision: api.revision, question: { paths: question }, paths }
      answerAs(said.format, json, () => pathsText(paths, question, pageWidth(), said.sources === true))
    })
  })
