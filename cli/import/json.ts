import { Command } from 'commander'
import { importJson } from '../../exchange/import/json/json.ts'
import { importOptions, runImport } from './run-import.ts'
import type { ImportSaid } from './run-import.ts'

export const command = importOptions(
  new Command('json')
    .description('Import a catalogue that "tributary export json" wrote, or that a site publishes as catalogue.json.')
    .argument('<file>', 'the JSON file'),
  { into: 'imports/json', system: 'Tributary' },
)
  .addHelpText(
    'after',
    `
Built-in items that this catalogue has itself aren't written again.

  $ tributary import json catalogue.json --catalogue . --into imports/group --system "Group catalogue"`,
  )
  .action(async (file: string, said: ImportSaid) => runImport(said, (known) => importJson(file, known)))
