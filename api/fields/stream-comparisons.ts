import type { QueryResolvers } from '../generated/resolvers.ts'
import { readRequired } from '../plan/read-required.ts'
import { wholeId } from '../plan/whole-id.ts'
import type { Resolvers } from '../schema/attach-resolvers.ts'
import type { OwnItemField } from '../schema/own-item-field.ts'
import { comparedSelection, comparisonOf, streamComparisons } from './streams/comparison.ts'
import type { ComparedStreams } from './streams/comparison.ts'
import { flowSelection } from './streams/flow-selection.ts'
import type { SelectedStream } from './streams/flow-selection.ts'

/** As-is against to-be. */
export const streamComparisonsResolvers = (): Resolvers => ({
  ValueStream: { comparisons },
  Query: { compareStreams },
})

const comparisons: OwnItemField<ComparedStreams> = {
  requires: comparedSelection,
  answer: (read, _, { calendar }) => streamComparisons(read, calendar),
}

const compareStreams: Required<QueryResolvers>['compareStreams'] = async (_, given, context, info) => {
  const ids = [given.asIs, given.toBe].map((id) => context.former.now(wholeId({ idPrefix: 'value-stream' }, id)))
  const streams = await readRequired<SelectedStream>(context, info, 'ValueStream', flowSelection, ids)
  const [asIs, toBe] = ids.map((id) => streams.find((stream) => stream.id === id))
  return asIs === undefined || toBe === undefined ? null : comparisonOf(asIs, toBe, context.calendar)
}
