/** Numbers words from 0, each once: what is said over and over takes a number's room. */
export class Words {
  readonly #numbers = new Map<string, number>()

  /** The number of a word, new where it wasn't there. */
  numberOf(word: string): number {
    const known = this.#numbers.get(word)
    if (known !== undefined) return known
    this.#numbers.set(word, this.#numbers.size)
    return this.#numbers.size - 1
  }

  /** The words by their numbers. */
  list(): string[] {
    return [...this.#numbers.keys()]
  }
}
