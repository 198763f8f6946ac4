import type { MappingPath } from '../mapping/read-mapping.ts'
import { textOf } from '../table.ts'
import { emptyKey } from './compiler.ts'
import type { Compiler } from './compiler.ts'
import type { Scope } from './scope.ts'

/** A text with columns in braces. */
export interface Template {
  /** The text with what stands in the columns; undefined where none of them says anything. */
  readonly fill: (scope: Scope) => string | undefined
  /** Its columns, as reports call them. */
  readonly part: string
}

/** Reads "{Vendor} {Product}". Several values of one column are joined by commas. */
export function compileTemplate(text: string, path: MappingPath, compiler: Compiler, inner = false): Template {
  const pieces = text.split(/\{([^{}]*)\}/)
  const columns = pieces.filter((_, i) => i % 2 === 1)
  for (const column of columns) {
    if (column !== 'each') compiler.used.push({ column, path, inner })
  }
  if (/[{}]/.test(pieces.filter((_, i) => i % 2 === 0).join(''))) {
    compiler.problem(path, 'A brace is opened and not closed here, or closed and not opened: "{Column}".')
  }
  const fill = (scope: Scope): string | undefined => {
    let says = columns.length === 0
    const filled = pieces.map((piece, i) => {
      if (i % 2 === 0) return piece
      const value = scope
        .at(piece)
        .map(textOf)
        .filter((each) => {
          const isEmpty = compiler.empty.has(emptyKey(each))
          if (isEmpty && each !== '') compiler.emptied.add(piece, each, scope.record)
          return each !== '' && !isEmpty
        })
        .join(', ')
      says ||= value !== ''
      return value
    })
    return says ? filled.join('').replace(/\s+/g, ' ').trim() : undefined
  }
  return { fill, part: columns.join(', ') }
}
