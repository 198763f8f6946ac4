import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { packageRoot } from '../graph/package-root.ts'
import { writeGeneratedCatalogue } from './generated-catalogue.ts'
import { measured } from './site/measured.ts'

/**
 * Measures what somebody who writes a catalogue waits for: `tributary check` of `BENCH_ITEMS` (10,000) generated items as a whole
 * process, and how long after a file is saved `tributary dev` answers with the changed page, for a tenth of them. Median and
 * worst of `BENCH_ROUNDS` (20) changes. `node bench/writing.ts`.
 */
const size = Number(process.env['BENCH_ITEMS'] ?? 10_000)
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 20)
const cli = join(packageRoot, 'cli/tributary.mjs')

const folder = mkdtempSync(join(tmpdir(), 'tributary-bench-'))
try {
  await check(size)
  await dev(Math.round(size / 10))
} finally {
  rmSync(folder, { recursive: true })
}
console.log(`load average ${loadavg()[0]?.toFixed(1) ?? ''} on ${String(availableParallelism())} cores`)

async function check(items: number): Promise<void> {
  const catalogue = join(folder, 'check')
  writeGeneratedCatalogue(catalogue, items)
  const files = readdirSync(catalogue, { recursive: true }).filter((file) => String(file).endsWith('.yaml')).length
  const { cpu, peak } = await measured([cli, 'check', '--catalogue', catalogue])
  console.log(`check of ${String(files)} files: ${cpu.toFixed(1)} s CPU, ${peak.toFixed(0)} MB`)
}

async function dev(items: number): Promise<void> {
  const catalogue = join(folder, 'dev')
  writeGeneratedCatalogue(catalogue, items)
  const child = spawn(process.execPath, [cli, 'dev', '--catalogue', catalogue, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  try {
    const [told] = (await once(child.stdout, 'data')) as [Buffer]
    const address = /http\S+/.exec(told.toString())?.[0] ?? ''
    const file = String(readdirSync(join(catalogue, 'applications'))[0])
    const page = `${address}applications/${file.replace('.yaml', '')}/`
    await (await fetch(page)).text()
    const waits: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      await sleep(1000)
      waits.push(await changed(join(catalogue, 'applications', file), page, `Renamed ${String(round)}`))
    }
    waits.sort((a, b) => a - b)
    const at = (part: number): string => `${(waits[Math.floor((waits.length - 1) * part)] ?? 0).toFixed(0)} ms`
    console.log(`dev, ${String(items)} items, from saving a file to its page: median ${at(0.5)}, worst ${at(1)}`)
  } finally {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
}

/** How long it takes from saving an item with another name until its page has it, in milliseconds. */
async function changed(file: string, page: string, name: string): Promise<number> {
  const text = readFileSync(file, 'utf8').replace(/^name: .*/m, `name: ${name}`)
  const started = performance.now()
  writeFileSync(file, text)
  while (!(await (await fetch(page)).text()).includes(name)) await sleep(10)
  return performance.now() - started
}
