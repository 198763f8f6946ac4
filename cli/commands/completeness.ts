import { Command } from 'commander'
import { choose, UnknownKindError } from '../../graph/catalogue/completeness/choose.ts'
import type { Choice } from '../../graph/catalogue/completeness/choose.ts'
import { summarize } from '../../graph/catalogue/completeness/summary.ts'
import { validCatalogue } from '../catalogue.ts'
import { completenessCsv, completenessText } from '../completeness-text.ts'
import { exitCodes, Failure } from '../failure.ts'
import { options } from '../options.ts'
import { answer } from '../progress.ts'
import { pageWidth } from '../text/wrap.ts'

export const position = 130

/** What the command line said, by option. */
interface Said extends Choice {
  readonly catalogue: string
  readonly first: number
  readonly format: string
}

export const command = new Command('completeness')
  .description('Say how complete each item is, what it lacks, and what would help most.')
  .addOption(options.catalogue())
  .addOption(options.kinds('only items of these kinds: application,contract'))
  .option('--owner <id>', 'only what this party can mend: team/service-desk, or nobody')
  .addOption(options.first('list so many items, the least complete first').default(20))
  .addOption(options.format('text', 'json', 'csv'))
  .addHelpText(
    'after',
    `
An item's score is the part of what its kind should say that it says, by weight (graph/catalogue/completeness/expectations.ts).
A list that is written and empty says something: "needs: []". What only built-in layers say doesn't count until the
catalogue takes it up.

JSON is one object: "score", "items", "distribution" (below 50, 50 to 74, 75 to 99, 100), "kinds" with the same each,
"next" (what would lift the score most) and "list" with every item, its score, what is missing and who can mend it.

  $ tributary completeness --kinds application,contract
  $ tributary completeness --owner team/service-desk --format csv`,
  )
  .action(async (said: Said) => {
    const { completeness, model } = await validCatalogue(said.catalogue)
    const items = chosen(() => choose(completeness, model, said))
    const summary = summarize(items, model)
    if (said.format === 'json') answer(JSON.stringify({ ...summary, list: items }, null, 2))
    else if (said.format === 'csv') answer(completenessCsv(items))
    else answer(completenessText(summary, items, { items: said.first, steps: 5 }, pageWidth()))
  })

/** @throws Failure for a kind that there isn't. */
function chosen<Items>(choice: () => Items): Items {
  try {
    return choice()
  } catch (error) {
    if (error instanceof UnknownKindError) throw new Failure(error.message, exitCodes.wrongUse)
    throw error
  }
}
