import { everyNode } from '../ask.ts'
import type { Asked } from '../ask.ts'
import type { CliComparisonFragment } from '../generated/graphql.ts'
import { compareDocument, perspectivesDocument, stepsDocument, streamDocument } from './documents.ts'
import type { StreamAnswers } from './report.ts'
import { unknownStream } from './unknown-stream.ts'

/** What can be asked for alone. */
export const parts = ['measures', 'practices', 'questions', 'comparison'] as const
/** One of them. */
export type Part = (typeof parts)[number]

/** One value stream, or one part of what the API says of it. @throws Failure when there is no such stream. */
export async function answerStream(
  api: Asked,
  id: string,
  wanted: { readonly only?: Part; readonly today?: string },
): Promise<StreamAnswers> {
  const wants = (part: Part): boolean => wanted.only === undefined || wanted.only === part
  const { valueStream } = await api.ask(streamDocument, {
    id,
    today: wanted.today,
    measures: wants('measures'),
    practices: wants('practices'),
    questions: wants('questions'),
    comparison: wants('comparison'),
  })
  if (valueStream === null) throw await unknownStream(api, id)
  if (!wants('measures')) return valueStream
  const steps = await everyNode(async (after) => {
    const page = await api.ask(stepsDocument, { id, after })
    return page.valueStream?.steps ?? { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } }
  })
  return { ...valueStream, steps }
}

/**
 * Two value streams side by side. Which one was observed follows from their perspectives; where those are the same, it is
 * the first.
 * @throws Failure when there is no such stream.
 */
export async function compareStreams(api: Asked, id: string, against: string): Promise<CliComparisonFragment> {
  const { one, other } = await api.ask(perspectivesDocument, { one: id, other: against })
  if (one === null) throw await unknownStream(api, id)
  if (other === null) throw await unknownStream(api, against)
  const turned = one.perspective === 'TO_BE' && other.perspective === 'AS_IS'
  const [asIs, toBe] = turned ? [other.id, one.id] : [one.id, other.id]
  const { compareStreams: comparison } = await api.ask(compareDocument, { asIs, toBe })
  if (comparison === null) throw await unknownStream(api, id)
  return comparison
}
