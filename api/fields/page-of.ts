import type { FieldNode } from 'graphql'
import { cursorAt, placeFrom } from '../../graph/query/cursor.ts'
import { badUserInput } from '../plan/bad-user-input.ts'
import { size } from '../plan/page-slice.ts'

/** Which part of a list is asked for. */
export interface PageAsked {
  readonly first: number
  readonly after?: string | null
}

/** A page of a list that isn't a list of items. */
export interface ListPage<Entry> {
  readonly nodes: readonly Entry[]
  readonly totalCount: number
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
}

/**
 * A page of a list that is always in the same order.
 * @param parts the list, of which no more is kept than the page.
 * @param order what cursors of the list call its order: those of other lists are refused.
 * @throws an error for the client when it asks for too many, or from a place that isn't this list's.
 */
export async function pageOf<Entry>(
  parts: Iterable<readonly Entry[]> | AsyncIterable<readonly Entry[]>,
  said: PageAsked,
  order: string,
  field: FieldNode | undefined,
): Promise<ListPage<Entry>> {
  const most = field === undefined ? said.first : (size('first', said.first, field) ?? said.first)
  const start = said.after == null ? 0 : placeFrom(said.after, order, 1)?.values[0]
  if (typeof start !== 'number') {
    const list = field?.name.value ?? 'list'
    throw badUserInput(
      `"after" is not a cursor of the ${list}. Take it from the \`endCursor\` of the page before.`,
      field,
    )
  }
  const nodes: Entry[] = []
  let totalCount = 0
  for await (const part of parts) {
    const [from, to] = [start - totalCount, start + most - totalCount]
    if (to > 0) nodes.push(...part.slice(Math.max(from, 0), to))
    totalCount += part.length
  }
  const end = start + nodes.length
  return {
    nodes,
    totalCount,
    pageInfo: {
      hasNextPage: end < totalCount,
      hasPreviousPage: start > 0,
      startCursor: end === start ? null : cursorAt(order, [start]),
      endCursor: end === start ? null : cursorAt(order, [end]),
    },
  }
}
