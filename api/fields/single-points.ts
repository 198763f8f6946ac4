import { singlePoints } from '../../graph/impact/single-points.ts'
import type { QueryResolvers } from '../generated/resolvers.ts'
import type { Resolvers } from '../schema/attach-resolvers.ts'
import { ask, listSize } from './impact/asked.ts'
import { Telling } from './impact/telling.ts'

/** Items whose failure alone takes others down or degrades them. */
export const singlePointsResolvers = (): Resolvers => ({ Query: { singlePointsOfFailure } })

const singlePointsOfFailure: Required<QueryResolvers>['singlePointsOfFailure'] = (
  _,
  { of, kinds, first },
  context,
  info,
) =>
  ask(info, context.snapshot(), (snapshot) => {
    const telling = new Telling(snapshot)
    const targets = of ? context.former.allNow(of) : organisation(snapshot.index.items)
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
