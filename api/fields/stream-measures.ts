import type { Resolvers } from '../schema/attach-resolvers.ts'
import type { OwnItemField } from '../schema/own-item-field.ts'
import { flowSelection } from './streams/flow-selection.ts'
import type { SelectedStream } from './streams/flow-selection.ts'
import { measuresAnswer } from './streams/measures.ts'

/** Value streams' times, quality and flow. */
export const streamMeasuresResolvers = (): Resolvers => ({ ValueStream: { measures } })

const measures: OwnItemField<SelectedStream> = {
  requires: flowSelection,
  answer: (read, _, { calendar }) => measuresAnswer(read, calendar),
}
