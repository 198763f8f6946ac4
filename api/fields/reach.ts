import type { GraphQLResolveInfo } from 'graphql'
import { reachInSteps } from '../../graph/impact/change.ts'
import { inTurns } from '../../graph/impact/in-turns.ts'
import { kShortestPathsInSteps } from '../../graph/impact/k-shortest-paths.ts'
import { pathSentence } from '../../graph/impact/sentence.ts'
import type { Toward } from '../../graph/impact/restriction.ts'
import { reachSummary } from '../../graph/impact/summary.ts'
import type { ApiContext } from '../context.ts'
import type * as Answer from '../generated/resolvers.ts'
import type { QueryResolvers } from '../generated/resolvers.ts'
import type { Resolvers } from '../schema/attach-resolvers.ts'
import { ask, distance, limited, listSize, restrictionOf } from './impact/asked.ts'
import type { Narrowed } from './impact/asked.ts'
import { Telling } from './impact/telling.ts'

/** What must be looked at again if something changes, what something needs, and the ways between two items. */
export const reachResolvers = (): Resolvers => ({ Query: { changeImpact, upstream, paths } })

const changeImpact: Required<QueryResolvers>['changeImpact'] = (_, { changed, ...asked }, context, info) =>
  reach(changed, asked, context, info, 'DEPENDENTS')

const upstream: Required<QueryResolvers>['upstream'] = (_, { of, ...asked }, context, info) =>
  reach(of, asked, context, info, 'NEEDED')

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
  toward: Toward,
): Promise<Answer.Reach> {
  return ask(info, context, async (snapshot) => {
    const { index, revision } = snapshot
    const ids = context.former.allNow(asked)
    const telling = new Telling(snapshot)
    const within = { ...restrictionOf(narrowed), maxDistance: distance('maxDistance', maxDistance, info) }
    const found = await inTurns(reachInSteps(index, ids, toward, within), context.signal)
    const most = listSize(first, info)
    const limits = limited(found.reached.size, most, found.cuts, 'maxDistance')
    return {
      ...{ revision, ...limits },
      summary: reachSummary(index, ids, found, limits.total, toward === 'DEPENDENTS' ? 'CHANGE' : 'UPSTREAM'),
      reached: found.reached.first(most).map(({ item, distance: away }) => telling.reached(item, away, found.trail)),
    }
  })
}

const paths: Required<QueryResolvers>['paths'] = (_, { from, to, first, relations }, context, info) =>
  ask(info, context, async (snapshot) => {
    const { index, verbs } = snapshot
    const now = (id: string): string => context.former.now(id)
    const telling = new Telling(snapshot)
    const most = listSize(first, info, 20)
    const steps = kShortestPathsInSteps(index, now(from), now(to), most, relations ?? undefined)
    const found = await inTurns(steps, context.signal)
    return found.map((path) => ({
      items: path.items.map(telling.named),
      hops: telling.hops(path),
      sentence: pathSentence(index, path, verbs) ?? '',
    }))
  })
