/** Lets pages be made, or what they are made from be changed, never both at once: a page tells of one revision only. */
export class Turns {
  readonly #pages = new Set<Promise<unknown>>()
  #change: Promise<unknown> = Promise.resolve()

  /** Waits until nothing is being changed; changes then wait for `made`. */
  async page(made: Promise<unknown>): Promise<void> {
    for (let change; change !== this.#change; await change) change = this.#change
    this.#pages.add(made)
    void made.finally(() => this.#pages.delete(made))
  }

  /** Changes something once the pages under way are made. */
  change<T>(work: () => Promise<T>): Promise<T> {
    const change = Promise.all([this.#change, ...this.#pages]).then(work)
    this.#change = change.catch(() => undefined)
    return change
  }
}
