import type { Diff } from '../../graph/diff/diff.ts'
import type { ModelDifference } from '../../graph/diff/model-differences.ts'

/** The parts of a difference that one may ask for alone. */
export const parts = ['meaning', 'items'] as const
export type Only = (typeof parts)[number]

/** Which parts are told. */
export const shown = (only: Only | undefined): Readonly<Record<Only, boolean>> => ({
  meaning: only !== 'items',
  items: only !== 'meaning',
})

/** "Items: 2 added, 1 removed, 1 renamed, 5 changed". */
export function itemSums({ items }: Diff): string {
  const actions = ['added', 'removed', 'renamed', 'changed'] as const
  const sums = actions.map(
    (action) => [items.filter((each) => each.action === action.toUpperCase()).length, action] as const,
  )
  const told = sums.filter(([count]) => count > 0).map(([count, action]) => `${count} ${action}`)
  return `Items: ${told.length === 0 ? 'none differ' : told.join(', ')}`
}

/** A change of the model in one line. */
export function modelText({ action, what, of, before, after }: ModelDifference): string {
  const kind = of.toLowerCase().replace('_', ' ')
  if (action === 'CHANGED') return `The ${kind} ${what} was ${before ?? ''} and is ${after ?? ''}.`
  return action === 'ADDED'
    ? `The ${kind} ${what} is new: ${after ?? ''}.`
    : `The ${kind} ${what} is gone: ${before ?? ''}.`
}
