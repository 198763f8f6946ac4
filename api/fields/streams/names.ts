import type { NamedItem } from '../../generated/resolvers.ts'

/** Names of items by id: measures speak of ids, answers of items. */
export class Names {
  readonly #names = new Map<string, string>()

  /** Takes the names of everything with an id and a name, at any depth of what was read. */
  constructor(read: unknown) {
    this.#take(read)
  }

  /** The item of an id. */
  readonly of = (id: string): NamedItem => ({ id, name: this.#names.get(id) ?? id })

  /** The items of ids. */
  readonly all = (ids: readonly string[]): NamedItem[] => ids.map(this.of)

  #take(read: unknown): void {
    if (typeof read !== 'object' || read === null) return
    if ('id' in read && 'name' in read) this.#names.set(String(read.id), String(read.name))
    for (const part of Object.values(read)) this.#take(part)
  }
}
