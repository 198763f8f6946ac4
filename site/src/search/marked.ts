import { folded, tailsOf } from '../scripts/fold.ts'

/** A part of a text, marked where it is what was looked for. */
export interface MarkedPart {
  readonly text: string
  readonly marked: boolean
}

/**
 * A text in parts. Words that were found are marked whole.
 * @param found words, or their ends, folded.
 */
export function marked(text: string, found: ReadonlySet<string>): MarkedPart[] {
  const parts: MarkedPart[] = []
  let end = 0
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const plain = folded(word)
    if (!found.has(plain) && !tailsOf(plain).some((tail) => found.has(tail))) continue
    if (index > end) parts.push({ text: text.slice(end, index), marked: false })
    parts.push({ text: word, marked: true })
    end = index + word.length
  }
  if (end < text.length) parts.push({ text: text.slice(end), marked: false })
  return parts
}

/** Whether a text has any of the words that were found. */
export const hasAny = (text: string, found: ReadonlySet<string>): boolean =>
  marked(text, found).some((part) => part.marked)

/**
 * A long text cut so that the first marked word can be seen: it begins some words before.
 * @param most so many letters come before the mark at most.
 */
export function snippet(parts: readonly MarkedPart[], most = 90): readonly MarkedPart[] {
  const [first, ...rest] = parts
  if (first === undefined || first.marked || rest.length === 0 || first.text.length <= most) return parts
  const cut = first.text.slice(-most).replace(/^\S*\s/, '')
  return [{ text: `… ${cut}`, marked: false }, ...rest]
}
