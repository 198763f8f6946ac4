import type { Cell } from '../table.ts'
import type { LongSource } from '../mapping/mapping.ts'
import { readDay } from './day.ts'
import { readNumber } from './number.ts'
import { readStretch } from './period.ts'
import { readTruth } from './truth.ts'

/** A value in the words of catalogue files, or why the cell can't be read as one. */
export type CellResult =
  { readonly value: string | number | boolean } | { readonly reason: string; readonly hint?: string | undefined }

/** Reads a cell as a scalar of the model. Types that nobody needs to read, such as those of own models, are text. */
export function readCell(type: string, cell: Cell, text: string, source: LongSource): CellResult {
  return (readers[type] ?? asText)(cell, text, source)
}

type Reader = (cell: Cell, text: string, source: LongSource) => CellResult

const asText: Reader = (_, text) => ({ value: text })

const number: Reader = (cell, text, { decimal }) => {
  const value = typeof cell === 'number' ? cell : readNumber(text.replace(/\s*%$/, ''), decimal)
  return value === undefined ? { reason: "It can't be read as a number.", hint: 'One number a cell.' } : { value }
}

const readers: Readonly<Record<string, Reader>> = {
  Markdown: (_, text) => ({ value: text.replace(/^[•·▪◦‣]\s*/gmu, '- ') }),
  Date: (cell, text, { date, day }) => {
    if (cell instanceof Date) return { value: text.slice(0, 10) }
    const read = readDay(text, date === undefined ? [] : [date].flat(), day === 'last')
    return 'day' in read ? { value: read.day } : read
  },
  Int: number,
  Float: number,
  Percent: number,
  Boolean: (cell, text) => {
    const value = typeof cell === 'boolean' ? cell : readTruth(text)
    return value === undefined
      ? { reason: 'It is neither yes nor no.', hint: 'Say which it is: words: {Optional: true}.' }
      : { value }
  },
  Period: (_, text, source) => stretch(text, source),
  Duration: (_, text, source) => stretch(text, source),
  URL: (_, text) => {
    if (/^www\./i.test(text)) return { value: `https://${text}` }
    return { value: /^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(text) ? `mailto:${text}` : text }
  },
}

function stretch(text: string, { unit }: LongSource): CellResult {
  const value = readStretch(text, unit)
  if (value !== undefined) return { value }
  const hint = /^\d+(\.\d+)?$/.test(text) ? 'Say what it counts: unit: months.' : 'Write 30 days, 3 months or 1 year.'
  return { reason: "It can't be read as a length of time.", hint }
}
