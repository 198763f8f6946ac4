import { readName, readScalar } from '../../../../graph/catalogue/scalars.ts'
import type { Attribute } from '../../../../graph/model/model.ts'
import type { FileValue } from '../../imported.ts'
import type { LongSource, Source } from '../mapping/mapping.ts'
import type { MappingPath } from '../mapping/read-mapping.ts'
import { plain, shortened } from '../table.ts'
import { readCell } from '../values/read-cell.ts'
import { compileTexts, longForms } from './compile-texts.ts'
import type { Found } from './compile-texts.ts'
import type { Compiler } from './compiler.ts'
import { compileParts } from './compile-parts.ts'
import { compileSource } from './compile-source.ts'
import type { Scope } from './scope.ts'

/** Reads an attribute's values in a row: several only where it is a list. What can't be read is reported. */
export type ReadValues = (scope: Scope) => readonly FileValue[]

/** What an attribute is read from. */
export function compileAttribute(
  attribute: Attribute,
  source: Source,
  path: MappingPath,
  compiler: Compiler,
): ReadValues {
  const readers = longForms(source, path).map((long) =>
    compileSource(long.source, long.path, compiler, (each, at, inner) =>
      valuesOf(attribute, each, at, compiler, inner),
    ),
  )
  return (scope) => {
    if (attribute.list) return readers.flatMap((read) => read(scope))
    for (const read of readers) {
      const values = read(scope)
      if (values.length > 0) return values
    }
    return []
  }
}

function valuesOf(
  attribute: Attribute,
  source: LongSource,
  path: MappingPath,
  compiler: Compiler,
  inner: boolean,
): ReadValues {
  if (attribute.category === 'value') return compileParts(attribute, source, path, compiler, inner)
  const texts = compileTexts(source, path, compiler, inner)
  const convert =
    attribute.category === 'enum' ? wordReader(attribute, source, path, compiler) : scalarReader(attribute, source)
  return (scope) => {
    const values = texts(scope).flatMap((found) => convert(found, scope) ?? [])
    for (const more of attribute.list ? [] : values.slice(1)) {
      if (more !== values[0])
        scope.report(
          attribute.name,
          shortened(String(more)),
          `"${attribute.name}" takes one value, and there are several.`,
        )
    }
    return attribute.list ? values : values.slice(0, 1)
  }
}

type Convert = (found: Found, scope: Scope) => FileValue | undefined

function scalarReader(attribute: Attribute, source: LongSource): Convert {
  return ({ cell, text, part, settled }, scope) => {
    const read = settled ? { value: cell as FileValue } : readCell(attribute.type, cell, text, source)
    if ('reason' in read) {
      scope.report(part, shortened(text), read.reason, read.hint)
      return undefined
    }
    // Names, and what else stands in one line, don't keep the lines of their cells.
    const value =
      attribute.type === 'String' && typeof read.value === 'string' ? read.value.replace(/\s+/g, ' ') : read.value
    const checked =
      attribute.name === 'name' ? readName(String(value), value) : readScalar(attribute.type, String(value), value)
    if ('value' in checked) return value
    scope.report(part, shortened(text), `"${attribute.name}" takes ${checked.expected}.`, checked.hint)
    return undefined
  }
}

/** Words of an enumeration: those of the mapping, or the model's own however they are written (call-off, Call Off). */
function wordReader(attribute: Attribute, source: LongSource, path: MappingPath, compiler: Compiler): Convert {
  const names = compiler.known.model.enums.get(attribute.type)?.values.map((each) => each.name) ?? []
  const wrong = [...Object.values(source.words ?? {}), source.otherwise, ...[source.is].flat()].filter(
    (each) => each !== undefined && each !== null && !names.includes(each as string),
  )
  for (const each of wrong)
    compiler.problem(path, `"${attribute.name}" has no value "${String(each)}". It is one of ${names.join(', ')}.`)
  const own = new Map(names.map((each) => [plain(each), each]))
  return ({ text, part, settled }, scope) => {
    const word = settled ? text : own.get(plain(text))
    if (word !== undefined) return word
    if (source.otherwise !== undefined) return source.otherwise ?? undefined
    scope.report(
      part,
      shortened(text),
      `It is no value of "${attribute.name}".`,
      `Say in the mapping which it is: words: {${shortened(text)}: ${names[0] ?? ''}} (${names.join(', ')}).`,
    )
    return undefined
  }
}
