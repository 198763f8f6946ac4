/** How wide text is printed: as the terminal, from 80 to 120 columns; 100 where there is none. */
export const pageWidth = (): number =>
  process.stdout.isTTY ? Math.min(Math.max(process.stdout.columns, 80), 120) : 100

/** How many columns a line takes up. */
export const widthOf = (line: string): number => Array.from(line).length

/** Text in lines of at most so many columns. Paragraphs and the points of a list begin on lines of their own. */
export function wrap(text: string, width: number): string[] {
  return text
    .trim()
    .split(/\n\s*\n|\n(?=\s*(?:[-*+]|\d+\.)\s)/)
    .flatMap((paragraph) => wrapWords(paragraph, width))
}

/** Text in such lines, to be printed. */
export const paragraph = (text: string, width: number): string => wrap(text, width).join('\n')

/** Wrapped text whose first line begins with a mark; the others stand below its first word. */
export function hanging(mark: string, text: string, width: number): string {
  const lines = wrap(text, width - widthOf(mark))
  return lines.map((line, place) => (place === 0 ? mark : ' '.repeat(widthOf(mark))) + line).join('\n')
}

/** The points of a list, one below the other. */
export const bullets = (points: readonly string[], width: number): string =>
  points.map((point) => hanging('- ', point, width)).join('\n')

/** Text moved to the right. Empty lines stay empty. */
export const indent = (text: string, by = 2): string => text.replace(/^(?=.)/gm, ' '.repeat(by))

/** How wide a column must be so that no word is broken. */
export const longestWord = (text: string): number => Math.max(...wordsOf(text).map(widthOf))

/** What stays together: words, and a number with its percent sign. */
const wordsOf = (text: string): string[] =>
  text
    .trim()
    .replaceAll(/\s+/g, ' ')
    .split(/ (?!%(?!\w))/)

function wrapWords(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of wordsOf(text).flatMap((each) => pieces(each, width))) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

/** A word that is wider than a line is broken. */
function pieces(word: string, width: number): string[] {
  const letters = Array.from(word)
  const most = Math.max(width, 1)
  const found: string[] = []
  while (letters.length > most) found.push(letters.splice(0, most).join(''))
  return [...found, letters.join('')]
}
