import { inTurns } from '../../graph/impact/in-turns.ts'
import { singlePointsInSteps } from '../../graph/impact/single-points.ts'
import type { LoadedSnapshot } from '../../graph/impact/read-snapshot.ts'
import type { QueryResolvers } from '../generated/resolvers.ts'
import type { Resolvers } from '../schema/attach-resolvers.ts'
import { ask, listSize } from './impact/asked.ts'
import { onceARevision } from './impact/once-a-revision.ts'
import { Telling } from './impact/telling.ts'

/** Items whose failure alone takes others down or degrades them. */
export const singlePointsResolvers = (): Resolvers => ({ Query: { singlePointsOfFailure } })

const singlePointsOfFailure: Required<QueryResolvers>['singlePointsOfFailure'] = (
  _,
  { of, kinds, first },
  context,
  info,
) =>
  ask(info, context, async (snapshot) => {
    const telling = new Telling(snapshot)
    const targets = of ? context.former.allNow(of) : organisation(snapshot)
    const all = await (of
      ? inTurns(singlePointsInSteps(snapshot.index, targets), context.signal)
      : ofOrganisation(snapshot))
    const points = all.filter(({ item }) => kinds?.includes(item.kind) ?? true)
    const kept = points.slice(0, listSize(first, info))
    return {
      ...{ revision: snapshot.revision, total: points.length, complete: kept.length === points.length },
      of: targets.map(telling.named),
      points: kept.map(({ item, ...point }) => ({ ...item, ...point })),
    }
  })

/** What the organisation is there for: its value streams and services. */
const organisation = ({ index }: LoadedSnapshot): string[] =>
  index.items.filter(({ kind }) => kind === 'ValueStream' || kind === 'Service').map(({ id }) => id)

const ofOrganisation = onceARevision((snapshot) => inTurns(singlePointsInSteps(snapshot.index, organisation(snapshot))))
