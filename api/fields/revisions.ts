import { readRevisions } from '../../graph/load/revision.ts'
import type { ItemChange, Revision } from '../../graph/load/revision.ts'
import { labels } from '../../graph/representation.ts'
import { cursorAt, placeFrom } from '../../graph/query/cursor.ts'
import type { JsonValue, Store } from '../../graph/store/store.ts'
import type { ItemChange as ShownChange, QueryResolvers } from '../generated/resolvers.ts'
import { badUserInput } from '../plan/bad-user-input.ts'
import { size } from '../plan/page-slice.ts'
import { selectsAt } from '../plan/selects-at.ts'
import type { Resolvers } from '../schema/attach-resolvers.ts'

/** `Query.revisions`, the latest first. */
export const revisionsResolvers = (): Resolvers => ({ Query: { revisions } })

/** What cursors of this list call its order. */
const order = 'REVISION'

const revisions: Required<QueryResolvers>['revisions'] = async (_, { first, after }, { store }, info) => {
  const [field] = info.fieldNodes
  const most = size('first', first, field) ?? first
  const before = after == null ? Number.MAX_SAFE_INTEGER : placeFrom(after, order, 1)?.values[0]
  if (typeof before !== 'number') {
    throw badUserInput(
      '"after" is not a cursor of the revisions. Take it from the `endCursor` of the page before.',
      field,
    )
  }
  const [found, totalCount] = await Promise.all([
    readRevisions(store, before, most + 1),
    selectsAt(['totalCount'], info) ? countRevisions(store) : 0,
  ])
  const nodes = found.slice(0, most)
  const cursor = (revision: Revision | undefined): string | null =>
    revision === undefined ? null : cursorAt(order, [revision.number])
  return {
    nodes: nodes.map((revision) => ({ ...revision, changes: revision.changes.map(shown) })),
    totalCount,
    pageInfo: {
      hasNextPage: found.length > most,
      hasPreviousPage: after != null,
      startCursor: cursor(nodes[0]),
      endCursor: cursor(nodes.at(-1)),
    },
  }
}

async function countRevisions(store: Store): Promise<number> {
  const [row] = await store.read<{ readonly count: number }>(`MATCH (r:${labels.revision}) RETURN count(r) AS count`)
  return row?.count ?? 0
}

const actions = { added: 'ADDED', changed: 'CHANGED', removed: 'REMOVED' } as const

const shown = ({ fields, action, ...item }: ItemChange): ShownChange => ({
  ...item,
  action: actions[action],
  fields: fields.map(({ field, before, after }) => ({ field, before: asText(before), after: asText(after) })),
})

const asText = (value: JsonValue | undefined): string | null =>
  value == null ? null : typeof value === 'string' ? value : JSON.stringify(value)
