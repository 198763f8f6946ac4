import { kindOf } from '../../graph/model/model.ts'
import { nameOf } from './exported.ts'
import type { Exported } from './exported.ts'
import { mermaidId, mermaidText } from './mermaid-text.ts'

/** Boxes, and lines, of a picture that people can read. Mermaid itself draws no more lines unless its page allows it. */
export const mostDrawn = 500

/** A picture that nobody could read. */
export class UnreadablePicture extends Error {
  override readonly name = 'UnreadablePicture'
}

/**
 * Items and their relations as a Mermaid flowchart: a box for each item with its kind, a line for each relation with its verb.
 * @param all draw it however large it is.
 * @throws UnreadablePicture where it is larger than people can read, or has nothing in it.
 */
export function* exportMermaid({ model, items, relations }: Exported, { all = false } = {}): Generator<string> {
  if (items.size === 0) throw new UnreadablePicture('There is nothing to draw.')
  if (!all && (items.size > mostDrawn || relations.length > mostDrawn))
    throw new UnreadablePicture(
      `That would be ${String(items.size)} boxes and ${String(relations.length)} lines, more than ${String(mostDrawn)}: nobody could read it, and Mermaid draws no more by itself.`,
    )
  yield 'flowchart LR\n'
  for (const item of items.values()) {
    const kind = kindOf(model, item.kind).idPrefix.replaceAll('-', ' ')
    yield `  ${mermaidId(item.id)}["${mermaidText(nameOf(item))}<br/>${kind}"]\n`
  }
  for (const { type, from, to } of relations) {
    const verb = model.relations.get(type)?.verbs[0] ?? type
    yield `  ${mermaidId(from)} -->|"${mermaidText(verb)}"| ${mermaidId(to)}\n`
  }
}
