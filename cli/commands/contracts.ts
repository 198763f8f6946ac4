import { Command, InvalidArgumentError, Option } from 'commander'
import { asking } from '../ask.ts'
import type { GraphAsked } from '../catalogue.ts'
import { contractsText } from '../impact/contracts-text.ts'
import { contractsDocument } from '../impact/supplier-documents.ts'
import { options } from '../options.ts'
import { answerAs } from '../progress.ts'
import { pageWidth } from '../text/wrap.ts'

export const position = 380

/** What the command line said, by option. */
interface Said extends GraphAsked {
  readonly within: number
  readonly today?: string
  readonly format: string
}

export const command = new Command('contracts')
  .description('Show contracts that end soon or have ended and are still in use, and what they would take with them.')
  .addOption(
    new Option('--within <days>', 'how many days from today their last day may lie').argParser(days).default(90),
  )
  .addOption(options.today('count from this day: 2027-06-30'))
  .addOption(options.format('text', 'json'))
  .addOption(options.insteadOfStore())
  .addOption(options.store())
  .addOption(options.audience())
  .addHelpText(
    'after',
    `
Those that harm most streams and services come first. Down, degraded and at risk count the other items that wouldn't be
OK without the contract.

JSON is one object: "revision", "question", and "endingContracts" with the fields that the API's EndingContract has.

  $ tributary contracts --within 365`,
  )
  .action(async (said: Said) => {
    await asking(said, async ({ ask, revision }) => {
      const question = {
        within: said.within,
        ...(said.today === undefined ? {} : { today: said.today }),
      }
      const { endingContracts } = await ask(contractsDocument, question)
      const json = {
        revision,
        question: { endingContracts: question },
        endingContracts,
      }
      answerAs(said.format, json, () => contractsText(endingContracts, said.within, pageWidth()))
    })
  })

function days(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('Write a number of days: 90.')
}
