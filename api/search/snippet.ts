import { foldName } from '../../graph/representation.ts'

/** How much of a text stands before and behind the word that matches, in characters. */
const around = { before: 60, behind: 120 }

/**
 * The part of a text around its first word that matches, on one line and without Markdown's marks.
 * @param terms words as they are indexed: folded.
 * @returns undefined when none of them is in the text.
 */
export function snippetOf(text: string, terms: readonly string[]): string | undefined {
  const plain = withoutMarks(text)
  const wanted = new Set(terms)
  const words = [...plain.matchAll(/[\p{L}\p{N}\p{M}]+/gu)]
  const found = words.find((word) => wanted.has(foldName(word[0])))
  if (found === undefined) return undefined
  const start = startOfWord(plain, found.index - around.before)
  const end = endOfWord(plain, found.index + around.behind)
  return `${start > 0 ? '… ' : ''}${plain.slice(start, end).trim()}${end < plain.length ? ' …' : ''}`
}

function withoutMarks(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(#+|>|[-*+]|\d+\.)\s+/gm, '')
    .replace(/[*`|]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function startOfWord(text: string, near: number): number {
  return near <= 0 ? 0 : text.indexOf(' ', near) + 1
}

function endOfWord(text: string, near: number): number {
  const end = text.indexOf(' ', near)
  return end === -1 ? text.length : end
}
