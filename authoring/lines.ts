import { isAlias, isCollection, isPair } from 'yaml'
import type { Node } from 'yaml'

/** Offset of the first character of the line. */
export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1

/** Offset behind the line's end: where the next line begins. An offset at the beginning of a line is behind the one before. */
export function lineEnd(text: string, at: number): number {
  if (at > 0 && text[at - 1] === '\n') return at
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end + 1
}

/**
 * Offset behind the last character that a node, or a field with its value, says something with: no comments and no empty
 * lines, but a block of text ends behind its last line.
 */
export function endOf(node: unknown, text: string): number {
  if (isPair(node)) return endOf(node.value ?? node.key, text) || endOf(node.key, text)
  if (isCollection(node) && node.flow !== true && node.items.length > 0) return endOf(node.items.at(-1), text)
  const range = (node as Node | null)?.range
  if (!range) return 0
  const end = range[1]
  if (isAlias(node)) return end
  const written = text.slice(range[0], end)
  // Empty lines below a block are its own where it says so, with a plus.
  if (/^[|>]\d*\+/.test(written)) return range[0] + written.replace(/\r?\n$/, '').length
  return /^[|>]/.test(written) ? range[0] + written.replace(/[\r\n]+$/, '').length : end
}
