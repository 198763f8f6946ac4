import { spread } from './question.ts'
import type { Question } from './question.ts'

/** The smallest useful question: an item by its id, with who owns it. What a request costs apart from its answer. */
export const onePractice: Question = {
  name: 'one practice',
  aim: 0.55,
  variables: ({ ids }) => spread(ids('Practice')).map((id) => ({ id })),
  query: `query OnePractice($id: ID!) {
    practice(id: $id) { id name summary group purpose tags owner { id name } }
  }`,
  cypher: `MATCH (p:TributaryItem {id: $id})
    CALL (p) { MATCH (p)-[:OWNED_BY]->(o:TributaryItem) RETURN collect(o{.id, .name})[0] AS owner }
    RETURN {practice: p{.id, .name, .summary, .group, .purpose, .tags, owner: owner}} AS data`,
  neo4jGraphql: `query OnePractice($id: ID!) {
    practice_one: practices(where: { id: { eq: $id } }) { id name summary group purpose tags owner_one: owner { id name } }
  }`,
}
