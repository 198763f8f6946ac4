import { targetsOf } from '../catalogue/catalogue.ts'
import type { Item } from '../catalogue/catalogue.ts'

/** One way from a step to the next. */
export interface Way {
  readonly to: Item
  /** When it is taken, in words. */
  readonly when?: string
  /** How many of a hundred cases take it. */
  readonly share?: number
  /** It leads back to be done again. */
  readonly rework: boolean
}

/** The steps of a stream, in their order. */
export const stepsOf = (stream: Item): Item[] =>
  targetsOf(stream, 'HAS_STEP')
    .map(({ item }) => item)
    .sort((a, b) => Number(a.values['position']) - Number(b.values['position']))

/** Where the flow goes from a step; nowhere: its stream ends there. */
export const waysFrom = (step: Item): Way[] =>
  targetsOf(step, 'NEXT')
    .map(({ item, values }): Way => {
      const { when, share, rework } = values
      return {
        to: item,
        rework: rework === true,
        ...(typeof when === 'string' ? { when } : {}),
        ...(typeof share === 'number' ? { share } : {}),
      }
    })
    .sort((a, b) => Number(a.to.values['position']) - Number(b.to.values['position']))

/** The ways of a step that its reader must be told: not the one to the step that follows, where it is the only one. */
export function waysWorthTelling(step: Item, steps: readonly Item[]): Way[] {
  const ways = waysFrom(step)
  const [only] = ways
  const isPlain = ways.length === 1 && only?.to === steps[steps.indexOf(step) + 1] && only?.when === undefined
  return isPlain ? [] : ways
}
