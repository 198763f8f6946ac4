import { messages } from '../../messages/messages.ts'
import { layOutStreamMap } from './layout.ts'
import type { LanesBy, StreamMap } from './stream-map.ts'
import { streamMapParts } from './svg.ts'
import type { StreamMapParts } from './svg.ts'

/** A picture on a page, with its name in the choice of lanes. */
export interface PageDrawing extends StreamMapParts {
  readonly by: LanesBy
  readonly label: string
}

const choices: readonly { readonly by: LanesBy; readonly label: string }[] = [
  { by: 'ACTIVITY', label: messages.words.activity },
  { by: 'PRACTICE', label: messages.words.practice },
]

/** A stream's pictures for its page. */
export const pageDrawings = (map: StreamMap): readonly PageDrawing[] =>
  choices.map(({ by, label }) => ({
    by,
    label,
    ...streamMapParts(layOutStreamMap(map, by), `map-${by.toLowerCase()}`),
  }))
