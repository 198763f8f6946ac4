import { failedStates } from '../../impact/question.ts'
import type { AskedItem, FailedState, Question } from '../../impact/question.ts'
import type { DescribedItem } from '../../impact/read-impact-file.ts'
import { stateWords } from '../../words/states.ts'
import { messages } from '../../messages/messages.ts'
import { button, element } from '../elements.ts'
import { itemLink } from './elements.ts'

/** What somebody does with the items that they ask about. */
export interface ChosenActions {
  readonly onState: (id: string, state: FailedState) => void
  readonly onRemove: (id: string) => void
}

/** The items that the question is about: each with how it is, where the question is what fails, and a way to take it out. */
export function chosenItems(
  { direction, items }: Question,
  describedBy: (id: string) => DescribedItem | undefined,
  actions: ChosenActions,
): HTMLLIElement[] {
  return items.map((asked) => {
    const item = describedBy(asked.id)
    const name = item?.name ?? asked.id
    const remove = button('remove', '', () => actions.onRemove(asked.id))
    remove.ariaLabel = messages.explorer.takeOut(name)
    const label = element('span', 'chosen-name', item === undefined ? name : itemLink(item))
    const states = direction === 'fails' ? [stateChoice(asked, name, actions)] : []
    return element('li', '', label, ...states, remove)
  })
}

function stateChoice({ id, state }: AskedItem, name: string, { onState }: ChosenActions): HTMLSelectElement {
  const select = element('select', 'choice')
  select.ariaLabel = messages.explorer.howIs(name)
  select.append(
    ...failedStates.map((each) => {
      const option = element('option', '', stateWords(each).text)
      option.value = each
      option.selected = each === state
      return option
    }),
  )
  select.addEventListener('change', () => {
    const said = failedStates.find((each) => each === select.value)
    if (said !== undefined) onState(id, said)
  })
  return select
}
