import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCatalogue } from '../graph/catalogue/read-catalogue.ts'
import { applyPlan } from '../graph/load/apply-plan.ts'
import { planLoad } from '../graph/load/plan.ts'
import { openStore } from '../graph/store/open-store.ts'
import { writeGeneratedCatalogue } from './generated-catalogue.ts'

/** Measures how long a load takes, on the embedded store and on Neo4j where `TRIBUTARY_TEST_NEO4J` names an empty one. */
const size = Number(process.env['BENCH_ITEMS'] ?? 10_000)
const neo4j = process.env['TRIBUTARY_TEST_NEO4J']
const folder = mkdtempSync(join(tmpdir(), 'tributary-bench-'))
try {
  writeGeneratedCatalogue(join(folder, 'catalogue'), size)
  console.log('| load | items | relations | read and checked | planned and loaded | compared again |')
  console.log('| --- | --- | --- | --- | --- | --- |')
  console.log(await measureLoad('embedded, on disk', `file:${join(folder, 'graph')}`))
  if (neo4j !== undefined) console.log(await measureLoad('Neo4j', neo4j))
} finally {
  rmSync(folder, { recursive: true })
}

async function measureLoad(name: string, address: string): Promise<string> {
  const started = performance.now()
  const { catalogue } = await readCatalogue(join(folder, 'catalogue'))
  if (catalogue === undefined) throw new Error('The generated catalogue has errors.')
  const read = performance.now()
  const store = await openStore(address)
  const plan = await planLoad(store, catalogue)
  await applyPlan(store, plan, { allowLargeRemoval: true })
  const applied = performance.now()
  const again = await planLoad(store, catalogue)
  const compared = performance.now()
  await store.close()
  if (again.nodes.changed.length + again.relations.changed.length > 0)
    throw new Error(`${name}: what was loaded isn't what the catalogue says.`)
  const seconds = (from: number, to: number): string => `${((to - from) / 1000).toFixed(1)} s`
  const sizes = [catalogue.items.size, catalogue.relations.length].map((each) => each.toLocaleString('en'))
  const times = [seconds(started, read), seconds(read, applied), seconds(applied, compared)]
  return `| ${[name, ...sizes, ...times].join(' | ')} |`
}
