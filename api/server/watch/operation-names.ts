/** How many names of operations are told apart in metrics, unless somebody names them beforehand. */
const most = 200

/**
 * The names of operations as labels of metrics, of which there may be only so many: whoever asks chooses the names, and each
 * label costs memory here and in Prometheus. The first that are asked are told apart, all later ones are `other`.
 */
export class OperationNames {
  readonly #known = new Set<string>()
  #room: number

  /** @param room how many names are told apart besides those that are known. */
  constructor(room: number = most) {
    this.#room = room
  }

  /** Has a name always told apart, that of a persisted operation say. */
  know(name: string): void {
    if (this.#known.has(name)) return
    this.#known.add(name)
    this.#room++
  }

  /** The label of an operation; undefined: it has no name. */
  label(name: string | undefined): string {
    if (name === undefined) return 'unnamed'
    if (this.#known.has(name)) return name
    if (this.#known.size >= this.#room || name.length > 100) return 'other'
    this.#known.add(name)
    return name
  }
}
