import { longPeriod, shortDuration } from '../words/durations.ts'
import { longDay, money, percent, plainNumber } from '../words/values.ts'
import { placesIn } from './list-file.ts'
import type { ListColumn, ListFile } from './list-file.ts'

/** What stands in a cell, in words: the same on the page and for the filter. Several things are several texts. */
export function cellTexts(file: Pick<ListFile, 'items'>, column: ListColumn, row: number): readonly string[] {
  if (column.is === 'words') return placesIn(column.values, row).map((place) => column.words[place - 1]?.[1] ?? '')
  if (column.is === 'links') return placesIn(column.values, row).map((place) => file.items[place - 1]?.[1] ?? '')
  const text = plain(column, row)
  return text === '' ? [] : [text]
}

/** For spreadsheets: numbers and days as they are calculated with, everything else as it is said. */
export function csvText(file: Pick<ListFile, 'items'>, column: ListColumn, row: number): string {
  if (column.is === 'number' || column.is === 'percent' || column.is === 'day') return String(column.values[row] ?? '')
  if (column.is === 'money') return column.values[row]?.toReversed().join(' ') ?? ''
  return cellTexts(file, column, row).join('; ')
}

function plain(column: Exclude<ListColumn, { readonly is: 'words' | 'links' }>, row: number): string {
  if (column.is === 'money') {
    const value = column.values[row]
    return value == null ? '' : money({ amount: value[0], currency: value[1] })
  }
  if (column.is === 'number' || column.is === 'percent') {
    const value = column.values[row]
    return value == null ? '' : (column.is === 'percent' ? percent : plainNumber)(value)
  }
  const value = column.values[row] ?? ''
  return value === '' ? '' : says[column.is](value)
}

const says: Readonly<Record<'text' | 'day' | 'duration' | 'period', (value: string) => string>> = {
  text: (value) => value,
  day: longDay,
  duration: shortDuration,
  period: longPeriod,
}
