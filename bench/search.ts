import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { createApi } from '../api/execute.ts'
import { readCatalogue } from '../graph/catalogue/read-catalogue.ts'
import { applyPlan } from '../graph/load/apply-plan.ts'
import { planLoad } from '../graph/load/plan.ts'
import { openStore } from '../graph/store/open-store.ts'
import { provideBuildInput } from '../site/src/catalogue/build-input.ts'
import { readAllItems } from '../site/src/catalogue/read-catalogue.ts'
import { pageSize } from '../site/src/kind-list/rows-html.ts'
import { listOf } from '../site/src/page/kind-list/list-of.ts'
import { SearchEngine } from '../site/src/search/search-engine.ts'
import type { SearchFile } from '../site/src/search/search-file.ts'
import { writeSearchFile } from '../site/src/search/write-search-file.ts'
import { writeGeneratedCatalogue } from './generated-catalogue.ts'

/**
 * Measures the site's search and its lists of a kind on a generated catalogue: what a browser fetches, how long it takes to
 * make it ready, and how long an answer takes. `BENCH_ITEMS` sets the size.
 */
const size = Number(process.env['BENCH_ITEMS'] ?? 10_000)
/** How often each question is asked, in rounds of all of them: what else the machine does then hits all alike. */
const rounds = 60

/** One letter, beginnings, whole words, several, what most items have, what none has, and words with letters wrong. */
const questions = [
  ...['r', 'ri', 'river', 'river desk', 'application 00120', 'change desk river cloud', 'team'],
  ...['zzzz', 'servce', 'servce requset', 'suplier cluod porttal'],
]

const folder = mkdtempSync(join(tmpdir(), 'tributary-search-'))
try {
  writeGeneratedCatalogue(folder, size)
  const { catalogue } = await readCatalogue(folder)
  if (catalogue === undefined) throw new Error('The generated catalogue has errors.')
  const store = await openStore('memory:')
  await applyPlan(store, await planLoad(store, catalogue))
  const api = await createApi(store)
  const execute: Parameters<typeof readAllItems>[0] = (document, variables) => api.execute(document, variables)
  provideBuildInput({ execute, base: '/', title: 'Generated', today: '2026-11-22' })
  const all = await readAllItems(execute)
  await api.close()
  const file = writeSearchFile(all)
  console.log(`search.json, ${String(file.names.length)} items: ${sizes(JSON.stringify(file))}`)
  const kinds = [...all.model.kinds.values()].filter(({ name }) => (all.byKind.get(name)?.length ?? 0) > pageSize)
  const lists = kinds.map((kind) => JSON.stringify(listOf(kind, all)))
  console.log(`lists of ${String(lists.length)} kinds: ${sizes(lists.join(''))}`)
  await ready(file, 'en') // Warm.
  for (const locale of ['de', 'en']) {
    const { engine, cpu, longest } = await ready(file, locale)
    console.log(`ready (${locale}): ${cpu.toFixed(0)} ms of CPU, at most ${longest.toFixed(0)} ms at once`)
    if (locale === 'en') measure(engine)
  }
} finally {
  rmSync(folder, { recursive: true })
}

/** Makes the engine as a browser does. @returns also its CPU time and how much of that nothing else had a turn, in ms. */
async function ready(
  file: SearchFile,
  locale: string,
): Promise<{ readonly engine: SearchEngine; readonly cpu: number; readonly longest: number }> {
  const started = process.cpuUsage()
  let turn = started
  let longest = 0
  const turns = setInterval(() => {
    longest = Math.max(longest, cpuSince(turn))
    turn = process.cpuUsage()
  })
  const engine = await SearchEngine.prepare(file, '/', locale)
  clearInterval(turns)
  return { engine, cpu: cpuSince(started), longest }
}

function measure(engine: SearchEngine): void {
  const measured = questions.map((): number[] => [])
  for (let round = 0; round < rounds; round += 1) {
    for (const [i, words] of questions.entries()) {
      const before = process.cpuUsage()
      engine.search(words).items(0, 12)
      measured[i]?.push(cpuSince(before))
    }
  }
  console.log('| words | results | median | p95 |\n|---|---|---|---|')
  for (const [i, words] of questions.entries()) {
    const times = measured[i]?.sort((a, b) => a - b) ?? []
    const at = (part: number): string => `${(times[Math.floor(rounds * part)] ?? 0).toFixed(1)} ms`
    console.log(`| ${words} | ${String(engine.search(words).total)} | ${at(0.5)} | ${at(0.95)} |`)
  }
}

/** CPU time of this process, in ms. */
function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

function sizes(text: string): string {
  const kb = (bytes: number): string => `${(bytes / 1000).toFixed(0)} KB`
  return `${kb(Buffer.byteLength(text))}, gzip ${kb(gzipSync(text).length)}, brotli ${kb(brotliCompressSync(text).length)}`
}
