import { Command } from 'commander'
import { load } from '../load.ts'
import { options } from '../options.ts'
import { answer } from '../progress.ts'

export const position = 210

export const command = new Command('load')
  .description('Check a catalogue and bring it into the graph: all of it is shown afterwards, or nothing.')
  .addOption(options.catalogue())
  .addOption(options.store())
  .addOption(options.format('text', 'json'))
  .addOption(options.allowLargeRemoval())
  .addHelpText(
    'after',
    `
JSON is the revision that was loaded, with its changes; null where nothing changed. Exit code 1: the catalogue has errors, or
too much would be removed, and the graph is as it was. Ended before its time, it leaves the graph as it was, too; a large first
load leaves what nobody is shown, and the next completes it.

  $ tributary load --catalogue catalogues/example`,
  )
  .action(async (said: { catalogue: string; store: string; format: string; allowLargeRemoval?: true }) => {
    const { revision, summary } = await load(said)
    if (said.format === 'json') answer(JSON.stringify(revision ?? null, null, 2))
    else answer(revision === undefined ? summary : `${summary}\nLoaded as revision ${String(revision.number)}.`)
  })
