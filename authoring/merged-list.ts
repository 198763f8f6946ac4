import { isDeepStrictEqual } from 'node:util'
import type { FileValue } from './file-value.ts'
import { entryText } from './yaml-text.ts'

/** An entry of a list as it stands in a text. */
export interface ListEntry {
  readonly value: FileValue
  /** Where the line behind it begins. */
  readonly end: number
}

/**
 * The text of a list, from its first line to its last, with other entries: those that stay keep their text and the comments
 * above them, in the order that is asked for as far as they had it.
 * @param from where the list's first line begins in the text.
 * @param indent how far its hyphens stand from the margin.
 */
export function mergedList(
  text: string,
  from: number,
  old: readonly ListEntry[],
  wanted: readonly FileValue[],
  indent: number,
): string {
  const chunk = (index: number): string => {
    const lines = text.slice(old[index - 1]?.end ?? from, old[index]?.end)
    return lines.endsWith('\n') ? lines : `${lines}\n`
  }
  let next = 0
  const lines = wanted.map((value) => {
    const kept = old.findIndex((each, index) => index >= next && isDeepStrictEqual(each.value, value))
    if (kept === -1) return `${indented(entryText(value), indent)}\n`
    next = kept + 1
    return chunk(kept)
  })
  return lines.join('')
}

const indented = (text: string, by: number): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? line : ' '.repeat(by) + line))
    .join('\n')
