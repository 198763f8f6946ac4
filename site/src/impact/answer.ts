import { ifChanged, upstream } from '../../../graph/impact/change.ts'
import type { Reach } from '../../../graph/impact/change.ts'
import { impact } from '../../../graph/impact/impact.ts'
import type { Impact } from '../../../graph/impact/impact.ts'
import type { Path } from '../../../graph/impact/path.ts'
import { pathOf } from '../../../graph/impact/path.ts'
import type { Restriction } from '../../../graph/impact/restriction.ts'
import { failureSentence, pathSentence } from '../../../graph/impact/sentence.ts'
import type { State } from '../../../graph/impact/states.ts'
import { reachSummary, summaryOf } from '../../../graph/impact/summary.ts'
import { messages } from '../messages/messages.ts'
import type { AskedItem, Question } from './question.ts'
import type { DescribedItem, ReadGraph } from './read-impact-file.ts'

/** What the explorer says to a question. */
export interface Answer {
  /** In one sentence, to be read out. */
  readonly summary: string
  /** Everything affected or reached, the items asked about left out: the worst first, then the nearest. */
  readonly rows: readonly AnswerRow[]
  /** How many more there are beyond the greatest degree. */
  readonly further: number
  /** Ids that the graph doesn't have. */
  readonly unknown: readonly string[]
}

/** One item of an answer. */
export interface AnswerRow {
  readonly item: DescribedItem
  /** How it is; undefined where the question isn't what fails. */
  readonly state: State | undefined
  /** How many needs or relations away it is. */
  readonly degree: number
  /** The way back to an item asked about. Worked out when it is asked for. */
  readonly path: () => Path
  /** Why, in a sentence. Worked out when it is asked for. */
  readonly sentence: () => string
}

/** Answers a question: 10,000 items in some 30 ms. */
export function answerOf(graph: ReadGraph, question: Question): Answer {
  const known = question.items.filter(({ id }) => graph.index.numbers.has(id))
  const unknown = question.items.filter((each) => !known.includes(each)).map(({ id }) => id)
  if (known.length === 0) return { summary: '', rows: [], further: 0, unknown }
  const { summary, rows } =
    question.direction === 'fails' ? failure(graph, question, known) : reach(graph, question, known)
  const { most = Infinity } = question
  const near = rows.filter(({ degree }) => degree <= most)
  return { summary, rows: near, further: rows.length - near.length, unknown }
}

type Found = Pick<Answer, 'summary' | 'rows'>

function failure({ index, verbs, described }: ReadGraph, question: Question, asked: readonly AskedItem[]): Found {
  const declared = new Map(asked.map(({ id, state }) => [id, state]))
  const found: Impact = impact(index, declared, restrictionOf(index.items, question))
  const others = [...found.affected.values()].filter(({ item }) => !declared.has(item.id))
  return {
    summary: summaryOf(index, declared, found, messages.impactPhrases),
    rows: others.flatMap(({ item: { id }, state, degree }) => {
      const item = described[index.numbers.get(id) ?? -1]
      const sentence = (): string => failureSentence(index, found, id, verbs, messages.impactPhrases) ?? ''
      return item === undefined ? [] : [{ item, state, degree, path: () => pathOf(found.trail, id), sentence }]
    }),
  }
}

function reach({ index, verbs, described }: ReadGraph, question: Question, asked: readonly AskedItem[]): Found {
  const ids = asked.map(({ id }) => id)
  const ask = question.direction === 'changes' ? ifChanged : upstream
  const found: Reach = ask(index, ids, restrictionOf(index.items, question))
  return {
    summary: reachSummary(
      index,
      ids,
      found,
      found.reached.size,
      question.direction === 'changes' ? 'CHANGE' : 'UPSTREAM',
      messages.impactPhrases,
    ),
    rows: [...found.reached.values()].flatMap(({ item: { id }, distance }) => {
      const item = described[index.numbers.get(id) ?? -1]
      const path = (): Path => pathOf(found.trail, id)
      const sentence = (): string => pathSentence(index, path(), verbs, messages.impactPhrases) ?? ''
      return item === undefined ? [] : [{ item, state: undefined, degree: distance, path, sentence }]
    }),
  }
}

/** The kinds that are left when some are left out. */
function restrictionOf(items: readonly { readonly kind: string }[], { without }: Question): Restriction {
  if (without.length === 0) return {}
  return { kinds: [...new Set(items.map(({ kind }) => kind))].filter((kind) => !without.includes(kind)) }
}
