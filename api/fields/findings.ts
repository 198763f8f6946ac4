import type { GraphQLResolveInfo } from 'graphql'
import type { Finding } from '../../graph/catalogue/finding.ts'
import { cursorAt, placeFrom } from '../../graph/query/cursor.ts'
import { labels } from '../../graph/representation.ts'
import type { ApiContext } from '../context.ts'
import { badUserInput } from '../plan/bad-user-input.ts'
import { size } from '../plan/page-slice.ts'
import type { Resolvers } from '../schema/attach-resolvers.ts'

/** `Query.findings`, as they were when the catalogue was loaded. */
export const findingsResolvers = (): Resolvers => ({ Query: { findings } })

interface Arguments {
  readonly first: number
  readonly after?: string | null
  readonly severity?: readonly string[] | null
  readonly rule?: readonly string[] | null
  readonly item?: string | null
}

/** What cursors of this list call its order. */
const order = 'FINDING'

async function findings(_: never, said: Arguments, { store }: ApiContext, info: GraphQLResolveInfo): Promise<unknown> {
  const [field] = info.fieldNodes
  const most = field === undefined ? said.first : (size('first', said.first, field) ?? said.first)
  const start = said.after == null ? 0 : placeFrom(said.after, order, 1)?.values[0]
  if (typeof start !== 'number') {
    throw badUserInput(
      '"after" is not a cursor of the findings. Take it from the `endCursor` of the page before.',
      field,
    )
  }
  const [row] = await store.read<{ readonly findings: string }>(
    `MATCH (c:${labels.catalogue} {id: 'catalogue'}) RETURN c.findings AS findings`,
  )
  const all = JSON.parse(row?.findings ?? '[]') as Finding[]
  const wanted = all.filter(
    ({ severity, rule, item }) =>
      (said.severity?.includes(severity.toUpperCase()) ?? true) &&
      (said.rule?.includes(rule) ?? true) &&
      (said.item == null || said.item === item),
  )
  const end = Math.min(start + most, wanted.length)
  return {
    nodes: wanted
      .slice(start, end)
      .map(({ place, severity, ...rest }) => ({ ...place, ...rest, severity: severity.toUpperCase() })),
    totalCount: wanted.length,
    pageInfo: {
      hasNextPage: end < wanted.length,
      hasPreviousPage: start > 0,
      startCursor: end === start ? null : cursorAt(order, [start]),
      endCursor: end === start ? null : cursorAt(order, [end]),
    },
  }
}
