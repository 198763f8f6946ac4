import { escaped } from '../html/escaped.ts'
import { messages } from '../messages/messages.ts'
import type { ListColumn } from './list-file.ts'
import type { ListState } from './list-state.ts'
import { classOf } from './rows-html.ts'

/** The heading row of a list as HTML. Its titles become buttons to sort by in the browser. */
export function headingsHtml(columns: readonly ListColumn[], { sort }: Pick<ListState, 'sort'>): string {
  const heading = (key: string, title: string, classes: string): string => {
    const sorted = sort?.key === key ? ` aria-sort="${sort.descending ? 'descending' : 'ascending'}"` : ''
    return `<th role="columnheader" scope="col" data-key="${escaped(key)}"${sorted}${classes}><span class="sort">${escaped(title)}</span></th>`
  }
  const titles = columns.map((column) => heading(column.key, column.title, classOf(column)))
  return `<thead role="rowgroup"><tr role="row">${heading('name', messages.kindPage.name, '')}${titles.join('')}</tr></thead>`
}

/** Titles as the cards that rows become on phones say them: from one place, so that no cell repeats its column's. */
export const cardLabels = (columns: readonly ListColumn[]): string =>
  columns.map(({ title }, i) => `--c${String(i + 2)}:'${title.replaceAll(/['\\]/g, '')}'`).join(';')
