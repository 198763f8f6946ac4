import { cutAt } from '../../graph/impact/cut.ts'
import type { FormerIds } from '../../graph/catalogue/former-ids.ts'
import { impact as impactOf } from '../../graph/impact/impact.ts'
import { pathOf } from '../../graph/impact/path.ts'
import { failureSentence } from '../../graph/impact/sentence.ts'
import { levels } from '../../graph/impact/states.ts'
import type { State } from '../../graph/impact/states.ts'
import { summaryOf } from '../../graph/impact/summary.ts'
import type { QueryResolvers } from '../generated/resolvers.ts'
import { selectsAt } from '../plan/selects-at.ts'
import type { Resolvers } from '../schema/attach-resolvers.ts'
import { ask, distance, listed, listSize, restrictionOf } from './impact/asked.ts'
import { feltBy } from './impact/felt-by.ts'
import { Telling } from './impact/telling.ts'

/** What stops flowing if something fails, how badly and why (design, "Impact"). */
export const impactResolvers = (): Resolvers => ({ Query: { impact } })

const impact: Required<QueryResolvers>['impact'] = (_, { failed, first, maxDegree, ...narrowed }, context, info) =>
  ask(info, context.snapshot(), async (snapshot) => {
    const { index, verbs, revision } = snapshot
    const telling = new Telling(snapshot)
    const declared = declaredBy(failed, context.former)
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

/** The state of each item that was named. One that is named twice, perhaps by a former id, is in the worse of both. */
function declaredBy(
  failed: readonly { readonly id: string; readonly state?: State | null }[],
  former: FormerIds,
): Map<string, State> {
  const declared = new Map<string, State>()
  for (const { id, state } of failed) {
    const now = former.now(id)
    const said = state ?? 'DOWN'
    if (levels[said] >= levels[declared.get(now) ?? 'OK']) declared.set(now, said)
  }
  return declared
}
