import { isMapping } from '../table.ts'
import type { Cell } from '../table.ts'

/** One entry of a document's list. */
export interface Entry {
  readonly cell: Cell
  /** Where the list is a mapping: the entry's key. */
  readonly key: string | undefined
  /** What the list is a part of, where that isn't the document. */
  readonly outer: Cell | undefined
}

/** The entries of the list, or of the mapping, at a path; of several where the path goes through lists or `*`. */
export function entriesAt(cell: Cell, path: readonly string[], outer?: Cell): Entry[] {
  const [part, ...rest] = path
  if (isList(cell)) {
    if (part !== undefined) return cell.flatMap((each) => entriesAt(each, path, each))
    return cell.map((each) => ({ cell: each, key: undefined, outer }))
  }
  if (!isMapping(cell)) return []
  if (part === undefined) return Object.entries(cell).map(([key, each]) => ({ cell: each, key, outer }))
  if (part === '*')
    return Object.entries(cell).flatMap(([key, each]) =>
      entriesAt(each, rest, isMapping(each) ? { key, ...each } : outer),
    )
  return Object.hasOwn(cell, part) ? entriesAt(cell[part] ?? null, rest, outer) : []
}

/**
 * Paths of the lists of records, and of mappings of records, that a document has at its top, longest first. A few entries
 * that are no records don't matter.
 * @param depth how many mappings around the lists may be gone through, where there is none further up.
 */
export function listsIn(cell: Readonly<Record<string, Cell>>, depth = 0): string[] {
  const sizes = Object.entries(cell).flatMap(([key, value]): [string, number][] => {
    const entries = isList(value) ? value : isMapping(value) ? Object.values(value) : []
    const records = entries.filter(isMapping)
    const isOne = isList(value) ? records.length > entries.length / 2 : records.length === entries.length
    return records.length > 0 && isOne ? [[key, entries.length]] : []
  })
  if (depth > 0 && sizes.length === 0) {
    return Object.entries(cell).flatMap(([key, value]) =>
      isMapping(value) && !key.includes('.') ? listsIn(value, depth - 1).map((path) => `${key}.${path}`) : [],
    )
  }
  return sizes.sort((a, b) => b[1] - a[1]).map(([key]) => key)
}

const isList = (cell: Cell): cell is readonly Cell[] => Array.isArray(cell)
