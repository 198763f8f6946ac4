import { emptyKey, usuallyEmpty } from '../make/compiler.ts'
import { nameKey } from '../make/id-name.ts'
import { textOf } from '../table.ts'
import type { Cell, Table } from '../table.ts'
import { readMoney } from '../values/money.ts'
import { readStretch } from '../values/period.ts'
import { readTruth } from '../values/truth.ts'
import { datePatterns } from './date-patterns.ts'
import { splitSign } from './split-sign.ts'

/** What all values of a column show. */
export interface Profile {
  readonly column: string
  /** How many rows have a value. */
  readonly filled: number
  readonly rows: number
  /** Values by how often they are there, as {@link nameKey} has them, each as first written. */
  readonly values: ReadonlyMap<string, { readonly text: string; readonly count: number }>
  /** Cells as they are, one for each different text. */
  readonly longest: number
  readonly mean: number
  /** Every row has one, and no two the same. */
  readonly unique: boolean
  /** Patterns of its days; empty: they need none; undefined: it holds no days. */
  readonly dates: readonly string[] | undefined
  /** Whether day or month first can't be told. */
  readonly datesUnclear: boolean
  readonly holds: 'number' | 'money' | 'truth' | 'url' | 'period' | 'text'
  /** What divides several values in a cell. */
  readonly split: string | undefined
  readonly html: boolean
  /** Some rows have several, each in a place of its own. */
  readonly several: boolean
}

const empties = new Set(usuallyEmpty.map(emptyKey))

/** Looks at all values of all columns. */
export const profilesOf = (table: Table): Profile[] => table.columns.map((column) => profileOf(column, table))

function profileOf(column: string, { rows }: Table): Profile {
  const cells = rows.flatMap(({ at }) => [
    at(column).filter((cell) => !empties.has(emptyKey(textOf(cell))) && textOf(cell) !== ''),
  ])
  const all: readonly Cell[] = cells.flat()
  const values = new Map<string, { readonly text: string; readonly count: number }>()
  for (const cell of all) {
    const text = textOf(cell)
    const key = nameKey(text)
    const there = values.get(key)
    values.set(key, { text: there?.text ?? text, count: (there?.count ?? 0) + 1 })
  }
  const filled = cells.filter((each) => each.length > 0).length
  const texts = [...values.values()].map(({ text }) => text)
  const { patterns, unclear } = datePatterns(column, all)
  const holds = patterns === undefined ? heldBy(texts, all) : 'text'
  return {
    column,
    filled,
    several: cells.some((each) => each.length > 1),
    rows: rows.length,
    values,
    longest: Math.max(0, ...texts.map((each) => each.length)),
    mean: texts.reduce((sum, each) => sum + each.length, 0) / Math.max(1, texts.length),
    unique: filled === rows.length && values.size === filled && all.length === filled,
    dates: patterns,
    datesUnclear: unclear,
    holds,
    split: patterns === undefined && holds === 'text' ? splitSign(texts) : undefined,
    html: texts.some((each) =>
      /<\/?(p|br|ul|li|strong|em|a|div|span)\b[^<>]*>|&(amp|nbsp|quot|lt|gt|#\d+);/i.test(each),
    ),
  }
}

/** What nearly all values can be read as. */
function heldBy(texts: readonly string[], cells: readonly Cell[]): Profile['holds'] {
  if (texts.length === 0) return 'text'
  const most = (fits: (text: string) => boolean): boolean => texts.filter(fits).length >= texts.length * 0.9
  if (most((text) => /^(https?:\/\/|www\.|mailto:)\S+$/i.test(text))) return 'url'
  if (
    cells.every((cell) => typeof cell === 'boolean') ||
    (texts.length <= 6 && texts.every((text) => readTruth(text) !== undefined && !/^\d+$/.test(text)))
  )
    return 'truth'
  if (most((text) => /^[-−(]?\d[\d.,' ]*\)?%?$/.test(text))) return 'number'
  const amounts = texts.filter((text) => 'amount' in readMoney(text, 'XXX')).length
  if (amounts >= texts.length * 0.7) return 'money'
  const stretches = texts.filter((text) => readStretch(text) !== undefined).length
  return stretches > 0 && stretches >= texts.length * 0.7 ? 'period' : 'text'
}
