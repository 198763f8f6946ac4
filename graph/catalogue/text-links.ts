import type { Model } from '../model/model.ts'
import type { Said } from './draft.ts'
import type { Edit, Place } from './finding.ts'
import type { MergedItem } from './merge-layers.ts'

/** Links in Markdown name other items by their ids; addresses and anchors are left alone. */
export const itemLink = /\]\(([a-z][a-z0-9-]*\/[a-z0-9/-]+)\)/g

/** A link of a text to an item, by the id that it had when the text was written. */
export interface TextLink {
  readonly id: string
  readonly place: Place
  /** What writes another id; undefined where the text doesn't stand in the file letter by letter. */
  readonly edit: (to: string) => Edit | undefined
}

/** The links to items in all Markdown of an item. Those that begin with no kind are addresses. */
export function* linksOf(item: MergedItem, model: Model): Iterable<TextLink> {
  const prefixes = new Set([...model.kinds.values()].map((kind) => kind.idPrefix))
  for (const attribute of item.kind.attributes) {
    const said = attribute.type === 'Markdown' ? item.values.get(attribute.name) : undefined
    if (said === undefined || typeof said.value !== 'string') continue
    for (const match of said.value.matchAll(itemLink)) {
      const id = match[1] ?? ''
      if (prefixes.has(id.slice(0, id.indexOf('/')))) yield linkAt(id, said, said.value.slice(0, match.index))
    }
  }
}

function linkAt(id: string, { place, textPlace = place, indent }: Said, before: string): TextLink {
  const lines = before.split('\n')
  const line = textPlace.line + lines.length - 1
  const column = (lines.at(-1) ?? '').length + 1
  return {
    id,
    place: lines.length === 1 ? textPlace : { ...textPlace, line, column: 1 },
    edit: (to) => {
      if (indent === undefined) return undefined
      const first = Math.max(indent, textPlace.column - 1)
      const at = { ...textPlace, line, column: column + (lines.length === 1 ? first : indent) + ']('.length }
      return { place: at, was: id, text: to }
    },
  }
}
