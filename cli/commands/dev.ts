import { Command } from 'commander'
import { options } from '../options.ts'

export const position = 110

export const command = new Command('dev')
  .description('Show a catalogue while it is written: problems and pages, at every change of a file.')
  .addOption(options.catalogue())
  .addOption(options.port())
  .addOption(options.host())
  .addHelpText(
    'after',
    "\nPages are made when they are asked for, from files as they are; open ones follow. Where there are errors, pages show what was\nthere before, with the error over it. Nothing is written anywhere.\nThe GraphQL API isn't served here: tributary start serves it, with the site.\n\n  $ tributary dev --catalogue catalogues/example",
  )
  .action(async (said: { catalogue: string; port: number; host: string }) => {
    const { develop } = await import('../dev.ts')
    await develop(said)
  })
