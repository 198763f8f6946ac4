import type { Resolvers } from '../schema/attach-resolvers.ts'
import type { OwnItemField } from '../schema/own-item-field.ts'
import { day } from './impact/asked.ts'
import { answersOf } from './streams/answers.ts'
import { factsSelection } from './streams/facts-selection.ts'
import type { SelectedFacts } from './streams/facts-selection.ts'

/** The six questions that documenting a value stream must answer. */
export const streamAnswersResolvers = (): Resolvers => ({ ValueStream: { answers } })

const answers: OwnItemField<SelectedFacts, { readonly today?: string | null }> = {
  requires: factsSelection,
  answer: (read, { today }) => answersOf(read, day(today)),
}
