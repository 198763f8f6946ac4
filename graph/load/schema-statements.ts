import { itemProperties, labels } from '../representation.ts'
import type { Statement } from '../store/store.ts'

/**
 * Constraints and indexes, safe to repeat. On the embedded engine a constraint is no index, and an index must come after
 * it; on Neo4j the constraint brings its own, and the second statement changes nothing.
 */
export const schemaStatements: readonly Statement[] = [
  unique('tributary_item_id', labels.item, 'id'),
  unique('tributary_revision_number', labels.revision, 'number'),
  unique('tributary_catalogue_id', labels.catalogue, 'id'),
  unique('tributary_text_id', labels.text, 'id'),
  index('tributary_item_id_index', labels.item, 'id'),
  index('tributary_item_sort_index', labels.item, itemProperties.sort),
  index('tributary_text_id_index', labels.text, 'id'),
]

function unique(name: string, label: string, property: string): Statement {
  return {
    cypher: `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (n:${label}) REQUIRE n.${property} IS UNIQUE`,
    schema: true,
  }
}

function index(name: string, label: string, property: string): Statement {
  return { cypher: `CREATE INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON (n.${property})`, schema: true }
}
