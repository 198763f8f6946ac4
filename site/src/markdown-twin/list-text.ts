import { cellTexts } from '../kind-list/cell-text.ts'
import { linkTo } from '../links.ts'
import { messages } from '../messages/messages.ts'
import type { KindList } from '../page/kind-list/kind-list.ts'
import type { Writing } from './block-text.ts'
import { escapeText, linkText } from './escape.ts'
import { tableText } from './table-text.ts'

/** The list of a kind as a table: names as links, and the columns that its page shows. */
export function listText({ file, shown }: KindList, { leads, mostRows = file.names.length }: Writing): string {
  return tableText(
    [{ title: messages.kindPage.name }, ...shown.map(({ title }) => ({ title: escapeText(title) }))],
    file.names.slice(0, mostRows).map((name, row) => {
      const href = linkTo({ id: file.paths[row] ?? '', kind: { idPrefix: '', folder: file.folder } })
      const texts = shown.map((column) => escapeText(cellTexts(file, column, row).join(', ')))
      return [linkText(escapeText(name), leads(href)), ...texts]
    }),
  )
}
