import { Command, Option } from 'commander'
import { asking } from '../ask.ts'
import type { GraphAsked } from '../catalogue.ts'
import type { MatrixColumns } from '../generated/graphql.ts'
import { matrixDocument } from '../matrix/document.ts'
import { matrixText } from '../matrix/matrix-text.ts'
import { matrixCsv } from '../matrix/matrix.ts'
import { options } from '../options.ts'
import { answer } from '../progress.ts'
import { pageWidth } from '../text/wrap.ts'

export const position = 320

/** What the columns can be, as one types it. */
const columns = { stream: 'VALUE_STREAM', activity: 'ACTIVITY' } as const satisfies Record<string, MatrixColumns>

/** What the command line said, by option. */
interface Said extends GraphAsked {
  readonly by: keyof typeof columns
  readonly format: string
}

export const command = new Command('matrix')
  .description('Show which practices feed which value streams, or work in which value chain activities.')
  .addOption(new Option('--by <columns>', 'what the columns are').choices(Object.keys(columns)).default('stream'))
  .addOption(options.format('text', 'csv', 'json'))
  .addOption(options.insteadOfStore())
  .addOption(options.store())
  .addOption(options.audience())
  .addHelpText(
    'after',
    `
Cells hold the part of a stream's lead time that the practice has its hands in, in percent; of activities, the number of
steps that it works there. CSV has a row for every practice, also for those that feed nothing.

JSON is one object: "revision", "by", and "columns" and "rows" as in the API's practiceMatrix.

  $ tributary matrix --by activity
  $ tributary matrix --format csv > matrix.csv`,
  )
  .action(async (said: Said) => {
    const by = columns[said.by]
    await asking(said, async ({ ask, revision }) => {
      const { practiceMatrix: matrix } = await ask(matrixDocument, { by })
      if (said.format === 'json') answer(JSON.stringify({ revision, by, ...matrix }, null, 2))
      else if (said.format === 'csv') answer(matrixCsv(matrix, by))
      else answer(matrixText(matrix, by, pageWidth()))
    })
  })
