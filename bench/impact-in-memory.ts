import { ifChanged } from '../graph/impact/change.ts'
import { impact } from '../graph/impact/impact.ts'
import { Indexer } from '../graph/impact/index-snapshot.ts'
import type { IndexedSnapshot } from '../graph/impact/index-snapshot.ts'
import { CollectedSources } from '../graph/impact/source-table.ts'
import { toEnd } from '../graph/impact/steps.ts'
import { randomNumbers } from './generated-catalogue.ts'
import { memoryInUse } from './memory-in-use.ts'

/**
 * Measures what impact takes where a graph is too large to load for a measurement: `BENCH_ITEMS` (1,000,000) items with four
 * needs each, two of them in a group, every tenth item also needing the first one. CPU time and memory.
 * `node bench/impact-in-memory.ts`.
 */
const size = Number(process.env['BENCH_ITEMS'] ?? 1_000_000)
const words = ['river', 'service', 'request', 'change', 'team', 'desk', 'mail', 'portal']
const idOf = (number: number): string => `application/application-${String(number).padStart(7, '0')}`

const before = memoryInUse()
const started = cpuTime()
const { index, sourcesOf } = made()
const indexing = cpuTime() - started
const kept = memoryInUse() - before
console.log(
  `${String(size)} items, ${String(index.needs.length)} needs: indexed in ${(indexing / 1000).toFixed(1)} s CPU`,
)
console.log(
  `${kept.toFixed(0)} MB kept, ${String(Math.round((kept * 1e6) / index.needs.length))} bytes a need all in all`,
)
for (let round = 0; round < 3; round += 1) {
  const failed = timed(() => impact(index, new Map([[idOf(0), 'DOWN']])).affected.size)
  const changed = timed(() => ifChanged(index, [idOf(0)]).reached.size)
  console.log(`the first item fails: ${failed}; it changes: ${changed}`)
}
console.log(`its first need is written in ${sourcesOf(0)[0]?.file ?? ''}`)

function made(): { readonly index: IndexedSnapshot; readonly sourcesOf: ReturnType<CollectedSources['done']> } {
  const random = randomNumbers(size)
  const word = (): string => words[Math.floor(random() * words.length)] ?? ''
  const indexer = new Indexer(
    Array.from({ length: size }, (_, number) => {
      const kind = number % 30 === 0 ? 'ValueStream' : 'Application'
      return { id: idOf(number), kind, name: `${word()} ${word()} ${String(number)}` }
    }),
  )
  const sources = new CollectedSources()
  for (let item = 0; item < size; item += 1) {
    for (let place = 0; place < 4; place += 1) {
      const needed = place === 0 && item % 10 === 1 ? 0 : Math.floor(random() * size)
      const source = { layer: 'made up', file: `${idOf(item)}.yaml`, line: 10 + place }
      indexer.add({
        ...{ dependent: idOf(item), needed: idOf(needed), type: 'NEEDS' },
        criticality: place === 0 ? 'ESSENTIAL' : 'IMPORTANT',
        redundancyGroup: place > 1 ? 'pair' : undefined,
        relation: sources.add(JSON.stringify([source])),
      })
    }
  }
  return { index: toEnd(indexer.index()), sourcesOf: sources.done() }
}

function timed(work: () => number): string {
  const begun = cpuTime()
  const items = work()
  return `${String(items)} items in ${(cpuTime() - begun).toFixed(0)} ms CPU`
}

/** This process's CPU time, in milliseconds. */
function cpuTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
