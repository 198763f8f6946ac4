import { afterAll, beforeAll } from 'vitest'
import { fetchNeo4j } from '../../neo4j/fetch-neo4j.ts'
import { startNeo4j } from '../../neo4j/start-neo4j.ts'
import type { Neo4jOptions, RunningNeo4j } from '../../neo4j/start-neo4j.ts'

/** Neo4j servers of a suite's own, which it may treat badly. They go when it is over. */
export function ownNeo4j(...servers: readonly (() => Promise<Neo4jOptions>)[]): () => readonly RunningNeo4j[] {
  const started: RunningNeo4j[] = []
  const over = new AbortController()
  beforeAll(async () => {
    const lib = await fetchNeo4j(over.signal)
    const starting = servers.map(async (options) => startNeo4j(lib, over.signal, await options()))
    for (const server of await Promise.all(starting)) started.push(server)
  })
  afterAll(async () => {
    over.abort()
    await Promise.all(started.map((server) => server.stop()))
  })
  return () => started
}

/** What a process needs to use the server. */
export const environmentFor = ({ bolt, username, password }: RunningNeo4j): Readonly<Record<string, string>> => ({
  TRIBUTARY_STORE: bolt,
  NEO4J_USERNAME: username,
  NEO4J_PASSWORD: password,
})
