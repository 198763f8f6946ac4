import type { NodeDraft } from './draft.ts'
import type { Planning } from './planning.ts'
import type { SelectedField } from './selected-fields.ts'

/** Says what must be read of items for a field of theirs that is written by hand: adds it to `into`. */
export type OwnRead = (field: {
  readonly into: NodeDraft
  readonly selected: SelectedField
  readonly planning: Planning
}) => void
