/** GitHub takes 65,536 characters of a comment: something is left for those who put more around it. */
const mostCharacters = 60_000

/** Room for saying what was left out, and for closing what is open. */
const reserve = 300

/** A page of Markdown that ends in time: what doesn't fit is counted. */
export class Page {
  readonly #blocks: string[] = []
  #room = mostCharacters - reserve
  #leftOut = 0

  /** A block that stands whole or not at all. */
  add(block: string): void {
    if (this.#take(block.length + 2)) this.#blocks.push(block)
    else this.#leftOut += block.split('\n').length
  }

  /**
   * A heading and the lines below it, as many as fit; more than a few fold away. Nothing where there are none.
   * @param head lines that come first and are no entries: a table's head.
   */
  list(heading: string, lines: readonly string[], few: number, head: readonly string[] = []): void {
    if (lines.length === 0) return
    const folds = lines.length > few
    const frame = [
      heading,
      folds ? `<details><summary>${lines.length} lines</summary>\n` : '',
      ...head,
      folds ? '\n</details>' : '',
    ]
    if (!this.#take(frame.join('\n').length + 8)) {
      this.#leftOut += lines.length
      return
    }
    const fitting: string[] = []
    for (const line of lines) {
      if (!this.#take(line.length + 1)) break
      fitting.push(line)
    }
    this.#leftOut += lines.length - fitting.length
    const body = [...head, ...fitting].join('\n')
    const folded = `<details><summary>${lines.length} lines</summary>\n\n${body}\n\n</details>`
    this.#blocks.push(heading, folds ? folded : body)
  }

  /** All of it. */
  text(): string {
    const note = `*${this.#leftOut} more lines don’t fit here: \`tributary diff\` shows them all.*`
    return [...this.#blocks, ...(this.#leftOut === 0 ? [] : [note])].join('\n\n')
  }

  #take(characters: number): boolean {
    if (characters > this.#room) return false
    this.#room -= characters
    return true
  }
}
