import { spawn } from 'node:child_process'
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { packageRoot } from '../graph/package-root.ts'

/**
 * Measures `tributary import log` on a made-up log of `BENCH_EVENTS` events (1,000,000): seconds and peak memory of the
 * whole command, as CSV in no order, as CSV with 36 columns, and as XES packed with gzip. `node bench/event-log.ts`.
 */
const events = Number(process.env['BENCH_EVENTS'] ?? 1_000_000)
const perCase = 10
const begin = Date.UTC(2027, 0, 4, 9)
const activities = ['Open', 'Assign', 'Diagnose', 'Ask', 'Wait', 'Repair', 'Test', 'Resolve', 'Close'] as const

interface Line {
  readonly id: number
  readonly activity: string
  readonly at: string
  readonly who: string
}

/** The event at a place of a case: repairs are sometimes repeated, steps sometimes passed by. */
function lineOf(id: number, place: number): Line {
  const turn = (id * 2_654_435_761) % 97
  const skipped = place > 2 && place < 7 && (turn >> (place - 3)) % 2 === 1
  const activity = skipped ? 'Repair' : (activities[Math.min(place, activities.length - 1)] ?? 'Close')
  const at = new Date(begin + id * 60_000 + place * (turn + 5) * 60_000).toISOString()
  return { id, activity, at, who: `Team ${(id * 31 + place) % 40}` }
}

/** All lines in no order: a prime that doesn't divide their number visits each once. */
function* shuffled(write: (line: Line) => string): Generator<string> {
  for (let i = 0; i < events; i += 1) {
    const which = (i * 7_368_787) % events
    yield write(lineOf(Math.floor(which / perCase), which % perCase))
  }
}

function* csv(more: number): Generator<string> {
  const rest = Array.from({ length: more }, (_, i) => `,some value ${i}`).join('')
  yield `number,activity,timestamp,group${rest.replaceAll('some value', 'column')}\n`
  yield* shuffled(({ id, activity, at, who }) => `INC${id},${activity},${at},${who}${rest}\n`)
}

function* xes(): Generator<string> {
  yield '<?xml version="1.0"?>\n<log xes.version="1.0">\n'
  for (let id = 0; id < events / perCase; id += 1) {
    yield `<trace><string key="concept:name" value="${id}"/>\n`
    for (let place = 0; place < perCase; place += 1) {
      const { activity, at, who } = lineOf(id, place)
      yield `<event><string key="concept:name" value="${activity}"/><date key="time:timestamp" value="${at}"/><string key="org:resource" value="${who}"/><string key="lifecycle:transition" value="complete"/></event>\n`
    }
    yield '</trace>\n'
  }
  yield '</log>\n'
}

const folder = mkdtempSync(join(tmpdir(), 'tributary-bench-'))
try {
  console.log('| log | size | seconds | peak memory |\n|---|---|---|---|')
  await measure('CSV, 4 columns, in no order', 'narrow.csv', csv(0))
  await measure('CSV, 36 columns, in no order', 'wide.csv', csv(32))
  await measure('XES, packed with gzip', 'log.xes.gz', xes())
} finally {
  rmSync(folder, { recursive: true })
}

async function measure(name: string, fileName: string, lines: Generator<string>): Promise<void> {
  const file = join(folder, fileName)
  const pack = fileName.endsWith('.gz') ? [createGzip()] : []
  await pipeline([Readable.from(inPieces(lines)), ...pack, createWriteStream(file)])
  const peak = 'process.on("exit", () => process.stderr.write(`\\nPEAK ${process.resourceUsage().maxRSS}`))'
  const hook = `data:text/javascript,${encodeURIComponent(peak)}`
  const started = performance.now()
  const child = spawn(process.execPath, [
    '--import',
    hook,
    join(packageRoot, 'cli/tributary.mjs'),
    'import',
    'log',
    file,
  ])
  let told = ''
  child.stdout.resume()
  child.stderr.on('data', (data: Buffer) => (told += data.toString()))
  const code = await new Promise((resolve) => child.on('close', resolve))
  if (code !== 0) throw new Error(told)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const megabytes = Math.round(Number(/PEAK (\d+)/.exec(told)?.[1]) / 1024)
  console.log(`| ${name} | ${Math.round(statSync(file).size / 1e6)} MB | ${seconds} | ${megabytes} MB |`)
}

/** Lines joined to pieces that a stream takes at once. */
function* inPieces(lines: Iterable<string>): Generator<string> {
  let piece = ''
  for (const line of lines) {
    piece += line
    if (piece.length < 1 << 16) continue
    yield piece
    piece = ''
  }
  yield piece
}
