import type { JsonValue } from '../../graph/store/store.ts'

/** Variables of a request. */
export type Variables = Readonly<Record<string, JsonValue>>

/**
 * A question that is asked of everything that is compared, each in its own words, for the same answer. No two requests
 * in a row have the same variables, so that nobody's memory of whole answers decides.
 */
export interface Question {
  readonly name: string
  /** The least share of bare Cypher's throughput that the API is to reach on Neo4j. */
  readonly aim: number
  /** Asked of the API, on either store, and of resolvers with DataLoader, which serve the same schema. */
  readonly query: string
  /** Written by hand. Returns one column, `data`: what the API answers under `data`, unless `compared` says otherwise. */
  readonly cypher: string
  /** The variables of its requests, for all that are compared, from what the graph holds. */
  readonly variables: (graph: Population) => readonly Variables[]
  /** In the words of \@neo4j/graphql; left out where it can't answer. `translated` brings its answer into our form. */
  readonly neo4jGraphql?: string
  /** Left out where resolvers with DataLoader would have to bring the whole engine that answers it. */
  readonly withoutDataLoader?: true
  /** Brings an answer into the form that is compared: a set into an order, say. Given what stands under `data`. */
  readonly compared?: (data: never) => unknown
}

/** What the graph holds, for choosing variables. */
export interface Population {
  /** Ids of a kind, in the order of their names. */
  readonly ids: (kind: string) => readonly string[]
  /** What an item is sorted by among others of its kind. */
  readonly sortKey: (id: string) => string
}

/** How many different requests a question has. */
const different = 200

/** Some of many, evenly spread. */
export function spread<Each>(all: readonly Each[]): Each[] {
  const step = Math.max(1, all.length / different)
  const places = Array.from({ length: Math.min(different, all.length) }, (_, i) => all[Math.floor(i * step)])
  return places.filter((each) => each !== undefined)
}
