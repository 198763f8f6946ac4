import type { Constant, LongSource, Source } from '../mapping/mapping.ts'
import type { MappingPath } from '../mapping/read-mapping.ts'
import { isMapping, plain, shortened, textOf } from '../table.ts'
import type { Cell } from '../table.ts'
import { emptyKey } from './compiler.ts'
import type { Compiler } from './compiler.ts'
import type { Scope } from './scope.ts'
import { compileTemplate } from './template.ts'

/** A value that was found in a row, before it is read as what the field takes. */
export interface Found {
  readonly cell: Cell
  readonly text: string
  /** The column that it stands in, as reports call it. */
  readonly part: string
  /** The mapping says what it is: a constant, or a word of its table. It is taken as it is. */
  readonly settled: boolean
}

/** Reads what a source of a field finds in a row. */
export type ReadTexts = (scope: Scope) => readonly Found[]

/** Long forms of a source: one, or those of its list, each with its place. */
export function longForms(
  source: Source,
  path: MappingPath,
): { readonly source: LongSource; readonly path: MappingPath }[] {
  if (typeof source === 'string')
    return [{ source: source.includes('{') ? { text: source } : { column: source }, path }]
  if (isList(source)) return source.flatMap((each, i) => longForms(each, [...path, i]))
  return [{ source, path }]
}

const isList = (source: Source): source is readonly Source[] => Array.isArray(source)

/** Columns, or a template, or a constant: then taken apart, matched and looked up in the words. */
export function compileTexts(source: LongSource, path: MappingPath, compiler: Compiler, inner = false): ReadTexts {
  const ways = [source.column, source.text, source.is].filter((each) => each !== undefined)
  if (ways.length !== 1) {
    compiler.problem(path, 'Say one of: column, text or is.')
    return () => []
  }
  if ('is' in source) {
    const values = (Array.isArray(source.is) ? source.is : [source.is]) as readonly Cell[]
    const all = values.map((cell): Found => ({ cell, text: textOf(cell), part: 'is', settled: true }))
    return () => all
  }
  const cells =
    source.text === undefined
      ? columnCells(source, path, compiler, inner)
      : templateCells(source.text, path, compiler, inner)
  const divide = divider(source.split)
  const match = expression(source.match, [...path, 'match'], compiler)
  const words = wordsOf(source.words)
  return (scope) => {
    const found: Found[] = []
    for (const { cell, part } of cells(scope)) {
      if (isMapping(cell)) {
        scope.report(
          part,
          shortened(textOf(cell)),
          `"${part}" holds several parts here, not a value.`,
          'Name one of its parts: part.name.',
        )
        continue
      }
      for (const text of divide(textOf(cell))) {
        const matched = match === undefined ? text : groupOf(match.exec(text))
        const word = words?.(matched)
        if (word === null) continue
        if (word !== undefined) found.push({ cell: word, text: String(word), part, settled: true })
        else if (matched === '') continue
        else if (compiler.empty.has(emptyKey(matched))) compiler.emptied.add(part, matched, scope.record)
        else {
          found.push({
            cell: matched === text && divide === whole ? cell : matched,
            text: matched,
            part,
            settled: false,
          })
        }
      }
    }
    if (found.length > 0 || source.otherwise === undefined || source.otherwise === null) return found
    return [{ cell: source.otherwise, text: String(source.otherwise), part: 'otherwise', settled: true }]
  }
}

type Cells = (scope: Scope) => readonly { readonly cell: Cell; readonly part: string }[]

function columnCells({ column = [] }: LongSource, path: MappingPath, compiler: Compiler, inner: boolean): Cells {
  const columns = typeof column === 'string' ? [column] : column
  for (const each of columns) compiler.used.push({ column: each, path: [...path, 'column'], inner })
  return (scope) => columns.flatMap((part) => scope.at(part).map((cell) => ({ cell, part })))
}

function templateCells(text: string, path: MappingPath, compiler: Compiler, inner: boolean): Cells {
  const template = compileTemplate(text, path, compiler, inner)
  return (scope) => {
    const cell = template.fill(scope)
    return cell === undefined ? [] : [{ cell, part: template.part }]
  }
}

const whole = (text: string): readonly string[] => [text]

function divider(split: LongSource['split']): (text: string) => readonly string[] {
  if (split === undefined) return whole
  const signs = typeof split === 'string' ? [split] : split
  const any = new RegExp(signs.map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'i')
  return (text) => text.split(any).map((each) => each.trim())
}

/** A regular expression of the mapping; what is wrong with it is told. */
export function expression(text: string | undefined, path: MappingPath, compiler: Compiler): RegExp | undefined {
  if (text === undefined) return undefined
  try {
    return new RegExp(text, 'iu')
  } catch (error) {
    compiler.problem(path, `This is no regular expression: ${(error as Error).message}.`)
    return undefined
  }
}

/** What the first group that fits anything has; of an expression without groups, all that fits. */
function groupOf(match: RegExpExecArray | null): string {
  const [all, ...groups] = (match ?? []) as readonly (string | undefined)[]
  const value = groups.length === 0 ? all : groups.find((each) => each !== undefined)
  return value?.trim() ?? ''
}

/** Words by their letters and digits; those that have none as they are. */
function wordsOf(words: LongSource['words']): ((text: string) => Constant | undefined) | undefined {
  if (words === undefined) return undefined
  const key = (text: string): string => plain(text) || text.trim()
  const table = new Map(Object.entries(words).map(([word, value]) => [key(word), value]))
  return (text) => table.get(key(text))
}
