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

/** How many times what DataLoader reaches is to be reached on the embedded store. */
const embeddedAim = 1.5

/** Requests a second, as shares of bare Cypher's on Neo4j, and as multiples of DataLoader's on the embedded store. */
export function throughputTable(compared: readonly Compared[]): string {
  const rows = compared.map(({ question, bytes, reached }) => {
    const { bare, tributary: ours, neo4jGraphql: rival, kept, embedded, dataLoader: loader } = figures(reached)
    const ratio = (of: number | undefined, to: number | undefined, aim = 0): string => {
      if (of === undefined || to === undefined) return ''
      return ` (${(of / to).toFixed(2)})${of / to < aim ? ' **missed**' : ''}`
    }
    return [
      ...[question.name, bytes.toLocaleString('en'), told(bare)],
      `${told(ours)}${ratio(ours, bare, question.aim)}`,
      ...[question.aim.toFixed(2), `${told(rival)}${ratio(rival, bare)}`, told(kept)],
      ...[`${told(embedded)}${ratio(embedded, loader, embeddedAim)}`, told(loader)],
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
        if (found === undefined) return '–'
        return found.perSecond === 0 ? 'none answered' : `${told(found.p50)} / ${told(found.p95)}`
      }),
    ]),
  )
}

/** Requests a second by competitor; undefined for whom a question is beyond. */
function figures(reached: Compared['reached']): Partial<Record<keyof typeof competitorNames, number>> {
  const perSecond = new Map([...reached].map(([{ name }, each]) => [name, each.perSecond]))
  return Object.fromEntries(Object.entries(competitorNames).map(([key, name]) => [key, perSecond.get(name)]))
}

const told = (value: number | undefined): string =>
  value?.toLocaleString('en', { maximumFractionDigits: value < 10 ? 1 : 0 }) ?? '–'

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
