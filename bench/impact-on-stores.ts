import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measureImpact } from './impact.ts'
import { loadGenerated } from './load-generated.ts'
import { measureSinglePoints } from './single-points.ts'

/** Measures questions about impact on the embedded store and on Neo4j, which `TRIBUTARY_TEST_NEO4J` names, and the engine alone. */
const size = Number(process.env['BENCH_ITEMS'] ?? 10_000)
const neo4j = process.env['TRIBUTARY_TEST_NEO4J']
const folder = mkdtempSync(join(tmpdir(), 'tributary-bench-'))
try {
  const embedded = `file:${join(folder, 'graph')}`
  await loadGenerated(join(folder, 'catalogue'), size, neo4j === undefined ? [embedded] : [embedded, neo4j])
  if (neo4j !== undefined) console.log(await measureImpact('Neo4j', neo4j))
  console.log(await measureImpact('embedded, on disk', embedded))
  console.log(measureSinglePoints())
} finally {
  rmSync(folder, { recursive: true })
}
