import { exportCypher } from '../../../exchange/export/cypher.ts'
import { exportCommand, exporting } from '../export-graph.ts'
import type { ExportSaid } from '../export-graph.ts'
import { sayExported, writeOut } from '../write-out.ts'

export const position = 5

export const command = exportCommand('cypher', 'A Cypher script of plain nodes, for cypher-shell and Neo4j Browser.')
  .addHelpText(
    'after',
    `
Nodes have the label CatalogueItem, their kind's and its interfaces' (Application, Resource); the id and the fields are
properties. Running it again changes nothing; what has gone from the catalogue since stays. To begin afresh:
  MATCH (n:CatalogueItem) DETACH DELETE n;

  $ tributary export cypher | cypher-shell -u neo4j`,
  )
  .action(async (said: ExportSaid) => {
    await exporting(said, async (exported) => {
      await writeOut(exportCypher(exported), said.out)
      sayExported(exported, said.out)
    })
  })
