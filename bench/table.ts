import type { Reached } from './compare.ts'
import { competitorNames } from './competitors.ts'
import type { Competitor } from './competitors.ts'
import type { Question } from './questions/question.ts'

/** What everybody reached with one question. */
export interface Compared {
  readonly question: Question
  /** Of an answer, the median. */
  readonly bytes: number
  readonly reached: ReadonlyMap<Competitor, Reached>
}

/** Requests a second, as shares of bare Cypher's on Neo4j, and as multiples of DataLoader's on the embedded store. */
export function throughputTable(compared: readonly Compared[]): string {
  const rows = compared.map(({ question, bytes, reached }) => {
    const { bare, tributary: ours, neo4jGraphql: rival, kept, embedded, dataLoader: loader } = figures(reached)
    const ratio = (of: number | undefined, to: number | undefined): string =>
      of === undefined || to === undefined ? '' : ` (${(of / to).toFixed(2)})`
    const mark = (ours ?? 0) / (bare ?? 1) >= question.aim ? '' : ' **missed**'
    return [
      ...[question.name, bytes.toLocaleString('en'), told(bare)],
      `${told(ours)}${ratio(ours, bare)}${mark}`,
      ...[question.aim.toFixed(2), `${told(rival)}${ratio(rival, bare)}`, told(kept)],
      ...[`${told(embedded)}${ratio(embedded, loader)}`, told(loader)],
    ]
  })
  return table(
    [
      ...['question', 'bytes', 'bare Cypher/s', 'Tributary/s (share)', 'aim', '@neo4j/graphql/s (share)'],
      ...['answers kept/s', 'embedded/s (times DataLoader)', 'DataLoader, embedded/s'],
    ],
    rows,
  )
}

/** Latencies: medians of the runs' p50 and p95. */
export function latencyTable(compared: readonly Compared[]): string {
  const competitors = compared[0] === undefined ? [] : [...compared[0].reached.keys()]
  return table(
    ['ms: p50 / p95', ...competitors.map(({ name }) => name)],
    compared.map(({ question, reached }) => [
      question.name,
      ...competitors.map((each) => {
        const found = reached.get(each)
        return found === undefined ? '–' : `${told(found.p50)} / ${told(found.p95)}`
      }),
    ]),
  )
}

/** Requests a second by competitor; undefined for whom a question is beyond. */
function figures(reached: Compared['reached']): Partial<Record<keyof typeof competitorNames, number>> {
  const perSecond = new Map([...reached].map(([{ name }, each]) => [name, each.perSecond]))
  return Object.fromEntries(Object.entries(competitorNames).map(([key, name]) => [key, perSecond.get(name)]))
}

const told = (value: number | undefined): string => (value === undefined ? '–' : value.toFixed(value < 10 ? 1 : 0))

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
