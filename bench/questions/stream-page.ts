import { spread } from './question.ts'
import type { Question } from './question.ts'

/** All that the page of a value stream shows: about 45 KB. */
export const streamPage: Question = {
  name: "a stream's page",
  aim: 0.45,
  variables: ({ ids }) => spread(ids('ValueStream')).map((id) => ({ id })),
  query: `query StreamPage($id: ID!) {
    valueStream(id: $id) {
      id name summary perspective situation trigger value
      owner { id name }
      valueFor(first: 20) { nodes { id name } }
      practices(first: 100) { edges { node { id name group } steps { id name } } }
      steps(first: 100, orderBy: {field: POSITION}) { nodes {
        id name position processTime leadTime
        activity { id name }
        practices(first: 20) { edges { criticality node { id name group purpose } } }
        tools(first: 20) { edges { criticality status node { id name summary form lifecycle
          needs(first: 20) { edges { criticality redundancyGroup node { id name } } } } } }
        skills(first: 20) { nodes { id name } }
        information(first: 20) { edges { use node { id name form } } }
        procedures(first: 20) { nodes { id name } }
        contracts(first: 20) { nodes { id name number end suppliers(first: 20) { nodes { id name contact } } } }
        performedBy(first: 20) { nodes { id name } }
      } }
    }
  }`,
  cypher: `MATCH (s:TributaryItem {id: $id})
    CALL (s) { MATCH (s)-[:OWNED_BY]->(o:TributaryItem) RETURN collect(o{.id, .name})[0] AS owner }
    CALL (s) { MATCH (s)-[:VALUE_FOR]->(v:TributaryItem) WITH v ORDER BY v._sort, v.id LIMIT 20 RETURN collect(v{.id, .name}) AS valueFor }
    CALL (s) { MATCH (s)-[:HAS_STEP]->(t:TributaryItem)-[:WORKED_BY]->(p:TributaryItem)
      WITH p, t ORDER BY t.position, t.id WITH p, collect(t{.id, .name}) AS steps ORDER BY p._sort, p.id LIMIT 100
      RETURN collect({node: p{.id, .name, .group}, steps: steps}) AS fed }
    CALL (s) { MATCH (s)-[:HAS_STEP]->(t:TributaryItem) WITH t ORDER BY t.position, t.id LIMIT 100
      CALL (t) { MATCH (t)-[:VISITS]->(a:TributaryItem) RETURN collect(a{.id, .name})[0] AS activity }
      CALL (t) { MATCH (t)-[r:WORKED_BY]->(p:TributaryItem) WITH p, r ORDER BY p._sort, p.id LIMIT 20
        RETURN collect({criticality: r.criticality, node: p{.id, .name, .group, .purpose}}) AS practices }
      CALL (t) { MATCH (t)-[r:NEEDS_TOOL]->(a:TributaryItem) WITH a, r ORDER BY a._sort, a.id LIMIT 20
        CALL (a) { MATCH (a)-[q:NEEDS]->(b:TributaryItem) WITH b, q ORDER BY b._sort, b.id LIMIT 20
          RETURN collect({criticality: q.criticality, redundancyGroup: q.redundancyGroup, node: b{.id, .name}}) AS needs }
        RETURN collect({criticality: r.criticality, status: r.status, node: a{.id, .name, .summary, .form, .lifecycle, needs: {edges: needs}}}) AS tools }
      CALL (t) { MATCH (t)-[:NEEDS_SKILL]->(k:TributaryItem) WITH k ORDER BY k._sort, k.id LIMIT 20 RETURN collect(k{.id, .name}) AS skills }
      CALL (t) { MATCH (t)-[r:NEEDS_INFORMATION]->(i:TributaryItem) WITH i, r ORDER BY i._sort, i.id LIMIT 20
        RETURN collect({use: r.use, node: i{.id, .name, .form}}) AS information }
      CALL (t) { MATCH (t)-[:FOLLOWS_PROCEDURE]->(p:TributaryItem) WITH p ORDER BY p._sort, p.id LIMIT 20 RETURN collect(p{.id, .name}) AS procedures }
      CALL (t) { MATCH (t)-[:RELIES_ON]->(c:TributaryItem) WITH c ORDER BY c._sort, c.id LIMIT 20
        CALL (c) { MATCH (c)-[:AGREED_WITH]->(u:TributaryItem) WITH u ORDER BY u._sort, u.id LIMIT 20 RETURN collect(u{.id, .name, .contact}) AS suppliers }
        RETURN collect(c{.id, .name, .number, .end, suppliers: {nodes: suppliers}}) AS contracts }
      CALL (t) { MATCH (t)-[:PERFORMED_BY]->(y:TributaryItem) WITH y ORDER BY y._sort, y.id LIMIT 20 RETURN collect(y{.id, .name}) AS performedBy }
      RETURN collect(t{.id, .name, .position, .processTime, .leadTime, activity: activity, practices: {edges: practices}, tools: {edges: tools},
        skills: {nodes: skills}, information: {edges: information}, procedures: {nodes: procedures}, contracts: {nodes: contracts},
        performedBy: {nodes: performedBy}}) AS steps }
    RETURN {valueStream: s{.id, .name, .summary, .perspective, .situation, .trigger, .value, owner: owner,
      valueFor: {nodes: valueFor}, practices: {edges: fed}, steps: {nodes: steps}}} AS data`,
  // From a stream to its practices it goes over steps: there, a statement by hand is the way.
  neo4jGraphql: `query StreamPage($id: ID!) {
    valueStream_one: valueStreams(where: { id: { eq: $id } }) {
      id name summary perspective situation trigger value
      owner_one: owner { id name }
      valueFor_nodes: valueFor(limit: 20, sort: [{ name: ASC }, { id: ASC }]) { id name }
      practices: fedBy { edges { node { id name group } steps { id name } } }
      steps_nodes: steps(limit: 100, sort: [{ position: ASC }, { id: ASC }]) {
        id name position processTime leadTime
        activity_one: activity { id name }
        practices: practicesConnection(first: 20, sort: [{ node: { name: ASC } }, { node: { id: ASC } }]) {
          edges { properties { criticality } node { id name group purpose } } }
        tools: toolsConnection(first: 20, sort: [{ node: { name: ASC } }, { node: { id: ASC } }]) {
          edges { properties { criticality status } node { id name summary form lifecycle
            needs: needsConnection(first: 20, sort: [{ node: { name: ASC } }, { node: { id: ASC } }]) {
              edges { properties { criticality redundancyGroup } node { id name } } } } } }
        skills_nodes: skills(limit: 20, sort: [{ name: ASC }, { id: ASC }]) { id name }
        information: informationConnection(first: 20, sort: [{ node: { name: ASC } }, { node: { id: ASC } }]) {
          edges { properties { use } node { id name form } } }
        procedures_nodes: procedures(limit: 20, sort: [{ name: ASC }, { id: ASC }]) { id name }
        contracts_nodes: contracts(limit: 20, sort: [{ name: ASC }, { id: ASC }]) { id name number end
          suppliers_nodes: suppliers(limit: 20, sort: [{ name: ASC }, { id: ASC }]) { id name contact } }
        performedBy_nodes: performedBy(limit: 20, sort: [{ name: ASC }, { id: ASC }]) { id name }
      }
    }
  }`,
}
