import { textWidth } from './text-width.ts'
import type { Font } from './text-width.ts'

/** Breaks a text into lines of at most `width` pixels: between words, and within a word only where it fits no line. */
export function wrapText(text: string, width: number, font: Font): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/u).filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && textWidth(`${last} ${word}`, font) <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(...brokenWord(word, width, font))
  }
  return lines
}

/** Puts texts one behind the other, with a dot between, as many in a line as fit; none is broken that fits a line. */
export function packTexts(texts: readonly string[], width: number, font: Font): string[] {
  const lines: string[] = []
  for (const text of texts) {
    const longer = lines.length === 0 ? text : `${lines.at(-1) ?? ''} · ${text}`
    if (lines.length > 0 && textWidth(longer, font) <= width) lines[lines.length - 1] = longer
    else lines.push(...wrapText(text, width, font))
  }
  return lines
}

/** Letters that a reader sees as one stay together; between two Latin letters, a hyphen says that the word goes on. */
const letters = new Intl.Segmenter('en', { granularity: 'grapheme' })
const latin = /^\p{Script=Latin}/u

function brokenWord(word: string, width: number, font: Font): string[] {
  if (textWidth(word, font) <= width) return [word]
  const lines: string[] = []
  let line = ''
  for (const { segment } of letters.segment(word)) {
    if (line !== '' && textWidth(`${line}${segment}-`, font) > width) {
      lines.push(latin.test(line.at(-1) ?? '') && latin.test(segment) ? `${line}-` : line)
      line = ''
    }
    line += segment
  }
  return [...lines, line]
}
