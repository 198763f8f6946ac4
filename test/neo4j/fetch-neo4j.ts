import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runToEnd } from './run-to-end.ts'

const pom = fileURLToPath(new URL('pom.xml', import.meta.url))
const cache = fileURLToPath(new URL('../../node_modules/.cache/neo4j/', import.meta.url))

/**
 * The folder with the jars of the Neo4j server that `pom.xml` names. Maven fetches them the first time (118 MB) and whenever
 * the pom changes; `NEO4J_TEST_LIB` names a folder that has them already.
 * @throws when Maven is missing or fails.
 */
export async function fetchNeo4j(signal: AbortSignal): Promise<string> {
  const given = process.env.NEO4J_TEST_LIB
  if (given) return given
  const version = createHash('sha256').update(readFileSync(pom)).digest('hex').slice(0, 12)
  const lib = join(cache, version, 'lib')
  if (existsSync(lib)) return lib
  console.error('Fetching Neo4j with Maven …')
  const partial = `${lib}-${String(process.pid)}`
  await mkdir(dirname(lib), { recursive: true })
  try {
    const goal = [
      '-Dstyle.color=never',
      'dependency:copy-dependencies',
      '-DincludeScope=runtime',
      `-DoutputDirectory=${partial}`,
    ]
    const code = await runToEnd('mvn', ['--quiet', '--batch-mode', '--file', pom, ...goal], { signal })
    if (code !== 0) throw new Error(`Maven could not fetch Neo4j: it ended with ${String(code)}`)
    // Whoever fetched it at the same time and was the first has left the same.
    await rename(partial, lib).catch((error: unknown) => {
      if (!existsSync(lib)) throw error
    })
  } finally {
    await rm(partial, { recursive: true, force: true })
  }
  return lib
}
