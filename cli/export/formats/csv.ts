import { join } from 'node:path'
import { exportCsv } from '../../../exchange/export/csv.ts'
import { exitCodes, Failure } from '../../failure.ts'
import { answer } from '../../progress.ts'
import { exportCommand, exporting } from '../export-graph.ts'
import type { ExportSaid } from '../export-graph.ts'
import { sayExported, writeOut } from '../write-out.ts'

export const position = 2

/** What the command line said, by option. */
interface Said extends ExportSaid {
  readonly bom?: true
  readonly raw?: true
}

export const command = exportCommand(
  'csv',
  'A table for each kind and one of all relations, for spreadsheets.',
  '--out <folder>',
)
  .option('--bom', 'begin files with a byte order mark, which Excel needs for UTF-8')
  .option(
    '--raw',
    'leave texts that a spreadsheet would run as formulas as they are (default: an apostrophe goes before them)',
  )
  .addHelpText(
    'after',
    `
A row is an item: its id, its fields, and the ids that its relations lead to. Entries of a list have "; " between them; where
an entry has a semicolon itself, the list is JSON. relations.csv has a row for each relation, with what it carries.
Without --out, one kind's table goes to stdout.

  $ tributary export csv --out tables --bom
  $ tributary export csv --kinds contract > contracts.csv`,
  )
  .action(async (said: Said) => {
    await exporting(said, async (exported) => {
      const files = exportCsv(exported, said)
      const [file] = files
      if (said.out !== undefined) {
        for (const { name, rows } of files) {
          const path = join(said.out, name)
          await writeOut(rows(), path)
          answer(path)
        }
      } else if (said.kinds?.length === 1 && file !== undefined) await writeOut(file.rows(), undefined)
      else
        throw new Failure(
          'A table for each kind goes into a folder: name it with --out, or one kind with --kinds.',
          exitCodes.wrongUse,
        )
      sayExported(exported, said.out)
    })
  })
