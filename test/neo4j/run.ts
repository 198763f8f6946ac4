import { parseArgs } from 'node:util'
import { fetchNeo4j } from './fetch-neo4j.ts'
import { runToEnd } from './run-to-end.ts'
import { startNeo4j } from './start-neo4j.ts'

/**
 * `node test/neo4j/run.ts -- COMMAND …` runs a command with a Neo4j server of its own, whose address and credentials it
 * finds in the environment, and ends with the command's exit code. The server goes when the command ends.
 */
const [command, ...args] = parseArgs({ allowPositionals: true }).positionals
if (!command) {
  console.error('Name the command that is to have a Neo4j server: node test/neo4j/run.ts -- COMMAND …')
  process.exit(2)
}

const interrupted = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    interrupted.abort(new Error(`Ended by ${signal}.`))
  })
}

try {
  const { signal } = interrupted
  const server = await startNeo4j(await fetchNeo4j(signal), signal)
  console.error(`Neo4j answers at ${server.bolt}`)
  try {
    const env = {
      ...process.env,
      CI_REQUIRE_NEO4J: '1',
      TRIBUTARY_TEST_NEO4J: server.bolt,
      TRIBUTARY_TEST_NEO4J_HTTP: server.http,
      NEO4J_USERNAME: server.username,
      NEO4J_PASSWORD: server.password,
    }
    process.exitCode = await runToEnd(command, args, { signal, env })
  } finally {
    await server.stop()
  }
} catch (error) {
  console.error(error)
  process.exitCode = 1
}
