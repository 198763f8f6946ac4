import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../graph/store/open-store.ts'
import { endAbandoned } from './abandoned.ts'
import { compare } from './compare.ts'
import { installCompared, startCompetitors } from './competitors.ts'
import { loadGenerated } from './load-generated.ts'
import { questions } from './questions/questions.ts'
import type { Population } from './questions/question.ts'
import { latencyTable, throughputTable } from './table.ts'
import type { Compared } from './table.ts'

/**
 * Compares the API with \@neo4j/graphql, bare Cypher and DataLoader: in one run, on the same data, equal answers verified, in
 * interleaved rounds. `TRIBUTARY_TEST_NEO4J` names an empty Neo4j; `npm run bench` starts one. See bench/README.md.
 */
const neo4j = process.env['TRIBUTARY_TEST_NEO4J']
if (neo4j === undefined) throw new Error('Set TRIBUTARY_TEST_NEO4J to the address of an empty Neo4j.')
const sizes = (process.env['BENCH_ITEMS'] ?? '10000,100000').split(',').map(Number)
const seconds = Number(process.env['BENCH_SECONDS'] ?? 3)
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 3)

await installCompared()
const [cpu] = cpus()
console.log(`${String(cpus().length)} × ${cpu?.model ?? 'processor'}, Node.js ${process.versions.node}, 10 clients`)
for (const size of sizes) await measure(neo4j, size)

async function measure(address: string, size: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tributary-bench-'))
  const children: ChildProcess[] = []
  try {
    const embedded = `file:${join(folder, 'graph')}`
    const { items, relations } = await loadGenerated(join(folder, 'catalogue'), size, [address, embedded])
    console.log(`\n${items.toLocaleString('en')} items, ${relations.toLocaleString('en')} relations:\n`)
    const population = await populationOf(address)
    const competitors = await startCompetitors(address, embedded, folder, children)
    const all: Compared[] = []
    const measuring = { seconds, rounds, settle: () => endAbandoned(address) }
    try {
      for (const [number, question] of questions.entries()) {
        const variables = question.variables(population)
        all.push({ question, ...(await compare(question, number, variables, competitors, measuring)) })
        process.stderr.write(`${question.name}: measured\n`)
      }
    } finally {
      // What was measured until something failed took its time, too.
      console.log(`${throughputTable(all)}\n\n${latencyTable(all)}`)
    }
  } finally {
    for (const child of children) child.kill()
    rmSync(folder, { recursive: true })
  }
}

async function populationOf(address: string): Promise<Population> {
  const store = await openStore(address)
  const rows = await store.read<{ id: string; kind: string; sort: string }>(
    'MATCH (n:TributaryItem) RETURN n.id AS id, n._kind AS kind, n._sort AS sort ORDER BY sort, id',
  )
  await store.close()
  const sorts = new Map(rows.map(({ id, sort }) => [id, sort]))
  return {
    ids: (kind) => rows.filter((row) => row.kind === kind).map(({ id }) => id),
    sortKey: (id) => sorts.get(id) ?? '',
  }
}
