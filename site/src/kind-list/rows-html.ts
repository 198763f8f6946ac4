import { escaped } from '../html/escaped.ts'
import { cellTexts } from './cell-text.ts'
import { placesIn } from './list-file.ts'
import type { ListColumn, ListFile } from './list-file.ts'

/** So many rows stand on one page of a list. */
export const pageSize = 100

/**
 * Rows as HTML: made by the same function when the site is built and in the browser, so that nothing moves when a script
 * takes over. All text is escaped.
 * @param base the path that the site is published under, with slashes at both ends, as it stands in addresses.
 */
export function rowsHtml(
  file: ListFile,
  rows: readonly number[],
  columns: readonly ListColumn[],
  base: string,
): string {
  const notes = new Map(file.notes)
  return rows
    .map((row) => {
      const href = base + encodeURI(`${file.folder}/${file.paths[row] ?? ''}/`)
      const name = link(href, file.names[row] ?? '', notes.get(row))
      const cells = columns.map((column) => `<td role="cell"${classOf(column)}>${cell(file, column, row, base)}</td>`)
      return `<tr role="row"><th role="rowheader" scope="row">${name}</th>${cells.join('')}</tr>`
    })
    .join('')
}

/** How cells and heading of a column stand. */
export function classOf({ is, key }: Pick<ListColumn, 'is' | 'key'>): string {
  if (key === 'summary') return ' class="wide quiet"'
  if (is === 'day') return ' class="day"'
  return is === 'number' || is === 'percent' || is === 'money' || is === 'duration' ? ' class="numeric"' : ''
}

function cell(file: ListFile, column: ListColumn, row: number, base: string): string {
  if (column.is === 'links') {
    const links = placesIn(column.values, row).flatMap((place) => {
      const item = file.items[place - 1]
      return item === undefined ? [] : [link(`${base}${encodeURI(item[0])}/`, item[1], item[2])]
    })
    return links.length < 2 ? links.join('') : `<ul class="plain"><li>${links.join('</li><li>')}</li></ul>`
  }
  if (column.is === 'words') {
    return placesIn(column.values, row)
      .map((place) => {
        const [, said = '', tone] = column.words[place - 1] ?? []
        return tone === undefined
          ? `<span>${escaped(said)}</span>`
          : `<span class="badge" data-tone="${tone}">${escaped(said)}</span>`
      })
      .join('')
  }
  const text = escaped(cellTexts(file, column, row).join())
  return column.key === 'summary' && text !== '' ? `<div class="sub">${text}</div>` : text
}

function link(href: string, name: string, note: string | undefined): string {
  const aside = note === undefined ? '' : `<span class="aside">${escaped(note)}</span>`
  return `<a href="${escaped(href)}">${escaped(name)}</a>${aside}`
}
