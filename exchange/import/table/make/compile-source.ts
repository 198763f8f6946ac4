import { isMapping } from '../table.ts'
import type { LongSource } from '../mapping/mapping.ts'
import type { MappingPath } from '../mapping/read-mapping.ts'
import { compileTexts } from './compile-texts.ts'
import type { Found } from './compile-texts.ts'
import type { Compiler } from './compiler.ts'
import { entryScope } from './scope.ts'
import type { Scope } from './scope.ts'

/** Compiles what remains of a source when its `each` is gone: with `inner`, its columns may be parts of the entry. */
export type CompileRest<T> = (source: LongSource, path: MappingPath, inner: boolean) => (scope: Scope) => readonly T[]

/** A source with `each` is read once for every entry of that list, any other once for its scope. */
export function compileSource<T>(
  source: LongSource,
  path: MappingPath,
  compiler: Compiler,
  rest: CompileRest<T>,
): (scope: Scope) => readonly T[] {
  if (source.each === undefined) return rest(source, path, false)
  const { each, ...within } = source
  const entries = compileEach(each, [...path, 'each'], compiler)
  const read = rest(within, path, true)
  return (scope) => entries(scope).flatMap(({ cell }) => read(entryScope(scope, cell)))
}

/** The entries that `each` stands for: parts of a document as they are, texts as they are read. */
export function compileEach(
  each: string | LongSource,
  path: MappingPath,
  compiler: Compiler,
): (scope: Scope) => readonly Found[] {
  const source = typeof each === 'string' ? { column: each } : each
  const takenApart = source.split !== undefined || source.match !== undefined || source.words !== undefined
  if (takenApart || source.column === undefined) return compileTexts(source, path, compiler)
  const columns = [source.column].flat()
  const texts = compileTexts(source, path, compiler)
  return (scope) => {
    const parts = columns.flatMap((part) =>
      scope
        .at(part)
        .filter(isMapping)
        .map((cell): Found => ({ cell, text: '', part, settled: false })),
    )
    return parts.length > 0 ? parts : texts(scope)
  }
}
