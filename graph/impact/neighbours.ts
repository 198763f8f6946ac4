import type { IndexedSnapshot } from './index-snapshot.ts'

/** The items that an item needs, or lets be looked at again by, along relations of some types: each once, by id. */
export function neededAlong(index: IndexedSnapshot, id: string, ...types: readonly string[]): string[] {
  return along(index, index.needsOf.of(index.numbers.get(id) ?? -1), types, 'needed')
}

/** The items that need an item, along relations of some types: each once, by id. */
export function dependentsAlong(index: IndexedSnapshot, id: string, ...types: readonly string[]): string[] {
  return along(index, index.neededBy.of(index.numbers.get(id) ?? -1), types, 'dependent')
}

function along(
  index: IndexedSnapshot,
  needs: readonly number[],
  types: readonly string[],
  end: 'needed' | 'dependent',
): string[] {
  const wanted = needs.map((need) => index.needs.at(need)).filter(({ type }) => types.includes(type))
  return [...new Set(wanted.map((need) => need[end]))].sort()
}

/** The kind of an item; undefined where there is none. */
export const kindOf = ({ items, numbers }: IndexedSnapshot, id: string): string | undefined =>
  items[numbers.get(id) ?? -1]?.kind

/** The name of an item; its id where there is none. */
export const nameOf = ({ items, numbers }: IndexedSnapshot, id: string): string =>
  items[numbers.get(id) ?? -1]?.name ?? id
