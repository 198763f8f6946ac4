import type { FieldNode } from 'graphql'
import type { Condition } from '../../graph/query/condition.ts'
import { besideFarEnd } from '../../graph/query/far-end.ts'
import { badUserInput } from './bad-user-input.ts'

/** How many relations a filter may follow, one after the other. */
const mostInARow = 8
/**
 * The same where each item is looked at with every way behind it: each relation more takes some ten times as long, on 10,000 items
 * half a second for four.
 */
const mostInARowWithin = 4
/** How many relations a filter may ask about, all together. */
const mostTogether = 16

/**
 * Refuses filters that would take too long, whatever they are asked of.
 * @param isOfKind the list is one over a whole kind, which can be found from the far end of what the filter asks.
 * @throws an error for the client that says what to do.
 */
export function checkFilter(filter: Condition, isOfKind: boolean, field: FieldNode): void {
  if (inARow(filter) > mostInARow)
    throw badUserInput(
      `A filter follows more than ${mostInARow} relations, one after the other. Ask in several steps.`,
      field,
    )
  if (together(filter) > mostTogether)
    throw badUserInput(`A filter asks about more than ${mostTogether} relations. Ask in several steps.`, field)
  const within = isOfKind ? besideFarEnd(filter) : [filter]
  if (Math.max(0, ...within.map(inARow)) > mostInARowWithin)
    throw badUserInput(
      `A filter follows more than ${mostInARowWithin} relations, one after the other, within "not", "or", beside another such chain, or on what one item leads to. Ask in several steps.`,
      field,
    )
}

/** How many relations a condition follows, one after the other. */
const inARow = (condition: Condition): number => followedBy(condition) + Math.max(0, ...partsOf(condition).map(inARow))

/** How many relations a condition asks about. */
const together = (condition: Condition): number =>
  partsOf(condition).reduce((sum, part) => sum + together(part), followedBy(condition))

/** How many relations a condition follows itself: a path counts as two. */
function followedBy(condition: Condition): number {
  if (condition.is !== 'related') return 0
  return condition.hop.over === 'path' ? 2 : 1
}

function partsOf(condition: Condition): readonly Condition[] {
  if ('of' in condition) return condition.of
  if (condition.is === 'not') return [condition.condition]
  return condition.is === 'related' && condition.meets !== undefined ? [condition.meets] : []
}
