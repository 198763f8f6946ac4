import type { Condition, Constant } from '../mapping/mapping.ts'
import type { MappingPath } from '../mapping/read-mapping.ts'
import { shortened, textOf } from '../table.ts'
import { expression } from './compile-texts.ts'
import { emptyKey } from './compiler.ts'
import type { Compiler } from './compiler.ts'
import { nameKey } from './id-name.ts'
import type { Scope } from './scope.ts'

/** Tells why a row is not taken by a condition of `when`; undefined where it is. */
export function compileCondition(
  column: string,
  condition: Condition,
  path: MappingPath,
  compiler: Compiler,
): (scope: Scope) => string | undefined {
  compiler.used.push({ column, path, inner: false })
  const { words, not, empty, match } = partsOf(condition)
  const fits = expression(match, [...path, 'match'], compiler)
  return (scope) => {
    const written = scope.at(column).map(textOf)
    const values = written.filter((text) => text !== '' && !compiler.empty.has(emptyKey(text)))
    const keys = written.map(nameKey)
    const taken =
      (words === undefined || words.some((word) => keys.includes(word) || (word === '' && values.length === 0))) &&
      !not.some((word) => keys.includes(word) || (word === '' && values.length === 0)) &&
      (empty === undefined || empty === (values.length === 0)) &&
      (fits === undefined || values.some((value) => fits.test(value)))
    return taken
      ? undefined
      : values.length === 0
        ? `"${column}" is empty.`
        : `"${column}" is "${shortened(values.join(', '))}".`
  }
}

/** Null stands for an empty cell. */
const keysOf = (words: readonly Constant[]): string[] =>
  words.map((each) => (each === null ? '' : nameKey(String(each))))

function partsOf(condition: Condition): {
  readonly words?: readonly string[]
  readonly not: readonly string[]
  readonly empty?: boolean | undefined
  readonly match?: string | undefined
} {
  if (isList(condition)) return { words: keysOf(condition), not: [] }
  if (typeof condition !== 'object' || condition === null) return { words: keysOf([condition]), not: [] }
  const { not, empty, match } = condition
  return { not: not === undefined ? [] : keysOf(isList(not) ? not : [not]), empty, match }
}

const isList = (value: unknown): value is readonly Constant[] => Array.isArray(value)
