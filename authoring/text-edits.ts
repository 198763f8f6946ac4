/** A stretch of text, and what to write in its place. */
export interface TextEdit {
  readonly from: number
  readonly to: number
  readonly text: string
}

/**
 * The text with all edits made; everything else stays as it is. The same edit given twice is made once.
 * @throws RangeError where two overlap: no order of them would be right.
 */
export function withEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = edits.toSorted((a, b) => a.from - b.from || a.to - b.to)
  let at = 0
  let made: TextEdit | undefined
  const parts: string[] = []
  for (const edit of sorted) {
    if (made?.from === edit.from && made.to === edit.to && made.text === edit.text) continue
    if (edit.from < at) throw new RangeError(`Two edits overlap at ${String(edit.from)}.`)
    parts.push(text.slice(at, edit.from), edit.text)
    at = edit.to
    made = edit
  }
  return [...parts, text.slice(at)].join('')
}

/** The offset of a line and column, both from 1; undefined where the text has no such place. */
export function offsetAt(text: string, line: number, column: number): number | undefined {
  let start = 0
  for (let passed = 1; passed < line; passed += 1) {
    const end = text.indexOf('\n', start)
    if (end === -1) return undefined
    start = end + 1
  }
  const offset = start + column - 1
  const end = text.indexOf('\n', start)
  return offset <= (end === -1 ? text.length : end) ? offset : undefined
}
