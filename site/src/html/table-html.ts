import type { Cell, Column, Row, Table } from '../page/table.ts'
import { cellHtml } from './cell-html.ts'
import { escaped } from './escaped.ts'

/**
 * A table as HTML. How a column stands is said once, by classes of the table (`n2`: the second column has numbers; `q3`: on
 * phones the third stands without its title; `s3`: its words are small), and its title on phones by a property: no cell
 * repeats either, so that a row is little more than its words.
 */
export function tableHtml({ label, columns, rows }: Table): string {
  const small = columns.map((column, i) => isSmall(column, i, rows))
  const names = columns.flatMap(({ numeric, quiet }, i) => [
    ...(numeric === true ? [`n${String(i + 1)}`] : []),
    ...(quiet === true ? [`q${String(i + 1)}`] : []),
    ...(small[i] === true ? [`s${String(i + 1)}`] : []),
  ])
  const head = columns.map(
    (column) => `<th scope="col"${attribute('class', headClasses(column))}>${escaped(column.title)}</th>`,
  )
  const body = rows.map((row) => rowHtml(row, small))
  return `<table aria-label="${escaped(label)}"${attribute('class', names)}${attribute('style', titlesOf(columns, rows))}><thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`
}

/** On phones rows become cards, and each cell says its column: from here. What names a row needs no title. */
const titlesOf = (columns: readonly Column[], rows: readonly Row[]): string[] => {
  const said = columns.flatMap(({ title, quiet }, i) =>
    quiet === true || rows.every(({ cells }) => cells[i]?.strong === true)
      ? []
      : [`--c${String(i + 1)}:'${escaped(title.replaceAll(/['\\]/g, ''))}'`],
  )
  return said.length === 0 ? [] : [said.join(';')]
}

/** Whether a column says in small words what its rows' items are. */
const isSmall = ({ quiet }: Column, i: number, rows: readonly Row[]): boolean =>
  quiet === true && rows.some(({ cells }) => onlySub(cells[i]) !== undefined)

const onlySub = (cell: Cell = {}): string | undefined =>
  cell.sub !== undefined && Object.keys(cell).every((part) => part === 'sub') ? cell.sub : undefined

const headClasses = ({ numeric = false, wide = false, bars = false }: Column): string[] => [
  ...(numeric ? ['numeric'] : []),
  ...(wide ? ['wide'] : []),
  ...(bars ? ['bars'] : []),
]

function rowHtml({ cells, id, marks = {} }: Row, small: readonly boolean[]): string {
  const data = Object.entries(marks).map(([name, value]) => ` data-${name}="${escaped(value)}"`)
  const said = cells.map((cell, i) => {
    const sort = cell.sort === undefined ? '' : ` data-sort="${escaped(String(cell.sort))}"`
    if (cell.strong === true) return `<th scope="row"${sort}>${cellHtml(cell)}</th>`
    const words = small[i] === true ? onlySub(cell) : undefined
    return `<td${sort}>${words === undefined ? cellHtml(cell) : escaped(words)}</td>`
  })
  return `<tr${id === undefined ? '' : ` id="${escaped(id)}"`}${data.join('')}>${said.join('')}</tr>`
}

const attribute = (name: string, words: readonly string[]): string =>
  words.length === 0 ? '' : ` ${name}="${words.join(' ')}"`
