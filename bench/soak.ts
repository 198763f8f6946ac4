import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { ChangingCatalogue } from './soak/changing-catalogue.ts'
import { Clients } from './soak/clients.ts'
import { growthOf } from './soak/growth.ts'
import type { Sample } from './soak/growth.ts'
import { soakQuestions } from './soak/questions.ts'
import { SoakedServer, tributary } from './soak/soaked-server.ts'

/**
 * Has `SOAK_CLIENTS` clients (50) ask a server for `SOAK_MINUTES` minutes (10), while every `SOAK_LOAD_SECONDS` seconds (15) a
 * changed catalogue is loaded beside it: on the embedded store, and on the Neo4j that `TRIBUTARY_TEST_NEO4J` names, whose graph
 * it replaces. Fails where an answer is wrong, the server ends, or its memory grows.
 */
const minutes = Number(process.env['SOAK_MINUTES'] ?? 10)
const clientCount = Number(process.env['SOAK_CLIENTS'] ?? 50)
const loadSeconds = Number(process.env['SOAK_LOAD_SECONDS'] ?? 15)

const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(1)
const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |\n`
const print = (text: string): void => {
  process.stdout.write(text)
}

/** Soaks a server over one store. @returns what is wrong. */
async function soak(name: string, store: string, folder: string): Promise<string[]> {
  const catalogue = new ChangingCatalogue(join(folder, 'catalogue'), store)
  await catalogue.load()
  const site = join(folder, 'site')
  await tributary('build', '--store', store, '--site', site)
  const server = await SoakedServer.start('--store', store, '--site', site)
  try {
    return (await soakServer(server, catalogue, name)).map((problem) => `${name}: ${problem}`)
  } finally {
    await server.stop()
  }
}

/** Asks and loads until the time is over. @returns what is wrong. */
async function soakServer(server: SoakedServer, catalogue: ChangingCatalogue, name: string): Promise<string[]> {
  const clients = new Clients(clientCount)
  const asking = clients.ask(await soakQuestions(server.address, catalogue))
  const samples: Sample[] = []
  const begin = performance.now()
  const elapsed = (): number => (performance.now() - begin) / 1_000
  const isOver = (): boolean => elapsed() >= minutes * 60 || !server.isAlive
  const loading = (async () => {
    while (!isOver()) {
      await pause(loadSeconds * 1_000)
      await catalogue.load()
    }
  })()
  print(
    `\n${name}, ${clientCount} clients\n\n${row(['seconds', 'answers', 'wrong', 'revision', 'heap MB', 'memory MB'])}`,
  )
  print(row(Array<string>(6).fill('---')))
  while (!isOver()) {
    await pause((minutes * 60_000) / 40)
    if (!server.isAlive) break
    samples.push({ heap: await server.heap(), rss: server.rss(), at: elapsed() })
    const { at, heap, rss } = samples.at(-1) ?? { at: 0, heap: 0, rss: 0 }
    const wrong = [...clients.faults.values()].reduce((sum, count) => sum + count, 0)
    print(row([at.toFixed(0), clients.answers, wrong, clients.revision, megabytes(heap), megabytes(rss)]))
  }
  await loading
  // What was loaded last is to be seen by everybody before the end.
  await pause(5_000)
  clients.stop()
  await asking
  printQuestions(clients)
  const hadEnded = !server.isAlive
  const code = await server.stop()
  return [
    ...(hadEnded || code !== 0
      ? [`The server ended ${hadEnded ? 'by itself' : 'when asked to'}, with ${String(code)}.`]
      : []),
    ...[...clients.faults].map(([fault, count]) => `${count} × ${fault}`),
    ...(clients.revision === catalogue.revision
      ? []
      : [`Revision ${catalogue.revision} was loaded, ${clients.revision} shown.`]),
    ...(['heap', 'rss'] as const).flatMap((what) => {
      const { gained, isTooMuch } = growthOf(what, samples)
      print(`${what}: ${megabytes(gained)} MB more at the end than in the middle\n`)
      return isTooMuch ? [`${what} grew by ${megabytes(gained)} MB in the second half.`] : []
    }),
  ]
}

function printQuestions({ durations }: Clients): void {
  print(`\n${row(['question', 'answers', 'p50 ms', 'p95 ms', 'longest ms'])}${row(Array<string>(5).fill('---'))}`)
  const ms = (microseconds: number): string => (microseconds / 1_000).toFixed(1)
  for (const [name, each] of [...durations].sort()) {
    print(row([name, each.count, ms(each.percentile(50)), ms(each.percentile(95)), ms(each.max)]))
  }
  print('\n')
}

const folder = mkdtempSync(join(tmpdir(), 'tributary-soak-'))
const neo4j = process.env['TRIBUTARY_TEST_NEO4J']
const problems: string[] = []
try {
  problems.push(...(await soak('Embedded store', `file:${join(folder, 'graph')}`, join(folder, 'embedded'))))
  if (neo4j !== undefined) problems.push(...(await soak('Neo4j', neo4j, join(folder, 'neo4j'))))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
for (const problem of problems) process.stderr.write(`${problem}\n`)
print(problems.length === 0 ? '\nNothing wrong.\n' : `\n${problems.length} problems.\n`)
process.exit(problems.length === 0 ? 0 : 1)
