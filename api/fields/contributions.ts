import type { QueryResolvers } from '../generated/resolvers.ts'
import { readRequired } from '../plan/read-required.ts'
import type { Resolvers } from '../schema/attach-resolvers.ts'
import type { OwnItemField } from '../schema/own-item-field.ts'
import { feedsSelection, practiceContributions, streamContributions } from './streams/contributions.ts'
import { flowSelection } from './streams/flow-selection.ts'
import type { Selected, SelectedStream } from './streams/flow-selection.ts'
import { matrixAnswer } from './streams/matrix.ts'

/** Which practices feed which value streams: of one stream, of one practice, and over the whole catalogue. */
export const contributionsResolvers = (): Resolvers => ({
  ValueStream: { contributions: ofStream },
  Practice: { contributions: ofPractice },
  Query: { practiceMatrix },
})

const ofStream: OwnItemField<SelectedStream> = {
  requires: flowSelection,
  answer: (read, _, { calendar }) => streamContributions(read, calendar),
}

const ofPractice: OwnItemField<Parameters<typeof practiceContributions>[0]> = {
  requires: feedsSelection,
  answer: (read, _, { calendar }) => practiceContributions(read, calendar),
}

const practiceMatrix: Required<QueryResolvers>['practiceMatrix'] = async (_, { by }, context, info) => {
  const [streams, practices, activities] = await Promise.all([
    readRequired<SelectedStream>(context, info, 'ValueStream', flowSelection),
    readRequired<Selected>(context, info, 'Practice', '{ id name }'),
    by === 'ACTIVITY' ? readRequired<Selected>(context, info, 'Activity', '{ id name }') : [],
  ])
  return matrixAnswer(by, by === 'ACTIVITY' ? activities : streams, practices, streams, context.calendar)
}
