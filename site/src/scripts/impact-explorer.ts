import { answerOf } from '../impact/answer.ts'
import type { ImpactFile } from '../impact/impact-file.ts'
import { directions, emptyQuestion, queryOf, questionIn } from '../impact/question.ts'
import type { Question } from '../impact/question.ts'
import { readImpactFile } from '../impact/read-impact-file.ts'
import type { DescribedItem, ReadGraph } from '../impact/read-impact-file.ts'
import { suggestItems } from '../impact/suggest-items.ts'
import { answerView } from './explorer/answer-view.ts'
import { chosenItems } from './explorer/chosen.ts'
import { find } from './explorer/elements.ts'
import { Narrowing } from './explorer/narrowing.ts'
import { Picker } from './explorer/picker.ts'

/**
 * The impact explorer: the graph comes once, every question is answered here. The address holds the whole question, so that
 * an answer can be kept, passed on, and gone back to.
 */
class ImpactExplorer extends HTMLElement {
  #question: Question = emptyQuestion

  connectedCallback(): void {
    void this.#start()
  }

  async #start(): Promise<void> {
    const status = find(this, HTMLElement, '.answer-summary')
    this.querySelector('.note')?.remove()
    try {
      const response = await fetch(this.dataset['index'] ?? '')
      if (!response.ok) throw new Error(String(response.status))
      this.#run(readImpactFile((await response.json()) as ImpactFile, this.dataset['base'] ?? '/'), status)
    } catch (error) {
      status.textContent = 'The graph can’t be loaded. Try again later.'
      throw error
    }
  }

  #run(graph: ReadGraph, status: HTMLElement): void {
    const form = find(this, HTMLFormElement, 'form')
    const input = find(this, HTMLInputElement, '.pick input')
    const chosen = find(this, HTMLElement, '.chosen')
    const answer = find(this, HTMLElement, '.answer')
    const describedBy = (id: string): DescribedItem | undefined => graph.described[graph.index.numbers.get(id) ?? -1]

    /** Takes a question for the one that is asked, and keeps it in the address. */
    const ask = (change: Partial<Question>, keep: 'new' | 'same' = 'new'): void => {
      const before = this.#question
      this.#question = { ...before, ...change }
      const address = location.pathname + queryOf(this.#question)
      if (keep === 'new') history.pushState(null, '', address)
      else history.replaceState(null, '', address)
      // A list that has the same items keeps the focus of whoever is in it.
      const isSameList = ids(before) === ids(this.#question) && before.direction === this.#question.direction
      render(!isSameList)
    }
    const narrowing = new Narrowing(form, graph, () => ask(narrowing.said, 'same'))
    const actions = {
      onState: (id: string, state: Question['items'][number]['state']): void =>
        ask({ items: this.#question.items.map((each) => (each.id === id ? { id, state } : each)) }),
      onRemove: (id: string): void => {
        ask({ items: this.#question.items.filter((each) => each.id !== id) })
        input.focus()
      },
    }
    const render = (relist: boolean): void => {
      const { direction, items } = this.#question
      for (const radio of form.querySelectorAll('input'))
        if (radio.name === 'ask') radio.checked = radio.value === direction
      narrowing.show(this.#question)
      if (relist) chosen.replaceChildren(...chosenItems(this.#question, describedBy, actions))
      const found = answerOf(graph, this.#question)
      this.toggleAttribute('data-asked', items.length > 0)
      status.textContent = found.summary
      answer.replaceChildren(...answerView(graph, this.#question, found, (show) => ask({ show })))
    }

    new Picker({
      ...{ input, list: find(this, HTMLElement, '[role="listbox"]'), status: find(this, HTMLElement, '.pick-status') },
      suggest: suggestItems(graph.described),
      onPick: ({ id }) =>
        ask({ items: [...this.#question.items.filter((each) => each.id !== id), { id, state: 'DOWN' }] }),
    })
    form.addEventListener('submit', (event) => event.preventDefault())
    form.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement) || target.name !== 'ask') return
      ask({ direction: directions.find((each) => each === target.value) ?? 'fails', show: undefined })
    })
    const readAddress = (): void => {
      this.#question = questionIn(location.search)
      render(true)
    }
    window.addEventListener('popstate', readAddress)
    readAddress()
    form.hidden = false
  }
}

const ids = ({ items }: Question): string => items.map(({ id }) => id).join(' ')

customElements.define('impact-explorer', ImpactExplorer)
