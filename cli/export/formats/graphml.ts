import { exportGraphml } from '../../../exchange/export/graphml.ts'
import { exportCommand, exporting } from '../export-graph.ts'
import type { ExportSaid } from '../export-graph.ts'
import { sayExported, writeOut } from '../write-out.ts'

export const position = 3

export const command = exportCommand('graphml', 'GraphML, for Gephi, yEd and NetworkX.')
  .addHelpText(
    'after',
    `
Nodes have ids with colons for slashes (practice:change-enablement), since GraphML allows none; the item's own is the key "id".

  $ tributary export graphml --kinds application,contract,supplier --out needs.graphml`,
  )
  .action(async (said: ExportSaid) => {
    await exporting(said, async (exported) => {
      await writeOut(exportGraphml(exported), said.out)
      sayExported(exported, said.out)
    })
  })
