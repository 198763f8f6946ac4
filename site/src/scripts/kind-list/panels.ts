import type { ListRows } from '../../kind-list/list-rows.ts'
import { toggled } from '../../kind-list/list-state.ts'
import type { ListState } from '../../kind-list/list-state.ts'
import { messages } from '../../messages/messages.ts'
import { button, element } from '../elements.ts'
import { folded } from '../fold.ts'

const words = messages.kindPage

/** What a choice is made from, and whom it tells. */
export interface PanelContext {
  readonly list: ListRows
  readonly state: ListState
  /** Of the column that it is about; empty for order and columns. */
  readonly key: string
  readonly onChange: (change: Partial<ListState>) => void
  /** What somebody has narrowed a long choice to already. */
  readonly narrowedTo: string
}

/** Beyond so many values there is a box to find one in. */
const mostAtOnce = 12
/** More than this nobody looks through: the box finds the others. */
const mostListed = 200

/** The values of a column, each with how many rows have it. */
export function facetPanel({ list, state, key, onChange, narrowedTo }: PanelContext): HTMLElement {
  const options = list.options(key, state, words.none)
  const chosen = state.filters.get(key)
  const items = options.map(({ value, said, count }) => {
    const change = (): void => onChange(toggled(state, key, value))
    const item = choice('checkbox', value, said, chosen?.has(value) ?? false, change)
    item.firstElementChild?.append(element('span', 'count', count.toLocaleString(messages.intlLocale)))
    return item
  })
  const values = element('ul', 'plain', ...items)
  if (options.length <= mostAtOnce) {
    return panel(values)
  }
  const input = element('input', 'filter')
  input.type = 'search'
  input.ariaLabel = words.narrow(list.file.columns.find((column) => column.key === key)?.title ?? key)
  input.placeholder = input.ariaLabel
  input.value = narrowedTo
  const narrow = (): void => {
    const sought = folded(input.value.trim())
    let left = mostListed
    for (const [i, item] of items.entries()) {
      item.hidden = !folded(options[i]?.said ?? '').includes(sought) || left === 0
      if (!item.hidden) left -= 1
    }
  }
  input.addEventListener('input', narrow)
  narrow()
  return panel(input, values)
}

/** The columns to sort by, and which way. */
export function sortPanel({ list, state, onChange }: PanelContext): HTMLElement {
  const { sort } = state
  const columns = [{ key: 'name', title: words.name }, ...list.shown(state)]
  const usual = choice('radio', '', words.usualOrder, sort === undefined, () => onChange({ sort: undefined, page: 1 }))
  const descending = choice('checkbox', 'descending', words.descending, sort?.descending ?? false, () => {
    const { key = 'name', descending: before = false } = sort ?? {}
    onChange({ sort: { key, descending: !before }, page: 1 })
  })
  const choices = columns.map(({ key, title }) =>
    choice('radio', key, title, sort?.key === key, () => {
      onChange({ sort: { key, descending: sort?.descending ?? false }, page: 1 })
    }),
  )
  return panel(element('ul', 'plain', usual, ...choices), element('ul', 'plain', descending))
}

/** The columns that the table can have. */
export function columnsPanel({ list, state, onChange }: PanelContext): HTMLElement {
  const shown = new Set(list.shown(state).map(({ key }) => key))
  const choices = list.file.columns.map(({ key, title }) =>
    choice('checkbox', key, title, shown.has(key), () => {
      if (!shown.delete(key)) shown.add(key)
      onChange({ columns: list.file.columns.map((column) => column.key).filter((each) => shown.has(each)) })
    }),
  )
  const usual = button('chip-clear', words.usualColumns, () => onChange({ columns: undefined }))
  return panel(element('ul', 'plain', ...choices), ...(state.columns === undefined ? [] : [usual]))
}

function choice(
  type: 'checkbox' | 'radio',
  value: string,
  said: string,
  checked: boolean,
  onChange: () => void,
): HTMLLIElement {
  const input = element('input', '')
  Object.assign(input, { type, value, checked, ...(type === 'radio' && { name: 'list-sort' }) })
  input.addEventListener('change', onChange)
  return element('li', '', element('label', '', input, element('span', 'said', said)))
}

const panel = (...content: readonly Node[]): HTMLElement => element('div', 'list-panel', ...content)
