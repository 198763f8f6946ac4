import { messages } from '../../messages/messages.ts'
import { layOutStreamMap } from './layout.ts'
import type { LanesBy, StreamMap } from './stream-map.ts'
import { streamMapParts } from './svg.ts'
import type { StreamMapParts } from './svg.ts'
import { UndrawableStream } from './undrawable-stream.ts'

/** A picture on a page, with its name in the choice of lanes. */
export interface PageDrawing extends StreamMapParts {
  readonly by: LanesBy
  readonly label: string
}

const choices: readonly { readonly by: LanesBy; readonly label: string }[] = [
  { by: 'ACTIVITY', label: messages.words.activity },
  { by: 'PRACTICE', label: messages.words.practice },
]

/** A stream's pictures for its page; where it can't be drawn, a sentence that says so: the page's tables do without. */
export async function pageDrawings(map: StreamMap): Promise<readonly PageDrawing[] | string> {
  try {
    return await Promise.all(
      choices.map(async ({ by, label }) => ({
        by,
        label,
        ...streamMapParts(await layOutStreamMap(map, by), `map-${by.toLowerCase()}`),
      })),
    )
  } catch (error) {
    if (error instanceof UndrawableStream) return error.message
    throw error
  }
}
