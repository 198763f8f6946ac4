import { createApi } from '../api/execute.ts'
import { impact } from '../graph/impact/impact.ts'
import { readSnapshot } from '../graph/impact/read-snapshot.ts'
import { singlePoints } from '../graph/impact/single-points.ts'
import { requireLoadedCatalogue } from '../graph/load/loaded-catalogue.ts'
import { modelFromFiles } from '../graph/model/read-model.ts'
import { openStore } from '../graph/store/open-store.ts'

/** How often each question is asked. */
const times = 15

/**
 * Measures impact on one store, one question after the other: plain Cypher that only finds what depends on an item along
 * NEEDS, the API's answer to "what fails, how badly and why" over all relations, and the engine alone. The item is the
 * heaviest hub: the application that most others need.
 * @returns rows of a table: what, its median, and how many times as long as plain Cypher it takes.
 */
export async function measureImpact(name: string, address: string): Promise<string> {
  const store = await openStore(address)
  const model = modelFromFiles((await requireLoadedCatalogue(store)).model)
  const [hub] = await store.read<{ id: string }>(
    `MATCH (a:TributaryItem:Application)<-[r:NEEDS]-() WITH a, count(r) AS needed
     RETURN a.id AS id ORDER BY needed DESC, id LIMIT 1`,
  )
  const id = hub?.id ?? ''
  const read = performance.now()
  const { index } = await readSnapshot(store, model)
  const reading = performance.now() - read
  const api = await createApi(store, { freshFor: Infinity })
  const question = `{ impact(failed: [{id: "${id}"}], first: 1000) { summary total
    affected { id state degree sentence because { to { id } group { text } sources { file line } } } } }`
  const suppliers = `{ supplierConcentration { summary capacities { streams { share } services { state } } } }`
  const cypher = `MATCH (a:TributaryItem {id: $id})<-[:NEEDS*1..]-(b:TributaryItem) RETURN count(DISTINCT b.id) AS reached`
  let affected = 0
  const rows = [
    ['plain Cypher: what depends on it along NEEDS', await median(() => store.read(cypher, { id }))],
    ['API: what fails with it, how badly and why, 1,000 items told', await median(() => api.execute(question))],
    ['the engine alone', await median(() => (affected = impact(index, new Map([[id, 'DOWN']])).affected.size))],
    ['its single points of failure', await median(() => singlePoints(index, [id]), 3)],
    // Every later answer of the same revision is known.
    ['API: what hangs on each supplier, first asked', await timeOf(() => api.execute(suppliers))],
  ] as const
  await api.close()
  return [
    `${name}: ${String(index.items.length)} items, ${String(index.needs.length)} needs read and indexed in ${ms(reading)}; ${String(affected)} affected.`,
    '| question | median | times plain Cypher |\n|---|---|---|',
    ...rows.map(
      ([what, milliseconds]) => `| ${what} | ${ms(milliseconds)} | ${(milliseconds / rows[0][1]).toFixed(2)} |`,
    ),
  ].join('\n')
}

async function median(ask: () => unknown, often = times): Promise<number> {
  const measured: number[] = []
  await ask()
  for (let i = 0; i < often; i += 1) measured.push(await timeOf(ask))
  return measured.sort((a, b) => a - b)[Math.floor(often / 2)] ?? 0
}

async function timeOf(ask: () => unknown): Promise<number> {
  const started = performance.now()
  await ask()
  return performance.now() - started
}

const ms = (milliseconds: number): string =>
  milliseconds < 10 ? `${milliseconds.toFixed(1)} ms` : `${milliseconds.toFixed(0)} ms`
