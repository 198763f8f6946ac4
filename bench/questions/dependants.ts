import { spread } from './question.ts'
import type { Population, Question, Variables } from './question.ts'

/** Relations whose holder needs their target: those along which plain Cypher can follow a failure, too. */
const types = [
  'AGREED_WITH',
  'FOLLOWS_PROCEDURE',
  'HAS_STEP',
  'NEEDS',
  'NEEDS_INFORMATION',
  'NEEDS_SKILL',
  'NEEDS_TOOL',
  'PERFORMED_BY',
  'RELIES_ON',
  'USES',
  'WORKED_BY',
]
const relations = types.join(', ')

/** Items of kinds on which dozens to hundreds of others depend. */
const variables = ({ ids }: Population): Variables[] => {
  const all = ['Supplier', 'Team', 'Information', 'Contract'].map((kind) => spread(ids(kind)))
  const most = Math.max(...all.map((each) => each.length))
  return spread(Array.from({ length: most }, (_, i) => all.flatMap((each) => each[i] ?? [])).flat()).map((id) => ({
    id,
  }))
}

const reached = `MATCH (:TributaryItem {id: $id})<-[:${types.join('|')}*1..]-(b:TributaryItem) WITH DISTINCT b
    RETURN {changeImpact: {reached: collect(b{.id, .name})}} AS data`

type Ids = readonly { readonly id: string }[]
interface Reached {
  readonly changeImpact: { readonly reached: Ids }
}
interface Told {
  readonly impact: { readonly affected: Ids }
}
const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1)

/** All that depends on an item, at any depth. Answers are compared as sets: only ours says the nearest first. */
export const dependants: Question = {
  name: 'all that depends on an item, any depth',
  aim: 0.55,
  variables,
  query: `query Dependants($id: ID!) {
    changeImpact(changed: [$id], first: 10000, relations: [${relations}]) { reached { id name } }
  }`,
  cypher: reached,
  neo4jGraphql: `query Dependants($id: ID!) { reached: dependants(id: $id) { id name } }`,
  compared: (data: Reached | Reached['changeImpact']) =>
    [...('reached' in data ? data.reached : data.changeImpact.reached)].sort(byId),
}

/**
 * The same with what becomes of each and why. Cypher has no words for that: it answers again what can be reached, which is
 * compared with what our answer lists, as every item here fails with what it needs or is at risk of it.
 */
export const statesAndReasons: Question = {
  name: 'the same with states and reasons',
  aim: 0.35,
  variables,
  query: `query StatesAndReasons($id: ID!) {
    impact(failed: [{ id: $id }], first: 10000, relations: [${relations}]) {
      affected { id name state degree because { to { id } criticality group { text } } } }
  }`,
  cypher: reached,
  withoutDataLoader: true,
  compared: (data: Reached | Told) =>
    ('impact' in data ? data.impact.affected.slice(1) : data.changeImpact.reached).map(({ id }) => id).sort(),
}
