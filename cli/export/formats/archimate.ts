import { exportArchimate } from '../../../exchange/export/archimate.ts'
import { exportCommand, exporting } from '../export-graph.ts'
import type { ExportSaid } from '../export-graph.ts'
import { sayExported, writeOut } from '../write-out.ts'

export const position = 6

export const command = exportCommand('archimate', 'An ArchiMate model, for Archi and other architecture tools.')
  .addHelpText(
    'after',
    `
The Open Group's exchange format, 3.1. Kind, id and fields are properties, so that "tributary import archimate" gives the same
items and relations again. It holds no views: tools draw them.

  $ tributary export archimate --catalogue . --out model.xml`,
  )
  .action(async (said: ExportSaid) => {
    await exporting(said, async (exported) => {
      await writeOut(exportArchimate(exported), said.out)
      sayExported(exported, said.out)
    })
  })
