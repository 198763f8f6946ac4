import { Command } from 'commander'
import { asking } from '../ask.ts'
import type { GraphAsked } from '../catalogue.ts'
import { suppliersDocument } from '../impact/supplier-documents.ts'
import { suppliersText } from '../impact/suppliers-text.ts'
import { options } from '../options.ts'
import { answerAs } from '../progress.ts'
import { pageWidth } from '../text/wrap.ts'

export const position = 370

/** What the command line said, by option. */
interface Said extends GraphAsked {
  readonly first?: number
  readonly format: string
}

export const command = new Command('suppliers')
  .description('Show what hangs on each supplier, alone or with an alternative, the most depended-on first.')
  .addOption(options.first('how many suppliers are listed (default: all)'))
  .addOption(options.format('text', 'json'))
  .addOption(options.insteadOfStore())
  .addOption(options.store())
  .addOption(options.audience())
  .addHelpText(
    'after',
    `
JSON is one object: "revision", "question", "total", "complete", and "supplierConcentration" with the fields that the
API's SupplierConcentration has.

  $ tributary suppliers --first 3`,
  )
  .action(async (said: Said) => {
    await asking(said, async ({ ask, revision }) => {
      const { supplierConcentration: all } = await ask(suppliersDocument, {})
      const shown = all.slice(0, said.first)
      const sums = { total: all.length, complete: shown.length === all.length }
      const question = { supplierConcentration: {} }
      const json = { revision, question, ...sums, supplierConcentration: shown }
      answerAs(said.format, json, () => suppliersText(all, said.first, pageWidth()))
    })
  })
