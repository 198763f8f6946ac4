import { Command, Option } from 'commander'
import { asking } from '../ask.ts'
import type { Asked } from '../ask.ts'
import type { GraphAsked } from '../catalogue.ts'
import { exitCodes, Failure } from '../failure.ts'
import { options } from '../options.ts'
import { answerAs } from '../progress.ts'
import { answerStream, compareStreams, parts } from '../stream/answer-stream.ts'
import type { Part } from '../stream/answer-stream.ts'
import { comparisonReport } from '../stream/comparison-text.ts'
import { everyStream, streamList } from '../stream/list.ts'
import { streamReport } from '../stream/report.ts'
import { pageWidth } from '../text/wrap.ts'

export const position = 310

/** What the command line said, by option. */
interface Said extends GraphAsked {
  readonly only?: Part
  readonly against?: string
  readonly today?: string
  readonly format: string
}

export const command = new Command('stream')
  .description('Show a value stream: measures, steps, practices, the six questions, as-is against to-be.')
  .argument('[id]', 'its id, or the last part of it; without one, all value streams are listed')
  .addOption(new Option('--only <part>', 'this part alone').choices(parts))
  .addOption(
    new Option('--against <id>', 'compare it with this stream, step by step, instead').conflicts(['only', 'today']),
  )
  .addOption(options.today('day by which contracts are past their end or not: 2027-06-30 (default: today)'))
  .addOption(options.format('text', 'json'))
  .addOption(options.insteadOfStore())
  .addOption(options.store())
  .addOption(options.audience())
  .addHelpText(
    'after',
    `
Of two streams that are compared, the one whose perspective is as-is was observed; where both are the same, the first.

JSON is one object: "revision", and "streams", "stream" or "comparison", with the fields that the API's ValueStream and
StreamComparison have, lists as plain lists.

  $ tributary stream
  $ tributary stream resolve-user-incident
  $ tributary stream resolve-user-incident --only questions
  $ tributary stream resolve-user-incident --against resolve-user-incident-night`,
  )
  .action(async (id: string | undefined, said: Said) => {
    if (id === undefined && (said.only ?? said.against ?? said.today) !== undefined)
      throw new Failure(
        'Say of which stream: tributary stream <id>. "tributary stream" lists them.',
        exitCodes.wrongUse,
      )
    await asking(said, async (api) => {
      const { data, text } = await answerOf(api, id, said)
      answerAs(said.format, { revision: api.revision, ...data }, () => text)
    })
  })

/** An answer as data, and as people read it. */
interface Answer {
  readonly data: Readonly<Record<string, unknown>>
  readonly text: string
}

async function answerOf(api: Asked, id: string | undefined, said: Said): Promise<Answer> {
  const width = pageWidth()
  if (id === undefined) {
    const streams = await everyStream(api)
    return { data: { streams }, text: streamList(streams, width) }
  }
  if (said.against !== undefined) {
    const comparison = await compareStreams(api, id, said.against)
    return { data: { comparison }, text: comparisonReport(comparison, width) }
  }
  const stream = await answerStream(api, id, said)
  return { data: { stream }, text: streamReport(stream, width) }
}
