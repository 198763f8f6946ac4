import { messages } from '../messages/messages.ts'
import { queryOf } from './list-state.ts'
import type { ListState } from './list-state.ts'
import { escaped } from '../html/escaped.ts'

const words = messages.kindPage

/** Links to the pages of a list as HTML: the one before, the first, the near ones, the last, the one after. */
export function pagerHtml(state: ListState, pages: number): string {
  const { page } = state
  const link = (to: number, text: string, more = ''): string =>
    `<a href="${escaped(queryOf({ ...state, page: to }) || '?')}" data-page="${String(to)}"${more}>${text}</a>`
  const step = (to: number, text: string, rel: string): string =>
    to < 1 || to > pages
      ? `<span class="pager-step">${text}</span>`
      : link(to, text, ` class="pager-step" rel="${rel}"`)
  const numbers = nearPages(page, pages).map((each, i, all) => {
    const gap = i > 0 && each - (all[i - 1] ?? 0) > 1 ? '<li aria-hidden="true">…</li>' : ''
    const current = each === page ? ' aria-current="page"' : ''
    return `${gap}<li>${link(each, String(each), ` aria-label="${escaped(words.goTo(each))}"${current}`)}</li>`
  })
  return `${step(page - 1, words.previous, 'prev')}<ol>${numbers.join('')}</ol>${step(page + 1, words.next, 'next')}`
}

/** The pages that have a number of their own: first, last, and those beside the one that is shown. */
export function nearPages(page: number, pages: number): number[] {
  const near = [1, page - 1, page, page + 1, pages].filter((each) => each >= 1 && each <= pages)
  return [...new Set(near)].sort((a, b) => a - b)
}
