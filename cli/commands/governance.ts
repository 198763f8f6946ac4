import { Command } from 'commander'
import { asking } from '../ask.ts'
import type { Asked } from '../ask.ts'
import type { GraphAsked } from '../catalogue.ts'
import { exitCodes, Failure } from '../failure.ts'
import { wholeIds } from '../impact/asked-items.ts'
import { governanceGapsDocument, traceDocument } from '../impact/governance-documents.ts'
import { governanceGapsText, traceText } from '../impact/governance-text.ts'
import { options } from '../options.ts'
import { answerAs } from '../progress.ts'
import { pageWidth } from '../text/wrap.ts'

export const position = 390

/** What the command line said, by option. */
interface Said extends GraphAsked {
  readonly today?: string
  readonly first?: number
  readonly format: string
}

export const command = new Command('governance')
  .description('Follow a policy, a decision or a principle down to suppliers; without one, show what governance lacks.')
  .argument('[id]', 'the policy, decision or principle: its id, or the last part of it')
  .addOption(options.today('policies and decisions are in force as on this day: 2027-06-30'))
  .addOption(options.first('how many rows are listed (default: 1000)'))
  .addOption(options.format('text', 'json'))
  .addOption(options.insteadOfStore())
  .addOption(options.store())
  .addOption(options.audience())
  .addHelpText(
    'after',
    `
JSON is one object: "revision", "question", and the fields that the API's GovernanceTrace has: "summary", "rows",
"gaps" …; without an id "governanceGaps", with the fields that AnswerGap has.

  $ tributary governance
  $ tributary governance policy/change-policy`,
  )
  .action(async (id: string | undefined, said: Said) => {
    if (id === undefined && said.first !== undefined) {
      throw new Failure('--first is for rows: name a policy, a decision or a principle.', exitCodes.wrongUse)
    }
    await asking(said, async (api) => {
      const { json, text } = id === undefined ? await gapsOf(api, said) : await traceOf(api, id, said)
      answerAs(said.format, { revision: api.revision, ...json }, () => text)
    })
  })

/** An answer as data, and as people read it. */
interface Told {
  readonly json: object
  readonly text: string
}

async function gapsOf({ ask }: Asked, { today }: Said): Promise<Told> {
  const question = today === undefined ? {} : { today }
  const { governanceGaps } = await ask(governanceGapsDocument, question)
  const json = { question: { governanceGaps: question }, governanceGaps }
  return { json, text: governanceGapsText(governanceGaps, pageWidth()) }
}

async function traceOf(api: Asked, written: string, { today, first }: Said): Promise<Told> {
  const [id = written] = await wholeIds(api, [written])
  const question = {
    id,
    ...(today === undefined ? {} : { today }),
    ...(first === undefined ? {} : { first }),
  }
  const { governanceTrace: trace } = await api.ask(traceDocument, question)
  return {
    json: { question: { governanceTrace: question }, ...trace },
    text: traceText(trace, pageWidth()),
  }
}
