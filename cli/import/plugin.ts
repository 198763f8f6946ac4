import { Command } from 'commander'
import { importWithPlugIn } from '../../exchange/import/plug-in.ts'
import { importOptions, runImport } from './run-import.ts'
import type { ImportSaid } from './run-import.ts'

export const command = importOptions(
  new Command('plugin')
    .description('Import what an importer of your own reads: a module that exports "importer".')
    .argument('<module>', 'the module: .js or .ts; it is run')
    .argument('<source>', 'what it reads: a file, an address'),
  { into: 'imports/plugin', system: 'Plug-in' },
)
  .addHelpText(
    'after',
    `
  // plugins/inventory.js
  export const importer = (source, known) => ({
    recordsAre: 'lines', records: 1, leftOut: [],
    items: [{ id: 'application/crm', kind: known.model.kinds.get('Application'), fields: { name: 'CRM' }, record: \`\${source}:1\` }],
  })

  $ tributary import plugin plugins/inventory.js inventory.txt --into imports/inventory --system Inventory`,
  )
  .action(async (module: string, source: string, said: ImportSaid) =>
    runImport(said, (known) => importWithPlugIn(module, source, known)),
  )
