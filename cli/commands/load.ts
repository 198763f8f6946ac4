import { Command } from 'commander'
import { load } from '../load.ts'
import { options } from '../options.ts'
import { answer } from '../progress.ts'

export const position = 210

export const command = new Command('load')
  .description('Check a catalogue and bring it into the graph, in one transaction: all of it or nothing.')
  .addOption(options.catalogue())
  .addOption(options.store())
  .addOption(options.format('text', 'json'))
  .addOption(options.allowLargeRemoval())
  .addHelpText(
    'after',
    `
JSON is the revision that was loaded, with its changes; null where nothing changed. Exit code 1: the catalogue has errors, or
too much would be removed, and the graph is as it was.

  $ tributary load --catalogue catalogues/example`,
  )
  .action(async (said: { catalogue: string; store: string; format: string; allowLargeRemoval?: true }) => {
    const { revision, summary } = await load(said)
    if (said.format === 'json') answer(JSON.stringify(revision ?? null, null, 2))
    else answer(revision === undefined ? summary : `${summary}\nLoaded as revision ${String(revision.number)}.`)
  })
