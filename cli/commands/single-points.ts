import { Command } from 'commander'
import { asking } from '../ask.ts'
import type { GraphAsked } from '../catalogue.ts'
import { narrowed } from '../impact/answer-impact.ts'
import type { Limits } from '../impact/answer-impact.ts'
import { wholeIds } from '../impact/asked-items.ts'
import { singlePointsDocument } from '../impact/documents.ts'
import { pointsText } from '../impact/points-text.ts'
import { options } from '../options.ts'
import { answerAs } from '../progress.ts'
import { pageWidth } from '../text/wrap.ts'

export const position = 360

/** What the command line said, by option. */
interface Said extends Pick<Limits, 'kinds' | 'first'>, GraphAsked {
  readonly format: string
}

export const command = new Command('single-points')
  .description('Show single points of failure: items whose failure alone takes others down or degrades them.')
  .argument('[items...]', 'of what: ids, or the last parts of them; without any, of all value streams and services')
  .addOption(options.kinds('list only items of these kinds: supplier,application'))
  .addOption(options.first('how many are listed (default: 100)'))
  .addOption(options.format('text', 'json'))
  .addOption(options.insteadOfStore())
  .addOption(options.store())
  .addOption(options.audience())
  .addHelpText(
    'after',
    `
JSON is one object: "revision", "question", and the fields that the API's SinglePoints has.

  $ tributary single-points
  $ tributary single-points resolve-user-incident --kinds supplier,contract`,
  )
  .action(async (items: readonly string[], said: Said) => {
    await asking(said, async (api) => {
      const of = items.length === 0 ? {} : { of: await wholeIds(api, items) }
      const question = { ...of, ...narrowed(said) }
      const { singlePointsOfFailure: found } = await api.ask(singlePointsDocument, question)
      const json = { revision: api.revision, question: { singlePointsOfFailure: question }, ...found }
      answerAs(said.format, json, () => pointsText(found, pageWidth()))
    })
  })
