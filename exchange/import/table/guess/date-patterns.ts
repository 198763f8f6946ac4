import { textOf } from '../table.ts'
import type { Cell } from '../table.ts'
import { readTimestamp } from '../../../../graph/text/timestamp.ts'
import { readDay } from '../values/day.ts'

/** How registers write days, likeliest first. What ISO 8601 and its like say in one way needs no pattern. */
const usual =
  'dd/MM/yyyy|MM/dd/yyyy|dd-MM-yyyy|MM-dd-yyyy|dd/MM/yy|MM/dd/yy|d-MMM-yy|MMMM yyyy|MMM-yy|MM/yyyy|yyyyMMdd'.split('|')

const speaksOfDays = /date|start|end|expir|from|until|review|due|award|commenc|effective|sign|beginn|ablauf|datum/i

/**
 * The patterns that a column's days are written in; undefined where most of it can't be read as days.
 * @returns unclear where day or month first can't be told.
 */
export function datePatterns(
  column: string,
  cells: readonly Cell[],
): { readonly patterns: readonly string[] | undefined; readonly unclear: boolean } {
  const none = { patterns: undefined, unclear: false }
  const texts = cells.filter((cell) => !(cell instanceof Date)).map(textOf)
  const days = cells.length - texts.length
  if (cells.length === 0 || texts.every((text) => /^[\d.,]+$/.test(text))) {
    const serials =
      texts.length > 0 && speaksOfDays.test(column) && texts.every((text) => /^[2-6]\d{4}$|^(19|20)\d{6}$/.test(text))
    if (serials && texts.some((text) => text.length === 8)) return { patterns: ['yyyyMMdd'], unclear: false }
    return (days > 0 || serials) && texts.every((text) => /^\d{5}$/.test(text))
      ? { patterns: [], unclear: false }
      : none
  }
  const reads = (text: string, patterns: readonly string[]): boolean => 'day' in readDay(text, patterns)
  const open = texts.filter((text) => !isPlain(text))
  const patterns: string[] = []
  let left = open
  while (left.length > 0) {
    const tried = usual.map((pattern) => ({ pattern, left: left.filter((text) => !reads(text, [pattern])) }))
    const [best] = tried.sort((a, b) => a.left.length - b.left.length)
    if (best === undefined || best.left.length === left.length || patterns.length === 4) break
    patterns.push(best.pattern)
    left = best.left
  }
  const noneReads = days === 0 && open.length === texts.length && patterns.length === 0
  if (left.length > cells.length * 0.25 || noneReads) return none
  const other = patterns[0]?.replace(/^dd(.)MM/, 'MM$1dd') ?? ''
  return { patterns, unclear: /^MM.dd/.test(other) && open.every((text) => reads(text, [other])) }
}

/** Whether it is a day in one way only, whatever else stands in the column: 2027-06-30, 30 Jun 2027. */
function isPlain(text: string): boolean {
  const read = readTimestamp(text)
  return read === undefined ? 'day' in readDay(text) : read.dayFirst === read.monthFirst
}
