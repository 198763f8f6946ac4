import { element } from '../elements.ts'

/** Makes a list's headings buttons that sort by their column. On phones, where they can't be seen, they aren't reached. */
export function makeSortable(table: HTMLTableElement, onSort: (key: string) => void): void {
  const isHidden = table.tHead !== null && getComputedStyle(table.tHead).position === 'absolute'
  for (const title of table.querySelectorAll('thead span.sort')) {
    const made = element('button', 'sort', title.textContent)
    made.type = 'button'
    if (isHidden) made.tabIndex = -1
    const heading = title.closest('th')
    made.addEventListener('click', () => onSort(heading?.dataset['key'] ?? ''))
    heading?.replaceChildren(made)
  }
}
