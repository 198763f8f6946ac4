import { suggestId } from '../catalogue/suggest.ts'
import type { IndexedSnapshot } from './index-snapshot.ts'

/** A question about items that aren't there: all of them, each with what may have been meant. */
export class UnknownItems extends Error {
  override readonly name = 'UnknownItems'
  readonly ids: readonly string[]

  constructor(ids: readonly string[], known: Iterable<string>) {
    const all = [...known]
    super(ids.map((id) => [`There is no item ${id}.`, suggestId(id, all)].filter(Boolean).join(' ')).join('\n'))
    this.ids = ids
  }
}

/** The items' numbers, in the order of the ids. @throws UnknownItems naming every id that the snapshot doesn't have. */
export function numbersOf(index: IndexedSnapshot, ids: Iterable<string>): number[] {
  const found = [...ids].map((id) => ({ id, number: index.numbers.get(id) }))
  const unknown = found.filter(({ number }) => number === undefined).map(({ id }) => id)
  if (unknown.length > 0) throw new UnknownItems(unknown, index.numbers.keys())
  return found.flatMap(({ number }) => number ?? [])
}
