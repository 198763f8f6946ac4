import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createApi } from '../api/execute.ts'
import { impact } from '../graph/impact/impact.ts'
import { readSnapshot } from '../graph/impact/read-snapshot.ts'
import type { LoadedSnapshot } from '../graph/impact/read-snapshot.ts'
import { singlePoints } from '../graph/impact/single-points.ts'
import { requireLoadedCatalogue } from '../graph/load/loaded-catalogue.ts'
import { modelFromFiles } from '../graph/model/read-model.ts'
import { openStore } from '../graph/store/open-store.ts'
import { memoryInUse } from './memory-in-use.ts'

/** How often each question is asked. */
const times = 15

/**
 * Measures impact on one store: what the snapshot takes to read and to keep, and questions, one after the other: plain Cypher
 * that only finds what depends on an item along NEEDS, the API's answers over all relations, and the engine alone. The item
 * is the heaviest hub: the application that most others need.
 * @returns rows of a table: what, its median, how many times as long as plain Cypher it takes, and for how long at most it
 * kept everything else waiting.
 */
export async function measureImpact(name: string, address: string): Promise<string> {
  const store = await openStore(address)
  const model = modelFromFiles((await requireLoadedCatalogue(store)).model)
  const [hub] = await store.read<{ id: string }>(
    `MATCH (a:TributaryItem:Application)<-[r:NEEDS]-() WITH a, count(r) AS needed
     RETURN a.id AS id ORDER BY needed DESC, id LIMIT 1`,
  )
  const id = hub?.id ?? ''
  const before = memoryInUse()
  const read: LoadedSnapshot[] = []
  const reading = await measured(async () => read.push(await readSnapshot(store, model)), 0)
  const kept = memoryInUse() - before
  const [{ index }] = read as [LoadedSnapshot]
  const api = await createApi(store, { freshFor: Infinity })
  const question = `{ impact(failed: [{id: "${id}"}], first: 1000) { summary total
    affected { id state degree sentence because { to { id } group { text } sources { file line } } } } }`
  const dependants = `{ changeImpact(changed: ["${id}"], first: 10000) { total reached { id kind name distance } } }`
  const organisation = '{ singlePointsOfFailure { total points { id down degraded } } }'
  const suppliers = '{ supplierConcentration { summary capacities { streams { share } services { state } } } }'
  const cypher = `MATCH (a:TributaryItem {id: $id})<-[:NEEDS*1..]-(b:TributaryItem) RETURN count(DISTINCT b.id) AS reached`
  let affected = 0
  const rows = [
    ['plain Cypher: what depends on it along NEEDS', await measured(() => store.read(cypher, { id }))],
    ['API: all that depends on it, 10,000 items told', await measured(() => api.execute(dependants))],
    ['API: what fails with it, how badly and why, 1,000 items told', await measured(() => api.execute(question))],
    ['the engine alone', await measured(() => (affected = impact(index, new Map([[id, 'DOWN']])).affected.size))],
    ['its single points of failure', await measured(() => singlePoints(index, [id]), 3)],
    // Every later answer of the same revision is known. Too large a one is refused.
    ['API: single points of failure of all, first asked', await measured(() => api.execute(organisation), 0)],
    ['API: what hangs on each supplier, first asked', await measured(() => api.execute(suppliers), 0)],
  ] as const
  await api.close()
  const plain = rows[0][1].median
  return [
    `${name}: ${String(index.items.length)} items, ${String(index.needs.length)} needs read and indexed in ${ms(reading.median)}, others waited ${ms(reading.longest)} at most; ${kept.toFixed(0)} MB kept; ${String(affected)} affected.`,
    '| question | median | times plain Cypher | others waited at most |\n|---|---|---|---|',
    ...rows.map(
      ([what, { median, longest }]) => `| ${what} | ${ms(median)} | ${(median / plain).toFixed(2)} | ${ms(longest)} |`,
    ),
  ].join('\n')
}

/** Asks so often, and once before so that everything is warm; where it isn't asked so often, only the first time counts. */
async function measured(ask: () => unknown, often = times): Promise<{ median: number; longest: number }> {
  const waited = monitorEventLoopDelay({ resolution: 5 })
  waited.enable()
  const all = [await timeOf(ask)]
  for (let i = 0; i < often; i += 1) all.push(await timeOf(ask))
  waited.disable()
  const warm = often === 0 ? all : all.slice(1)
  return { median: warm.sort((a, b) => a - b)[Math.floor(warm.length / 2)] ?? 0, longest: waited.max / 1e6 }
}

async function timeOf(ask: () => unknown): Promise<number> {
  const started = performance.now()
  await ask()
  return performance.now() - started
}

const ms = (milliseconds: number): string =>
  milliseconds < 10 ? `${milliseconds.toFixed(1)} ms` : `${milliseconds.toFixed(0)} ms`
