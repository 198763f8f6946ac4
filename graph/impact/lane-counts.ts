/**
 * Counts for each lane how often it was added, for 32 lanes in about the time of one: row b holds every lane's bit b, and
 * what one row can't take is carried to the next.
 */
export class LaneCounts {
  readonly #width: number
  readonly #rows: Int32Array[] = []

  /** @param width how many words of 32 lanes there are. */
  constructor(width: number) {
    this.#width = width
  }

  /** Counts some lanes of one word. */
  add(word: number, lanes: number): void {
    for (let carry = lanes, bit = 0; carry !== 0; bit += 1) {
      const row = (this.#rows[bit] ??= new Int32Array(this.#width))
      const old = row[word] ?? 0
      row[word] = old ^ carry
      carry &= old
    }
  }

  /** How often a lane was added. */
  of(lane: number): number {
    const [word, place] = [lane >> 5, lane & 31]
    return this.#rows.reduce((sum, row, bit) => sum + ((((row[word] ?? 0) >> place) & 1) << bit), 0)
  }
}
