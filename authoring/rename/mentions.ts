import type { TextEdit } from '../text-edits.ts'

/**
 * What puts new ids in the place of old ones in a stretch of text, where they stand whole: not within a longer id or an
 * address, `practice/old` in neither `practice/old-style` nor `https://example.org/practice/old`.
 * @param offset where the stretch begins.
 */
export function mentionEdits(text: string, offset: number, ids: ReadonlyMap<string, string>): TextEdit[] {
  return [...text.matchAll(wholeId)].flatMap((match) => {
    const to = ids.get(match[0])
    const from = offset + match.index
    return to === undefined ? [] : [{ from, to: from + match[0].length, text: to }]
  })
}

const wholeId =
  /(?<![\p{L}\p{N}/_-])[a-z][a-z0-9-]*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*){1,2}(?![\p{L}\p{N}_-]|\/[\p{L}\p{N}])/gu
