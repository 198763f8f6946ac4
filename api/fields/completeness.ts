import type { GraphQLResolveInfo } from 'graphql'
import type { Completeness } from '../../graph/catalogue/completeness/completeness.ts'
import { reasonsOf, summarize } from '../../graph/catalogue/completeness/summary.ts'
import { readCompleteness, whole } from '../../graph/load/loaded-lists.ts'
import type { ApiContext } from '../context.ts'
import type { Resolvers } from '../schema/attach-resolvers.ts'
import { pageOf } from './page-of.ts'
import type { PageAsked } from './page-of.ts'

/** `Query.completeness`, as it was when the catalogue was loaded. */
export const completenessResolvers = (): Resolvers => ({ Query: { completeness } })

interface Arguments extends PageAsked {
  readonly kind?: readonly string[] | null
  readonly owner?: string | null
  readonly item?: string | null
}

async function completeness(
  _: never,
  said: Arguments,
  { store, model }: ApiContext,
  info: GraphQLResolveInfo,
): Promise<unknown> {
  const isWanted = ({ item, kind, owner }: Completeness): boolean =>
    (said.kind?.includes(kind) ?? true) &&
    (said.owner == null || said.owner === owner) &&
    (said.item == null || said.item === item)
  const wanted = await whole(readCompleteness(store, isWanted))
  wanted.sort((a, b) => a.score - b.score || (a.item < b.item ? -1 : 1))
  const page = await pageOf([wanted], said, 'COMPLETENESS', info.fieldNodes[0])
  const reasons = new Map([...model.kinds.values()].map((kind) => [kind.name, reasonsOf(kind, model)]))
  const { score, kinds, next } = summarize(wanted, model)
  return {
    ...page,
    nodes: page.nodes.map(({ missing, ...rest }) => ({
      ...rest,
      missing: missing.map((field) => ({ field, reason: reasons.get(rest.kind)?.get(field) ?? '' })),
    })),
    score,
    kinds,
    next: next.map(({ kindScore, score: lifted, ...rest }) => ({ ...rest, kindScore: kindScore[1], score: lifted[1] })),
  }
}
