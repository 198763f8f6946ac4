import { isMapping } from '../table.ts'
import type { Cell } from '../table.ts'

const paths = new Map<string, readonly string[]>()

/** The parts of a path: `technical.dependencies[].service` has three. */
export function pathParts(path: string): readonly string[] {
  const known = paths.get(path)
  if (known !== undefined) return known
  const parts = path
    .replaceAll('[]', '')
    .split('.')
    .map((each) => each.trim())
    .filter((each) => each !== '')
  paths.set(path, parts)
  return parts
}

/**
 * What a path leads to within a mapping. Lists on the way and at its end are taken apart; `*` goes into every part of a
 * mapping. A part with full stops in its own name is found as it is.
 */
export function cellsAt(cell: Cell, path: string): readonly Cell[] {
  if (isMapping(cell) && Object.hasOwn(cell, path)) return flat(cell[path])
  let here: readonly Cell[] = [cell]
  for (const part of pathParts(path)) {
    here = here.flatMap((each) => {
      if (!isMapping(each)) return []
      if (part === '*') return Object.values(each).flatMap(flat)
      return Object.hasOwn(each, part) ? flat(each[part]) : []
    })
  }
  return here
}

const flat = (cell: Cell | undefined): readonly Cell[] =>
  cell === undefined || cell === null ? [] : Array.isArray(cell) ? (cell as readonly Cell[]).flatMap(flat) : [cell]
