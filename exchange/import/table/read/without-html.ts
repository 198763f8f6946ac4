import { isMapping } from '../table.ts'
import type { Cell, Row, Table } from '../table.ts'

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  pound: '£',
  euro: '€',
  rsquo: '’',
  lsquo: '‘',
  hellip: '…',
}

/** HTML as text: paragraphs and line breaks as lines, list items behind hyphens, no tags, no entities. */
export function htmlText(html: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<li\b[^<>]*>/gi, '\n- ')
    .replace(/<(br|\/p|\/div|\/h\d|\/ul|\/ol|\/tr)\b[^<>]*>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(#x?[\da-f]{1,6}|[a-z]{2,8});/gi, (whole, entity: string) => {
      if (!entity.startsWith('#')) return named[entity.toLowerCase()] ?? whole
      const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1))
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
    })
    .replace(/\n{3,}/g, '\n\n')
}

/** A table whose cells are HTML, as text. */
export const withoutHtml = (table: Table): Table => ({ ...table, rows: table.rows.map(textRow) })

const textRow = (row: Row): Row => ({ ...row, at: (column) => row.at(column).map(cellText) })

function cellText(cell: Cell): Cell {
  if (typeof cell === 'string') return htmlText(cell)
  if (Array.isArray(cell)) return (cell as readonly Cell[]).map(cellText)
  if (!isMapping(cell)) return cell
  return Object.fromEntries(Object.entries(cell).map(([key, value]) => [key, cellText(value)]))
}
