import { kShortestPaths } from '../../../graph/impact/k-shortest-paths.ts'
import type { Path } from '../../../graph/impact/path.ts'
import { pathSentence } from '../../../graph/impact/sentence.ts'
import { messages } from '../messages/messages.ts'
import type { WaysAsked } from './question.ts'
import type { ReadGraph } from './read-impact-file.ts'

/** What the explorer says to the question which ways lead from one item to another. */
export interface WaysAnswer {
  /** In one sentence, to be read out: also that there is no way. Empty as long as the question isn't whole. */
  readonly summary: string
  /** The shortest first. */
  readonly ways: readonly Way[]
  /** Whether there are no others. */
  readonly complete: boolean
  /** Ids that the graph doesn't have. */
  readonly unknown: readonly string[]
}

/** One way. */
export interface Way {
  readonly path: Path
  readonly sentence: string
}

/** Answers the question. */
export function waysOf(graph: ReadGraph, { from, to, first, without }: WaysAsked): WaysAnswer {
  const { index, verbs } = graph
  const nothing = { summary: '', ways: [], complete: true }
  const given = [from, to].filter((id) => id !== undefined)
  const unknown = given.filter((id) => !index.numbers.has(id))
  if (from === undefined || to === undefined || unknown.length > 0) return { ...nothing, unknown }
  if (from === to) return { ...nothing, summary: messages.explorer.pickTwo, unknown }
  const followed = without.length === 0 ? undefined : [...verbs.keys()].filter((type) => !without.includes(type))
  // One more than asked for, to know whether these are all.
  const found = kShortestPaths(index, from, to, first + 1, followed)
  const ways = found.slice(0, first).map((path) => ({
    path,
    sentence: pathSentence(index, path, verbs, messages.impactPhrases) ?? '',
  }))
  const complete = found.length <= first
  const [start, end] = [from, to].map((id) => graph.described[index.numbers.get(id) ?? -1]?.name ?? id)
  const names = [start ?? from, end ?? to] as const
  const { noWay, ways: said } = messages.explorer
  return {
    ...{ ways, complete, unknown },
    summary: ways.length === 0 ? noWay(...names) : said(ways.length, ...names, complete),
  }
}
