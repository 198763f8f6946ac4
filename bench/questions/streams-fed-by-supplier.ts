import { spread } from './question.ts'
import type { Question } from './question.ts'

/** The streams that a supplier feeds: its contracts, what they cover, the practices that use it, their steps, the streams. */
export const streamsFedBySupplier: Question = {
  name: 'streams fed by a supplier, five relations back',
  aim: 0.6,
  variables: ({ ids }) => spread(ids('Supplier')).map((id) => ({ id })),
  query: `query StreamsFedBySupplier($id: ID!) {
    valueStreams(first: 100, filter: { steps: { some: { practices: { some: { resources: { some: {
      coveredBy: { some: { suppliers: { id: [$id] } } } } } } } } } }) { nodes { id name } }
  }`,
  cypher: `MATCH (:TributaryItem {id: $id})<-[:AGREED_WITH]-(:TributaryItem)-[:COVERS]->(:TributaryItem)
      <-[:USES]-(:TributaryItem)<-[:WORKED_BY]-(:TributaryItem)<-[:HAS_STEP]-(s:TributaryItem)
    WITH DISTINCT s ORDER BY s._sort, s.id LIMIT 100
    RETURN {valueStreams: {nodes: collect(s{.id, .name})}} AS data`,
  neo4jGraphql: `query StreamsFedBySupplier($id: ID!) {
    valueStreams_nodes: valueStreams(
      where: { steps: { some: { practices: { some: { resources: { some: {
        coveredBy: { some: { suppliers: { some: { id: { eq: $id } } } } } } } } } } } }
      sort: [{ name: ASC }, { id: ASC }]
      limit: 100
    ) { id name }
  }`,
}
