import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCatalogue } from '../graph/catalogue/read-catalogue.ts'
import { builtInFolder } from '../graph/catalogue/built-in-layers.ts'
import { applyPlan } from '../graph/load/apply-plan.ts'
import { planLoad } from '../graph/load/plan.ts'
import { packageRoot } from '../graph/package-root.ts'
import { openStore } from '../graph/store/open-store.ts'
import { loadGenerated } from './load-generated.ts'

/**
 * Measures how long `tributary serve` takes on the embedded store from the start of its process until it has answered its first
 * question: for the example catalogue, and for a generated one of `BENCH_ITEMS` items.
 */
const size = Number(process.env['BENCH_ITEMS'] ?? 10_000)
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 9)
const folder = mkdtempSync(join(tmpdir(), 'tributary-bench-'))
/** What is asked first: one item with what it leads to, and a list. */
const question = '{ practices(first: 20) { nodes { id name owner { name } resources(first: 5) { nodes { name } } } } }'

const ms = (milliseconds: number): string => `${milliseconds.toFixed(0)} ms`
const tellCpu = `process.on('exit', () => { const { user, system } = process.cpuUsage(); process.stdout.write('CPU ' + Math.round((user + system) / 1000) + '\\n') })`

try {
  const example = `file:${join(folder, 'example')}`
  await loadExample(example)
  const generated = `file:${join(folder, 'generated')}`
  const { items } = await loadGenerated(join(folder, 'catalogue'), size, [generated])
  console.log('| catalogue | listening after | answered after | worst | CPU |\n| --- | --- | --- | --- | --- |')
  console.log(await measure('the example', example))
  console.log(await measure(`${items.toLocaleString('en')} items`, generated))
} finally {
  rmSync(folder, { recursive: true })
}

async function measure(name: string, store: string): Promise<string> {
  await startOnce(store) // Fills Node's cache of compiled code, as the first start after an installation does.
  const starts: Started[] = []
  for (let round = 0; round < rounds; round += 1) starts.push(await startOnce(store))
  const of = (part: keyof Started): number[] => starts.map((each) => each[part]).sort((a, b) => a - b)
  const median = (part: keyof Started): string => ms(of(part)[rounds >> 1] ?? 0)
  return `| ${name} | ${median('listening')} | ${median('answered')} | ${ms(of('answered').at(-1) ?? 0)} | ${median('cpu')} |`
}

/** Milliseconds since the process was started, and of processor time until it had answered. */
interface Started {
  readonly listening: number
  readonly answered: number
  readonly cpu: number
}

function startOnce(store: string): Promise<Started> {
  const began = performance.now()
  const args = ['cli/tributary.mjs', 'serve', '--store', store, '--port', '0', '--site', join(folder, 'no-site')]
  // It says what processor time it took when it ends, which it does once the question has been answered.
  const told = ['--import', `data:text/javascript,${encodeURIComponent(tellCpu)}`]
  const child = spawn(process.execPath, [...told, ...args], {
    cwd: packageRoot,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, LOG_LEVEL: 'error' },
  })
  let output = ''
  let found: Promise<Omit<Started, 'cpu'>> | undefined
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (data: Buffer) => {
      output += data.toString()
      const url = /^API +(\S+)$/m.exec(output)?.[1]
      if (url === undefined || found !== undefined) return
      const listening = performance.now() - began
      found = ask(url).then(() => ({ listening, answered: performance.now() - began }))
      found.catch(reject).finally(() => child.kill('SIGINT'))
    })
    child.once('exit', (code) => {
      const cpu = Number(/^CPU (\d+)$/m.exec(output)?.[1])
      if (found === undefined) reject(new Error(`tributary serve ended with ${String(code)}.`))
      else found.then((times) => resolve({ ...times, cpu }), reject)
    })
  })
}

async function ask(url: string): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query: question }) })
  const { data } = (await response.json()) as { readonly data?: unknown }
  if (data == null) throw new Error('The first question was not answered.')
}

async function loadExample(address: string): Promise<void> {
  const { catalogue } = await readCatalogue(builtInFolder('example'))
  if (catalogue === undefined) throw new Error('The example catalogue has errors.')
  const store = await openStore(address)
  await applyPlan(store, await planLoad(store, catalogue))
  await store.close()
}
