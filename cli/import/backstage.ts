import { Command } from 'commander'
import { importBackstage } from '../../exchange/import/backstage/backstage.ts'
import { importOptions, runImport } from './run-import.ts'
import type { ImportSaid } from './run-import.ts'

export const command = importOptions(
  new Command('backstage')
    .description('Import a Backstage catalog: components, resources, APIs, systems and groups.')
    .argument('<path>', 'a catalog file, or a folder: all YAML files in it are looked through'),
  { into: 'imports/backstage', system: 'Backstage' },
)
  .addHelpText(
    'after',
    `
Components, resources and APIs become applications, systems products, groups teams; domains become tags of their systems.
A second import brings the files up to date and keeps what people changed.

  $ tributary import backstage ../services --catalogue .
  $ tributary import backstage ../services --catalogue . --apply`,
  )
  .action(async (path: string, said: ImportSaid) => runImport(said, (known) => importBackstage(path, known)))
