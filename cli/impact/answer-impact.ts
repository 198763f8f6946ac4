import type { Asked } from '../ask.ts'
import type { CliImpactQuery, CliReachFragment, Kind, RelationType } from '../generated/graphql.ts'
import { wholeIds } from './asked-items.ts'
import type { AskedItem } from './asked-items.ts'
import { changeDocument, impactDocument, upstreamDocument } from './documents.ts'

/** What fails, as the API tells it. */
export type ImpactAnswer = CliImpactQuery['impact']

/** What a question is narrowed and limited to, as the command line says it. */
export interface Limits {
  readonly kinds?: readonly string[]
  readonly relations?: readonly string[]
  readonly maxDegree?: number
  readonly first?: number
}

/** A question as it was asked in the end, and its answer. */
export interface Answered<Question, Answer> {
  readonly question: Question
  readonly answer: Answer
}

/** What fails with the items: DOWN where nothing else is said. @throws Failure for items that there aren't. */
export async function answerImpact(
  api: Asked,
  items: readonly AskedItem[],
  limits: Limits,
): Promise<Answered<object, ImpactAnswer>> {
  const ids = await wholeIds(
    api,
    items.map(({ id }) => id),
  )
  const failed = items.map(({ state }, i) => ({ id: ids[i] ?? '', state: state ?? 'DOWN' }))
  const variables = { failed, ...narrowed(limits), maxDegree: limits.maxDegree }
  const { impact } = await api.ask(impactDocument, variables)
  return { question: { impact: variables }, answer: impact }
}

/** What a change of the items reaches, or what they need. @throws Failure for items that there aren't. */
export async function answerReach(
  api: Asked,
  items: readonly AskedItem[],
  limits: Limits,
  direction: 'change' | 'upstream',
): Promise<Answered<object, CliReachFragment>> {
  const ids = await wholeIds(
    api,
    items.map(({ id }) => id),
  )
  const variables = { ids, ...narrowed(limits), maxDistance: limits.maxDegree }
  if (direction === 'change') {
    const { changeImpact } = await api.ask(changeDocument, variables)
    return { question: { changeImpact: variables }, answer: changeImpact }
  }
  const { upstream } = await api.ask(upstreamDocument, variables)
  return { question: { upstream: variables }, answer: upstream }
}

/** Kinds and relations are what the loaded model has: the API refuses any other. */
export const narrowed = ({
  kinds,
  relations,
  first,
}: Limits): { kinds?: Kind[]; relations?: RelationType[]; first?: number } => ({
  ...(kinds === undefined ? {} : { kinds: [...kinds] as Kind[] }),
  ...(relations === undefined ? {} : { relations: [...relations] as RelationType[] }),
  ...(first === undefined ? {} : { first }),
})
