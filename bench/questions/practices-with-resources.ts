import { cursorAt } from '../../graph/query/cursor.ts'
import { spread } from './question.ts'
import type { Question } from './question.ts'

/** A page of a list, from anywhere in it, with a page of a relation for each: about 500 KB. */
export const practicesWithResources: Question = {
  name: '100 practices × 20 resources',
  aim: 0.4,
  variables: ({ ids, sortKey }) =>
    spread(ids('Practice').slice(0, -100)).map((id) => {
      const sort = sortKey(id)
      return { after: cursorAt('NAME', [sort, id]), sort, id }
    }),
  query: `query Practices($after: String) {
    practices(first: 100, after: $after) { nodes { id name group purpose
      owner { id name }
      resources(first: 20) { edges { criticality redundancyGroup node { __typename id name summary } } } } }
  }`,
  cypher: `MATCH (p:TributaryItem:Practice)
    WHERE p._sort >= $sort AND (p._sort > $sort OR p.id > $id) WITH p ORDER BY p._sort, p.id LIMIT 100
    CALL (p) { MATCH (p)-[:OWNED_BY]->(o:TributaryItem) RETURN collect(o{.id, .name})[0] AS owner }
    CALL (p) { MATCH (p)-[r:USES]->(n:TributaryItem) WITH n, r ORDER BY n._sort, n.id LIMIT 20
      RETURN collect({criticality: r.criticality, redundancyGroup: r.redundancyGroup, node: n{__typename: n._kind, .id, .name, .summary}}) AS resources }
    RETURN {practices: {nodes: collect(p{.id, .name, .group, .purpose, owner: owner, resources: {edges: resources}})}} AS data`,
  neo4jGraphql: `query Practices($sort: String!, $id: ID!) {
    practices_nodes: practices(
      where: { OR: [{ sortKey: { gt: $sort } }, { sortKey: { eq: $sort }, id: { gt: $id } }] }
      sort: [{ sortKey: ASC }, { id: ASC }]
      limit: 100
    ) { id name group purpose
      owner_one: owner { id name }
      resources: resourcesConnection(first: 20, sort: [{ node: { name: ASC } }, { node: { id: ASC } }]) {
        edges { properties { criticality redundancyGroup } node { __typename id name summary } } } }
  }`,
}
