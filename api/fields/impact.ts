import type { GraphQLResolveInfo } from 'graphql'
import { ifChanged, upstream as needsOf } from '../../graph/impact/change.ts'
import type { Reach } from '../../graph/impact/change.ts'
import { cutAt } from '../../graph/impact/cut.ts'
import { impact as impactOf } from '../../graph/impact/impact.ts'
import { kShortestPaths } from '../../graph/impact/k-shortest-paths.ts'
import { pathOf } from '../../graph/impact/path.ts'
import { failureSentence, pathSentence } from '../../graph/impact/sentence.ts'
import { singlePoints } from '../../graph/impact/single-points.ts'
import { reachSummary, summaryOf } from '../../graph/impact/summary.ts'
import type { ApiContext } from '../context.ts'
import type * as Answer from '../generated/resolvers.ts'
import type { QueryResolvers } from '../generated/resolvers.ts'
import { selectsAt } from '../plan/selects-at.ts'
import type { Resolvers } from '../schema/attach-resolvers.ts'
import { ask, distance, listed, listSize, restrictionOf } from './impact/asked.ts'
import type { Narrowed } from './impact/asked.ts'
import { endingContracts } from './impact/ending-contracts.ts'
import { feltBy } from './impact/felt-by.ts'
import { governanceGaps, governanceTrace } from './impact/governance.ts'
import { supplierConcentration } from './impact/supplier-concentration.ts'
import { Telling } from './impact/telling.ts'

/** What stops flowing if something fails or changes, how badly and why (design, "Impact"). */
export const impactResolvers = (): Resolvers => ({
  Query: {
    ...{ impact, changeImpact, upstream, paths, singlePointsOfFailure },
    ...{ supplierConcentration, endingContracts, governanceTrace, governanceGaps },
  },
})

const impact: Required<QueryResolvers>['impact'] = (_, { failed, first, maxDegree, ...narrowed }, context, info) =>
  ask(info, context.snapshot(), async (snapshot) => {
    const { index, verbs, revision } = snapshot
    const telling = new Telling(snapshot)
    const declared = new Map(failed.map(({ id, state = 'DOWN' }) => [id, state]))
    const found = impactOf(index, declared, restrictionOf(narrowed))
    const most = distance('maxDegree', maxDegree, info)
    const near = cutAt('MAX_DEGREE', most, [...found.affected.values()], ({ degree }) => degree)
    const { kept, total, cuts } = listed(near.kept, listSize(first, info), near.cuts, 'maxDegree')
    const asksWhoFeels = ['streams', 'services', 'stakeholders'].some((part) => selectsAt([part], info))
    return {
      ...{ revision, total, cuts, complete: cuts.length === 0, summary: summaryOf(index, declared, found) },
      affected: kept.map(({ item, state, declared: said, degree, because }) => ({
        ...{ ...item, state, declared: said, degree },
        because: because.map((hop) => telling.hop(hop)),
        path: telling.hops(pathOf(found.trail, item.id)),
        sentence: failureSentence(index, found, item.id, verbs) ?? '',
      })),
      ...(asksWhoFeels ? await feltBy(context, info, found, telling) : { streams: [], services: [], stakeholders: [] }),
    }
  })

const changeImpact: Required<QueryResolvers>['changeImpact'] = (_, { changed, ...asked }, context, info) =>
  reach(changed, asked, context, info, ifChanged, 'CHANGE')

const upstream: Required<QueryResolvers>['upstream'] = (_, { of, ...asked }, context, info) =>
  reach(of, asked, context, info, needsOf, 'UPSTREAM')

/** Both ways along needs and changes, by distance. */
function reach(
  ids: readonly string[],
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
    const telling = new Telling(snapshot)
    const found = kShortestPaths(index, from, to, listSize(first, info, 20), relations ?? undefined)
    return found.map((path) => ({
      items: path.items.map(telling.named),
      hops: telling.hops(path),
      sentence: pathSentence(index, path, verbs) ?? '',
    }))
  })

const singlePointsOfFailure: Required<QueryResolvers>['singlePointsOfFailure'] = (
  _,
  { of, kinds, first },
  context,
  info,
) =>
  ask(info, context.snapshot(), (snapshot) => {
    const telling = new Telling(snapshot)
    const targets = of ?? organisation(snapshot.index.items)
    const points = singlePoints(snapshot.index, targets).filter(({ item }) => kinds?.includes(item.kind) ?? true)
    const kept = points.slice(0, listSize(first, info))
    return {
      ...{ revision: snapshot.revision, total: points.length, complete: kept.length === points.length },
      of: targets.map(telling.named),
      points: kept.map(({ item, ...point }) => ({ ...item, ...point })),
    }
  })

/** What the organisation is there for: its value streams and services. */
const organisation = (items: readonly { readonly id: string; readonly kind: string }[]): string[] =>
  items.filter(({ kind }) => kind === 'ValueStream' || kind === 'Service').map(({ id }) => id)
