import { answerOf } from '../impact/answer.ts'
import type { ImpactFile } from '../impact/impact-file.ts'
import { directions, emptyQuestion, queryOf, questionIn } from '../impact/question.ts'
import type { Direction, Question } from '../impact/question.ts'
import { readImpactFile } from '../impact/read-impact-file.ts'
import type { DescribedItem, ReadGraph } from '../impact/read-impact-file.ts'
import { suggestItems } from '../impact/suggest-items.ts'
import { waysOf } from '../impact/ways.ts'
import { messages } from '../messages/messages.ts'
import { find } from './elements.ts'
import { answerView } from './explorer/answer-view.ts'
import { chosenItems } from './explorer/chosen.ts'
import { Narrowing } from './explorer/narrowing.ts'
import { Picker } from './explorer/picker.ts'
import { WaysForm } from './explorer/ways-form.ts'
import { waysView } from './explorer/ways-view.ts'
import { loadData } from './load-data.ts'
import { siteRoot } from './site-root.ts'

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
    this.querySelector('.note')?.remove()
    try {
      const file = await loadData<ImpactFile>(this.dataset['index'] ?? '')
      this.#run(readImpactFile(file, siteRoot()))
    } catch (error) {
      find(this, HTMLElement, '.answer-summary').textContent = messages.explorer.cannotLoad
      throw error
    }
  }

  #run(graph: ReadGraph): void {
    const form = find(this, HTMLFormElement, 'form')
    const [ofItems, ofWays] = [find(form, HTMLElement, '.ask-items'), find(form, HTMLElement, '.ask-ways')]
    const chosen = find(this, HTMLElement, '.chosen')
    const describedBy = (id: string): DescribedItem | undefined => graph.described[graph.index.numbers.get(id) ?? -1]
    const suggest = suggestItems(graph.described)

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
    const picker = new Picker(ofItems, suggest, ({ id }) =>
      ask({ items: [...this.#question.items.filter((each) => each.id !== id), { id, state: 'DOWN' }] }),
    )
    const narrowing = new Narrowing(ofItems, graph, () => ask(narrowing.said, 'same'))
    const waysForm = new WaysForm(ofWays, graph, suggest, (change) =>
      ask({ ways: { ...this.#question.ways, ...change } }),
    )
    const actions = {
      onState: (id: string, state: Question['items'][number]['state']): void =>
        ask({ items: this.#question.items.map((each) => (each.id === id ? { id, state } : each)) }),
      onRemove: (id: string): void => {
        ask({ items: this.#question.items.filter((each) => each.id !== id) })
        picker.input.focus()
      },
    }
    const render = (relist: boolean): void => {
      const question = this.#question
      for (const radio of form.querySelectorAll('input'))
        if (radio.name === 'ask') radio.checked = radio.value === question.direction
      const isWays = question.direction === 'ways'
      ofItems.hidden = isWays
      ofWays.hidden = !isWays
      if (isWays) {
        waysForm.show(question.ways)
        const found = waysOf(graph, question.ways)
        this.#show(question.ways.from !== undefined, found.summary, waysView(graph, question.ways, found))
        return
      }
      narrowing.show(question)
      if (relist) chosen.replaceChildren(...chosenItems(question, describedBy, actions))
      const found = answerOf(graph, question)
      this.#show(
        question.items.length > 0,
        found.summary,
        answerView(graph, question, found, (show) => ask({ show })),
      )
    }

    form.addEventListener('submit', (event) => event.preventDefault())
    form.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement) || target.name !== 'ask') return
      ask(turned(this.#question, directions.find((each) => each === target.value) ?? 'fails'))
    })
    const readAddress = (): void => {
      this.#question = questionIn(location.search, graph.former)
      render(true)
    }
    window.addEventListener('popstate', readAddress)
    readAddress()
    form.hidden = false
  }

  #show(isAsked: boolean, summary: string, answer: readonly HTMLElement[]): void {
    this.toggleAttribute('data-asked', isAsked)
    find(this, HTMLElement, '.answer-summary').textContent = summary
    find(this, HTMLElement, '.answer').replaceChildren(...answer)
  }
}

/** The same question another way: who turns to ways begins with the items that were asked about. */
function turned({ items, ways }: Question, direction: Direction): Partial<Question> {
  const isNew = ways.from === undefined && ways.to === undefined
  const [from, to] = items.map(({ id }) => id)
  return { direction, show: undefined, ...(direction === 'ways' && isNew ? { ways: { ...ways, from, to } } : {}) }
}

const ids = ({ items }: Question): string => items.map(({ id }) => id).join(' ')

customElements.define('impact-explorer', ImpactExplorer)
