import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createApi } from '../api/execute.ts'
import type { Catalogue } from '../graph/catalogue/catalogue.ts'
import { readCatalogue } from '../graph/catalogue/read-catalogue.ts'
import { applyPlan } from '../graph/load/apply-plan.ts'
import { isEmpty, planLoad } from '../graph/load/plan.ts'
import { packageRoot } from '../graph/package-root.ts'
import { cursorAt } from '../graph/query/cursor.ts'
import { openStore } from '../graph/store/open-store.ts'
import { writeGeneratedCatalogue } from './generated-catalogue.ts'
import { largeCatalogue } from './large-catalogue.ts'

/**
 * Measures what a large catalogue takes: `BENCH_ITEMS` items and four relations each, loaded into the graph named by
 * `TRIBUTARY_TEST_NEO4J` or, with `BENCH_STORE=file`, into the embedded store; then what the API takes there. Each part is a
 * process of its own, whose peak of memory is measured.
 *
 * - `read` writes a catalogue of that size (8.7 relations an item) as files, and reads and checks it.
 * - `load` makes the catalogue in memory, plans, loads, plans again, changes ten items.
 * - `ask` asks the API, in process, one question after the other.
 * - `search` asks it to search, for which it indexes every item.
 */
const size = Number(process.env['BENCH_ITEMS'] ?? 1_000_000)
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 30)
const measures = { read: measureRead, load: measureLoad, ask: measureQuestions, search: measureSearch }
type Part = keyof typeof measures
const isPart = (name: string): name is Part => name in measures

const [part, address = ''] = parseArgs({ allowPositionals: true }).positionals
if (part !== undefined && isPart(part)) await measures[part](address)
else await measureAll()

async function measureAll(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tributary-scale-'))
  const neo4j = process.env['TRIBUTARY_TEST_NEO4J']
  const embedded = process.env['BENCH_STORE'] === 'file' || neo4j === undefined
  const store = embedded ? `file:${join(folder, 'graph')}` : neo4j
  const heap = embedded ? '' : `, Neo4j with ${process.env['NEO4J_TEST_HEAP'] ?? '2g'} of heap`
  console.log(`${String(size)} items, 4 relations each; ${embedded ? 'embedded store' : 'Neo4j'}${heap}`)
  try {
    const wanted = process.env['BENCH_PARTS']?.split(',').filter(isPart) ?? (['load', 'ask', 'search'] as const)
    for (const each of wanted) {
      const code = await run(each, each === 'read' ? join(folder, 'catalogue') : store)
      if (code !== 0) console.log(`${each}: ended with ${String(code)}`)
    }
    if (embedded) console.log(`size on disk: ${megabytes(sizeOf(join(folder, 'graph')))}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function run(name: Part, argument: string): Promise<number> {
  const memory = process.env['BENCH_OLD_SPACE'] ?? '6144'
  const args = [`--max-old-space-size=${memory}`, 'bench/scale.ts', name, argument]
  const child = spawn(process.execPath, args, { cwd: packageRoot, stdio: 'inherit' })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      if (signal !== null) console.log(`${name}: ended by ${signal}`)
      resolve(code ?? 1)
    })
  })
}

async function measureRead(folder: string): Promise<void> {
  writeGeneratedCatalogue(folder, size)
  const { catalogue, files } = await timed('read and check', () => readCatalogue(folder))
  if (catalogue === undefined) throw new Error('The generated catalogue has errors.')
  const { items, relations, findings } = catalogue
  console.log(
    `${String(files)} files, ${String(items.size)} items, ${String(relations.length)} relations, ${String(findings.length)} findings`,
  )
}

async function measureLoad(at: string): Promise<void> {
  const catalogue = await timed('make the catalogue', async () => largeCatalogue(size))
  console.log(`${String(catalogue.items.size)} items, ${String(catalogue.relations.length)} relations`)
  const store = await openStore(at)
  let toldAt = performance.now()
  /** A line every half a minute, so that one sees that it goes on. */
  const tell = (doing: string, done: number, of: number): void => {
    if (performance.now() - toldAt < 30_000) return
    toldAt = performance.now()
    console.error(`  ${doing}: ${String(done)} of ${String(of)}, ${megabytes(process.memoryUsage.rss())}`)
  }
  const load = async (wanted: Catalogue, what: string): Promise<void> => {
    const plan = await timed(`${what}: plan`, () => planLoad(store, wanted))
    await timed(`${what}: apply`, () => applyPlan(store, plan, { onProgress: tell }))
  }
  await load(catalogue, 'first load')
  const again = await timed('same again: plan', () => planLoad(store, catalogue))
  if (!isEmpty(again)) throw new Error('What was loaded is not what the catalogue says.')
  await load(largeCatalogue(size, 10), 'ten items changed')
  await store.close()
}

async function measureQuestions(at: string): Promise<void> {
  const store = await openStore(at)
  const api = await timed('open the API', () => createApi(store))
  const number = (index: number, most: number): string =>
    String(Math.floor(((index * 7919) % rounds) * (most / rounds))).padStart(7, '0')
  const application = (index: number): string => `application/application-${number(index, size / 2)}`
  const stream = (index: number): string => `value-stream/value-stream-${number(index, size * 0.03)}`
  const deep = cursorAt('NAME', ['portal', 'application/application-0000000'])
  const questions: readonly (readonly [string, (index: number) => string])[] = [
    [
      'one application by id',
      (index) => `{ application(id: "${application(index)}") { id name summary owner { id name } } }`,
    ],
    ['first page of 100', () => '{ applications(first: 100) { nodes { id name summary } } }'],
    [
      'page of 100 deep in the list',
      () => `{ applications(first: 100, after: "${deep}") { nodes { id name summary } } }`,
    ],
    [
      'an item with all its relations',
      (index) =>
        `{ node(id: "${application(index)}") { id ... on Item { name relations(first: 100) { nodes { id name } } } } }`,
    ],
    [
      "a stream's page",
      (index) => `{ valueStream(id: "${stream(index)}") { name situation owner { name }
        steps(first: 100, orderBy: {field: POSITION}) { nodes { id name activity { name }
          practices(first: 20) { edges { criticality node { id name purpose } } }
          tools(first: 20) { edges { status node { id name needs(first: 20) { nodes { id name } } } } } } } } }`,
    ],
  ]
  for (const [name, question] of questions) {
    const times: number[] = []
    for (let index = 0; index <= rounds; index += 1) times.push(await answered(api, question(index)))
    console.log(`${name}: ${latencies(times)}`)
  }
  await timed('a page of findings', () => answered(api, '{ findings(first: 100) { totalCount nodes { message } } }'))
  await timed('the same again', () => answered(api, '{ findings(first: 100) { totalCount nodes { message } } }'))
  await timed('completeness', () => answered(api, '{ completeness(first: 10) { score } }'))
  await api.close()
}

async function measureSearch(at: string): Promise<void> {
  const api = await createApi(await openStore(at))
  const question = (text: string): string => `{ search(query: "${text}", first: 10) { nodes { item { id name } } } }`
  await timed('first search', () => answered(api, question('ledger')))
  const times: number[] = []
  for (let index = 0; index <= rounds; index += 1)
    times.push(await answered(api, question(`cloud desk ${String(index)}`)))
  console.log(`search: ${latencies(times)}`)
  await api.close()
}

/** Asks, and says how long it took, in milliseconds. */
async function answered(api: Awaited<ReturnType<typeof createApi>>, question: string): Promise<number> {
  const started = performance.now()
  const { errors } = await api.execute(question)
  if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join(' '))
  return performance.now() - started
}

/** The first apart: it plans the statement. */
function latencies([first = 0, ...times]: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number): string => `${(sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1)} ms`
  return `median ${at(0.5)}, p95 ${at(0.95)} (the first ${first.toFixed(0)} ms)`
}

async function timed<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const [started, before] = [performance.now(), process.cpuUsage()]
  const result = await work()
  const { user, system } = process.cpuUsage(before)
  const seconds = `${((performance.now() - started) / 1000).toFixed(1)} s, of this process's CPU ${((user + system) / 1e6).toFixed(1)} s`
  console.log(`${what}: ${seconds} (peak of memory so far ${megabytes(process.resourceUsage().maxRSS * 1024)})`)
  return result
}

function sizeOf(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`
}
