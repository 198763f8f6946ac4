import { textWidth } from './stream-map/text-width.ts'
import type { Font } from './stream-map/text-width.ts'
import { wrapText } from './stream-map/wrap-text.ts'

/** A text in at most `most` lines of at most `room` pixels; what has no room is cut off and marked with an ellipsis. */
export function linesThatFit(text: string, room: number, font: Font, most: number): string[] {
  const lines = wrapText(text, room, font)
  if (lines.length <= most) return lines
  let cut = lines[most - 1] ?? ''
  while (textWidth(`${cut}…`, font) > room) cut = cut.slice(0, -1)
  return [...lines.slice(0, most - 1), `${cut}…`]
}
