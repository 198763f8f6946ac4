import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import autocannon from 'autocannon'
import { readCatalogue } from '../graph/catalogue/read-catalogue.ts'
import { applyPlan } from '../graph/load/apply-plan.ts'
import { planLoad } from '../graph/load/plan.ts'
import { openStore } from '../graph/store/open-store.ts'
import { packageRoot } from '../graph/package-root.ts'
import { writeGeneratedCatalogue } from './generated-catalogue.ts'
import { measureImpact } from './impact.ts'
import { questions } from './questions.ts'
import type { Question } from './questions.ts'
import { measureSinglePoints } from './single-points.ts'

/**
 * Compares the API with bare Cypher on one machine, one Neo4j, the same data, equal answers verified, in interleaved
 * rounds, and measures the load on both stores. `TRIBUTARY_TEST_NEO4J` names an empty Neo4j; `npm run bench` starts one.
 */
const neo4j = process.env['TRIBUTARY_TEST_NEO4J']
if (neo4j === undefined) throw new Error('Set TRIBUTARY_TEST_NEO4J to the address of an empty Neo4j.')
const size = Number(process.env['BENCH_ITEMS'] ?? 10_000)
const seconds = Number(process.env['BENCH_SECONDS'] ?? 8)
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 3)
const clients = 10

const folder = mkdtempSync(join(tmpdir(), 'tributary-bench-'))
const children: ChildProcess[] = []
try {
  writeGeneratedCatalogue(join(folder, 'catalogue'), size)
  const file = `file:${join(folder, 'graph')}`
  console.log(await measureLoad('embedded, on disk', file))
  console.log(await measureLoad('Neo4j', neo4j))
  const api = await start(
    ['cli/tributary.mjs', 'serve', '--store', neo4j, '--port', '0', '--site', join(folder, 'no-site')],
    /^API +(\S+)$/m,
  )
  const embedded = await start(
    ['cli/tributary.mjs', 'serve', '--store', file, '--port', '0', '--site', join(folder, 'no-site')],
    /^API +(\S+)$/m,
  )
  const bare = `http://127.0.0.1:${await start(['bench/bare-server.ts', neo4j], /^(\d+)$/m)}`
  console.log(
    '| question | bytes | bare Cypher/s | API/s | share | API on the embedded store/s |\n|---|---|---|---|---|---|',
  )
  for (const [index, question] of questions.entries())
    console.log(await compare(question, `${bare}/${String(index)}`, api, embedded))
  for (const child of children.splice(0)) child.kill()
  console.log(await measureImpact('Neo4j', neo4j))
  console.log(await measureImpact('embedded, on disk', file))
  console.log(measureSinglePoints())
} finally {
  for (const child of children) child.kill()
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
  await store.close()
  const s = (from: number, to: number): string => `${((to - from) / 1000).toFixed(1)} s`
  const changes = again.nodes.changed.length + again.relations.changed.length
  return `${name}: ${String(catalogue.items.size)} items, ${String(catalogue.relations.length)} relations: read ${s(started, read)}, planned and loaded ${s(read, applied)}, compared again ${s(applied, performance.now())} (${String(changes)} changes).`
}

async function compare(question: Question, bare: string, api: string, embedded: string): Promise<string> {
  const body = JSON.stringify({ query: question.query, variables: question.variables })
  const headers = { 'content-type': 'application/json' }
  const ask = async (url: string): Promise<unknown> => (await fetch(url, { method: 'POST', body, headers })).json()
  const [expected, answered, local] = [await ask(bare), await ask(api), await ask(embedded)]
  if (!isDeepStrictEqual(expected, answered))
    throw new Error(`${question.name}: the API doesn't answer what bare Cypher does.`)
  if (!isDeepStrictEqual(expected, local))
    throw new Error(`${question.name}: the embedded store doesn't answer what Neo4j does.`)
  const run = async (url: string): Promise<number> => {
    const result = await autocannon({ url, method: 'POST', body, headers, connections: clients, duration: seconds })
    if (result.non2xx + result.errors > 0)
      throw new Error(`${question.name}: ${String(result.non2xx + result.errors)} requests failed.`)
    return result.requests.total / result.duration
  }
  for (const url of [bare, api, embedded]) await run(url) // Warm.
  const measured: [number, number, number][] = []
  for (let round = 0; round < rounds; round += 1) measured.push([await run(bare), await run(api), await run(embedded)])
  const median = (at: 0 | 1 | 2): number =>
    measured.map((each) => each[at]).sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0
  const bytes = JSON.stringify(expected).length
  const [b, a, e] = [median(0), median(1), median(2)]
  return `| ${question.name} | ${String(bytes)} | ${b.toFixed(0)} | ${a.toFixed(0)} | ${(a / b).toFixed(2)} | ${e.toFixed(0)} |`
}

/** Starts a process of ours and waits for the line that says where it answers. */
function start(args: readonly string[], pattern: RegExp): Promise<string> {
  const child = spawn(process.execPath, args, {
    cwd: packageRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, LOG_LEVEL: 'error' },
  })
  children.push(child)
  let output = ''
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (data: Buffer) => {
      output += data.toString()
      const found = pattern.exec(output)?.[1]
      if (found !== undefined) resolve(found)
    })
    child.once('exit', (code) => {
      reject(new Error(`${args.join(' ')} ended with ${String(code)}.`))
    })
  })
}
