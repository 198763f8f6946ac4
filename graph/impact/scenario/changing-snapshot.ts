import type { Indexable } from '../index-snapshot.ts'
import type { Need, Snapshot, SnapshotItem } from '../snapshot.ts'

/** A snapshot that is being changed. What it began from stays as it was. */
export class ChangingSnapshot {
  readonly #items: Map<string, SnapshotItem>
  readonly #needs: Map<string, Need>

  constructor({ items, needs }: Indexable) {
    this.#items = new Map(items.map((item) => [item.id, item]))
    this.#needs = new Map()
    for (const need of needs) this.addNeed(need)
  }

  /** The item with an id. */
  item(id: string): SnapshotItem | undefined {
    return this.#items.get(id)
  }

  /** Ids of all items. */
  get ids(): Iterable<string> {
    return this.#items.keys()
  }

  /** All needs at whose ends an item is. */
  needsAt(id: string): Need[] {
    return [...this.#needs.values()].filter(({ dependent, needed }) => dependent === id || needed === id)
  }

  /** Adds an item, or takes its place. */
  addItem(item: SnapshotItem): void {
    this.#items.set(item.id, item)
  }

  /** Takes an item out, with all needs at whose ends it is. */
  removeItem(id: string): void {
    for (const need of this.needsAt(id)) this.removeNeed(need)
    this.#items.delete(id)
  }

  /** Whether there is a need of this type between these two. */
  hasNeed(need: NeedKey): boolean {
    return this.#needs.has(keyOf(need))
  }

  /** Adds a need, or takes the place of the one of its type between the same two. */
  addNeed(need: Need): void {
    this.#needs.set(keyOf(need), need)
  }

  /** Takes a need out. */
  removeNeed(need: NeedKey): void {
    this.#needs.delete(keyOf(need))
  }

  /** What it has become. */
  result(): Snapshot {
    return { items: [...this.#items.values()], needs: [...this.#needs.values()] }
  }
}

/** What tells one need from another: two items have at most one of a type, in each direction. */
export type NeedKey = Pick<Need, 'dependent' | 'needed' | 'type'>

const keyOf = ({ dependent, needed, type }: NeedKey): string => `${dependent} ${type} ${needed}`
