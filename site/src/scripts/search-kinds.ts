import type { SearchAnswer, SearchEngine } from '../search/search-engine.ts'
import { messages } from '../messages/messages.ts'
import { button, element } from './elements.ts'

/** Kinds beyond this many aren't offered to choose: those with most results are. */
const most = 8

/**
 * Buttons for the kinds of what was found, each with how many: pressed, only these are shown. Kinds that are chosen stay,
 * whatever is found.
 * @param onChange given the folders of the chosen kinds.
 */
export function showKinds(
  group: HTMLElement,
  { kinds }: SearchEngine,
  { byKind }: Pick<SearchAnswer, 'byKind'>,
  only: ReadonlySet<string>,
  onChange: (only: ReadonlySet<string>) => void,
): void {
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['kind'] : undefined
  const offered = [...byKind].sort(([, a], [, b]) => b - a).slice(0, most)
  const folders = new Set([...only, ...offered.map(([folder]) => folder)])
  const buttons = kinds.flatMap(([, many, folder, area]) => {
    if (!folders.has(folder)) return []
    const made = button('kind-choice', '', () => onChange(toggled(only, folder)))
    made.append(many, ' ', element('span', 'count', (byKind.get(folder) ?? 0).toLocaleString(messages.intlLocale)))
    made.ariaPressed = String(only.has(folder))
    Object.assign(made.dataset, { kind: folder, area })
    return [made]
  })
  group.ariaLabel = messages.search.kinds
  group.replaceChildren(...(buttons.length > 1 || only.size > 0 ? buttons : []))
  buttons.find((each) => each.dataset['kind'] === focused)?.focus()
}

/** The chosen kinds with one more, or with one less where it was among them. */
function toggled(only: ReadonlySet<string>, folder: string): Set<string> {
  const chosen = new Set(only)
  if (!chosen.delete(folder)) chosen.add(folder)
  return chosen
}
