/** What takes less than this, in milliseconds, needs no lines in a log. */
const patience = 2_000

/** Says on stderr what is going on: a bar where people look, one line a stage where a log does. */
export class Progress {
  readonly #out = process.stderr
  #doing = ''
  #drawnAt = 0
  readonly #startedAt = Date.now()

  /** So much of so much is done. */
  show(doing: string, done: number, of: number): void {
    if (!this.#out.isTTY) {
      if (doing !== this.#doing && Date.now() - this.#startedAt > patience) this.#out.write(`${doing} …\n`)
      this.#doing = doing
      return
    }
    this.#doing = doing
    const now = Date.now()
    if (done < of && now - this.#drawnAt < 80) return
    this.#drawnAt = now
    const part = of === 0 ? 1 : done / of
    const bar = '█'.repeat(Math.round(part * 24)).padEnd(24, '░')
    this.#out.write(
      `\r\x1b[2K${bar} ${String(Math.floor(part * 100)).padStart(3)} %  ${doing} ${String(done)} of ${String(of)}`,
    )
  }

  /** Clears the bar. */
  end(): void {
    if (this.#out.isTTY && this.#doing !== '') this.#out.write('\r\x1b[2K')
    this.#doing = ''
  }
}

/** A line on stderr: what was done, for people who watch. */
export const say = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

/** An answer on stdout. */
export const answer = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

/** An answer on stdout, as data or as people read it. */
export const answerAs = (format: string, data: object, text: () => string): void => {
  answer(format === 'json' ? JSON.stringify(data, null, 2) : text())
}
