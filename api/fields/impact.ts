import type { FormerIds } from '../../graph/catalogue/former-ids.ts'
import { inTurns } from '../../graph/impact/in-turns.ts'
import { impactInSteps } from '../../graph/impact/impact.ts'
import { levels } from '../../graph/impact/states.ts'
import type { State } from '../../graph/impact/states.ts'
import { summaryOf } from '../../graph/impact/summary.ts'
import type { QueryResolvers } from '../generated/resolvers.ts'
import { selectsAt } from '../plan/selects-at.ts'
import type { Resolvers } from '../schema/attach-resolvers.ts'
import { ask, distance, limited, listSize, restrictionOf } from './impact/asked.ts'
import { feltBy } from './impact/felt-by.ts'
import { Telling } from './impact/telling.ts'

/** What stops flowing if something fails, how badly and why (design, "Impact"). */
export const impactResolvers = (): Resolvers => ({ Query: { impact } })

const impact: Required<QueryResolvers>['impact'] = (_, { failed, first, maxDegree, ...narrowed }, context, info) =>
  ask(info, context, async (snapshot) => {
    const { index, revision } = snapshot
    const telling = new Telling(snapshot)
    const declared = declaredBy(failed, context.former)
    const furthest = distance('maxDegree', maxDegree, info)
    const most = listSize(first, info)
    const options = { ...restrictionOf(narrowed), maxDegree: furthest }
    const withTrail = ['path', 'sentence'].some((part) => selectsAt(['affected', part], info))
    const found = await inTurns(impactInSteps(index, declared, options, withTrail), context.signal)
    const asksWhoFeels = ['streams', 'services', 'stakeholders'].some((part) => selectsAt([part], info))
    return {
      ...{ revision, ...limited(found.affected.size, most, found.cuts, 'maxDegree') },
      summary: summaryOf(index, declared, found),
      affected: found.affected.first(most).map((each) => telling.affected(each, found)),
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
