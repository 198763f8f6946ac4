import type { FieldNode } from 'graphql'
import { placeFrom } from '../../graph/query/cursor.ts'
import type { Place } from '../../graph/query/cursor.ts'
import { placeLength } from '../../graph/query/order.ts'
import type { Order } from '../../graph/query/order.ts'
import type { Slice } from '../../graph/query/read.ts'
import { badUserInput } from './bad-user-input.ts'
import { pageSize } from './page-size.ts'

/** The arguments that turn a list's pages. */
export interface TurningArguments {
  readonly first?: number | null
  readonly after?: string | null
  readonly last?: number | null
  readonly before?: string | null
}

/**
 * Which part of a list the arguments ask for. `before` alone asks for the items right before it.
 * @param alongAny the list is of relations of any type, whose places take more to tell apart.
 * @throws BAD_USER_INPUT for sizes out of bounds, both ends at once, and cursors of another list.
 */
export function pageSlice(
  given: TurningArguments,
  order: Order,
  alongAny: boolean,
  field: FieldNode,
  most: number,
): Slice {
  const { first, after, last, before } = given
  if (first != null && last != null) {
    throw badUserInput('A page is read from the start (first) or from the end (last), not both. Leave one out.', field)
  }
  const place = (name: 'after' | 'before', cursor: string | null | undefined): Place | undefined => {
    if (cursor == null) return undefined
    const found = placeFrom(cursor, order.by.name, placeLength(order, alongAny))
    if (found !== undefined) return found
    throw badUserInput(
      `"${name}" is not a cursor of this list sorted by ${order.by.name}. Take cursors from the same list in the same order.`,
      field,
    )
  }
  return {
    size: size('first', first, field, most) ?? size('last', last, field, most) ?? pageSize.usual,
    fromEnd: last != null || (first == null && before != null && after == null),
    after: place('after', after),
    before: place('before', before),
  }
}

/** A page's size as an argument says it; undefined when it doesn't. @throws BAD_USER_INPUT when it is out of bounds. */
export function size(
  name: string,
  given: number | null | undefined,
  field: FieldNode | undefined,
  most: number = pageSize.most,
): number | undefined {
  if (given == null) return undefined
  if (given >= 0 && given <= most) return given
  throw badUserInput(`"${name}" is ${given}: a page has from 0 to ${most} items. Read more in several pages.`, field)
}
