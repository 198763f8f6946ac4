import { Command } from 'commander'
import { modulesIn } from '../../graph/modules-in.ts'

export const position = 170

/** A subcommand: one file in `cli/import/`, which exports it as `command`. Other files there are theirs to share. */
type ImportFile = { readonly command?: Command }

const files = await modulesIn<ImportFile>(new URL('../import/', import.meta.url))

export const command = new Command('import')
  .description('Write catalogue files from what other systems know.')
  .helpCommand(false)
  .addHelpText(
    'after',
    `
An import is a layer: ordinary catalogue files in a folder of their own (--into), with the record that each item comes from.
The plan is shown first, and --apply writes it. Done again, it brings the files up to date and keeps what people changed.
Every record is in the catalogue, or in the report with the reason.

JSON, of all but log, is one object: "system", "into", "records", "plan" ("added", "changed", "moved", "removed", "kept",
"unchanged"), "leftOut" (each "record" and "reason"), "notes", "applied".

  $ tributary import table contracts.csv --guess > contracts.map.yaml
  $ tributary import backstage ../services --apply`,
  )

for (const file of files) if (file.command !== undefined) command.addCommand(file.command)
