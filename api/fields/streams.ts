import type { QueryResolvers } from '../generated/resolvers.ts'
import { readRequired } from '../plan/read-required.ts'
import { wholeId } from '../plan/whole-id.ts'
import type { Resolvers } from '../schema/attach-resolvers.ts'
import type { OwnItemField } from '../schema/own-item-field.ts'
import { answersOf } from './streams/answers.ts'
import { comparedSelection, comparisonOf, streamComparisons } from './streams/comparison.ts'
import type { ComparedStreams } from './streams/comparison.ts'
import { feedsSelection, practiceContributions, streamContributions } from './streams/contributions.ts'
import { factsSelection } from './streams/facts-selection.ts'
import type { SelectedFacts } from './streams/facts-selection.ts'
import { flowSelection } from './streams/flow-selection.ts'
import type { Selected, SelectedStream } from './streams/flow-selection.ts'
import { matrixAnswer } from './streams/matrix.ts'
import { measuresAnswer } from './streams/measures.ts'

/** Value streams' measures, answers and comparisons, and which practices feed them. */
export const streamResolvers = (): Resolvers => ({
  ValueStream: { measures, answers, contributions, comparisons },
  Practice: { contributions: practiceFeeds },
  Query: { compareStreams, practiceMatrix },
})

const measures: OwnItemField<SelectedStream> = {
  requires: flowSelection,
  answer: (read, _, { calendar }) => measuresAnswer(read, calendar),
}

const answers: OwnItemField<SelectedFacts, { readonly today?: string | null }> = {
  requires: factsSelection,
  answer: (read, { today }) => answersOf(read, today ?? new Date().toISOString().slice(0, 10)),
}

const contributions: OwnItemField<SelectedStream> = {
  requires: flowSelection,
  answer: (read, _, { calendar }) => streamContributions(read, calendar),
}

const comparisons: OwnItemField<ComparedStreams> = {
  requires: comparedSelection,
  answer: (read, _, { calendar }) => streamComparisons(read, calendar),
}

const practiceFeeds: OwnItemField<Parameters<typeof practiceContributions>[0]> = {
  requires: feedsSelection,
  answer: (read, _, { calendar }) => practiceContributions(read, calendar),
}

const compareStreams: Required<QueryResolvers>['compareStreams'] = async (_, given, context, info) => {
  const ids = [given.asIs, given.toBe].map((id) => wholeId({ idPrefix: 'value-stream' }, id))
  const streams = await readRequired<SelectedStream>(context, info, 'ValueStream', flowSelection, ids)
  const [asIs, toBe] = ids.map((id) => streams.find((stream) => stream.id === id))
  return asIs === undefined || toBe === undefined ? null : comparisonOf(asIs, toBe, context.calendar)
}

const practiceMatrix: Required<QueryResolvers>['practiceMatrix'] = async (_, { by }, context, info) => {
  const [streams, practices, activities] = await Promise.all([
    readRequired<SelectedStream>(context, info, 'ValueStream', flowSelection),
    readRequired<Selected>(context, info, 'Practice', '{ id name }'),
    by === 'ACTIVITY' ? readRequired<Selected>(context, info, 'Activity', '{ id name }') : [],
  ])
  return matrixAnswer(by, by === 'ACTIVITY' ? activities : streams, practices, streams, context.calendar)
}
