import type { GraphQLResolveInfo } from 'graphql'
import { ifChanged, upstream as needsOf } from '../../graph/impact/change.ts'
import type { Reach } from '../../graph/impact/change.ts'
import { kShortestPaths } from '../../graph/impact/k-shortest-paths.ts'
import { pathOf } from '../../graph/impact/path.ts'
import { pathSentence } from '../../graph/impact/sentence.ts'
import { reachSummary } from '../../graph/impact/summary.ts'
import type { ApiContext } from '../context.ts'
import type * as Answer from '../generated/resolvers.ts'
import type { QueryResolvers } from '../generated/resolvers.ts'
import type { Resolvers } from '../schema/attach-resolvers.ts'
import { ask, distance, listed, listSize, restrictionOf } from './impact/asked.ts'
import type { Narrowed } from './impact/asked.ts'
import { Telling } from './impact/telling.ts'

/** What must be looked at again if something changes, what something needs, and the ways between two items. */
export const reachResolvers = (): Resolvers => ({ Query: { changeImpact, upstream, paths } })

const changeImpact: Required<QueryResolvers>['changeImpact'] = (_, { changed, ...asked }, context, info) =>
  reach(changed, asked, context, info, ifChanged, 'CHANGE')

const upstream: Required<QueryResolvers>['upstream'] = (_, { of, ...asked }, context, info) =>
  reach(of, asked, context, info, needsOf, 'UPSTREAM')

/** Both ways along needs and changes, by distance. */
function reach(
  asked: readonly string[],
  {
    first,
    maxDistance,
    ...narrowed
  }: Narrowed & { readonly first: number; readonly maxDistance?: number | null | undefined },
  context: ApiContext,
  info: GraphQLResolveInfo,
  question: typeof ifChanged,
  direction: 'CHANGE' | 'UPSTREAM',
): Promise<Answer.Reach> {
  return ask(info, context.snapshot(), (snapshot) => {
    const { index, verbs, revision } = snapshot
    const ids = context.former.allNow(asked)
    const telling = new Telling(snapshot)
    const limits = {
      ...restrictionOf(narrowed),
      maxDistance: distance('maxDistance', maxDistance, info),
    }
    const found: Reach = question(index, ids, limits)
    const { kept, total, cuts } = listed([...found.reached.values()], listSize(first, info), found.cuts, 'maxDistance')
    return {
      ...{ revision, total, cuts, complete: cuts.length === 0 },
      summary: reachSummary(index, ids, found, total, direction),
      reached: kept.map(({ item, distance: away }) => {
        const path = pathOf(found.trail, item.id)
        const sentence = pathSentence(index, path, verbs) ?? ''
        return { ...item, distance: away, path: telling.hops(path), sentence }
      }),
    }
  })
}

const paths: Required<QueryResolvers>['paths'] = (_, { from, to, first, relations }, context, info) =>
  ask(info, context.snapshot(), (snapshot) => {
    const { index, verbs } = snapshot
    const now = (id: string): string => context.former.now(id)
    const telling = new Telling(snapshot)
    const found = kShortestPaths(index, now(from), now(to), listSize(first, info, 20), relations ?? undefined)
    return found.map((path) => ({
      items: path.items.map(telling.named),
      hops: telling.hops(path),
      sentence: pathSentence(index, path, verbs) ?? '',
    }))
  })
