import type { ListRows } from '../../kind-list/list-rows.ts'
import { toggled, wholeList } from '../../kind-list/list-state.ts'
import type { ListState } from '../../kind-list/list-state.ts'
import { messages } from '../../messages/messages.ts'
import { button } from '../elements.ts'

const words = messages.kindPage

/** What rows are chosen by, each with a button that takes it away again, and one for all. */
export function chipsOf(
  { file }: ListRows,
  state: ListState,
  onRemove: (filters: ListState['filters']) => void,
): HTMLButtonElement[] {
  const chips = [...state.filters].flatMap(([key, values]) => {
    const column = file.columns.find((each) => each.key === key)
    const named = new Map((column?.is === 'words' ? column.words : file.items).map(([value, name]) => [value, name]))
    return [...values].map((value) => {
      const said = value === '' ? words.none : (named.get(value) ?? value)
      const chip = button('chip', `${column?.title ?? key}: ${said}`, () =>
        onRemove(toggled(state, key, value).filters),
      )
      chip.ariaLabel = words.remove(column?.title ?? key, said)
      return chip
    })
  })
  const all = button('chip-clear', words.clear, () => onRemove(wholeList.filters))
  return chips.length > 1 ? [...chips, all] : chips
}
