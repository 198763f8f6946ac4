import { exportJson } from '../../../exchange/export/json.ts'
import { exportCommand, exporting } from '../export-graph.ts'
import type { ExportSaid } from '../export-graph.ts'
import { sayExported, writeOut } from '../write-out.ts'

export const position = 1

export const command = exportCommand('json', 'One JSON document with everything: what "tributary import json" reads.')
  .addHelpText(
    'after',
    `
The shape is "tributary-catalogue/1", which a site publishes as /catalogue.json with its JSON Schema; here it also has the
catalogue's own model, its calendar, and where each relation is written.

  $ tributary export json --catalogue . --out catalogue.json`,
  )
  .action(async (said: ExportSaid) => {
    await exporting(said, async (exported) => {
      await writeOut(exportJson(exported), said.out)
      sayExported(exported, said.out)
    })
  })
