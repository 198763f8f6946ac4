import { impact } from '../../../graph/impact/impact.ts'
import type { Impact } from '../../../graph/impact/impact.ts'
import { hitShare } from '../../../graph/impact/hit-share.ts'
import { compareText } from '../../../graph/text/compare-text.ts'
import { indexSnapshot } from '../../../graph/impact/index-snapshot.ts'
import type { Snapshot } from '../../../graph/impact/snapshot.ts'
import { levels } from '../../../graph/impact/states.ts'
import { capacities, inCapacity, splitSuppliers, withoutCapacity } from '../../../graph/impact/supplier-capacities.ts'
import type { SupplierFacts } from '../../../graph/impact/supplier-capacities.ts'
import type { Alternative } from '../../../graph/impact/alternatives.ts'
import type { SharesOf } from '../../../graph/impact/supplier-concentration.ts'

/** What hangs on each supplier in each capacity, by asking `impact` for every failure and walking down from every item. */
export function naiveConcentration(snapshot: Snapshot, suppliers: readonly SupplierFacts[], sharesOf: SharesOf) {
  const { items, needs } = splitSuppliers(snapshot, suppliers)
  const split: Snapshot = { items, needs: [...needs] }
  const index = indexSnapshot(split)
  return suppliers.flatMap(({ id }) =>
    capacities.flatMap((as) => {
      const failing = inCapacity(id, as)
      if (!split.needs.some(({ needed }) => needed === failing)) return []
      const found = impact(index, new Map([[failing, 'DOWN']]))
      const hanging = [...found.affected.values()].map(({ item, state }) => ({
        ...{ id: item.id, state, alone: levels[state] >= levels.DEGRADED },
        alternatives: levels[state] >= levels.DEGRADED ? [] : naiveAlternatives(split, found, item.id),
      }))
      const ofKind = (kind: string) => hanging.filter((each) => found.affected.get(each.id)?.item.kind === kind)
      const streams = ofKind('ValueStream').map((stream) => ({
        ...stream,
        share: hitShare(sharesOf(stream.id), found, 'AT_RISK'),
        shareAlone: hitShare(sharesOf(stream.id), found, 'DEGRADED'),
      }))
      return [{ supplier: id, as, streams, services: ofKind('Service') }]
    }),
  )
}

function naiveAlternatives({ needs }: Snapshot, { affected }: Impact, id: string): Alternative[] {
  const seen = new Set([id])
  const found = new Map<string, Alternative>()
  for (const of of seen) {
    for (const { need, group } of affected.get(of)?.because ?? []) {
      seen.add(need.needed)
      if (group === undefined || group.left === 0 || group.left === group.members) continue
      const members = needs.filter(
        (each) => each.dependent === of && each.criticality !== undefined && each.redundancyGroup === group.name,
      )
      const left = members
        .map(({ needed }) => needed)
        .filter((needed) => levels[affected.get(needed)?.state ?? 'OK'] < levels.DEGRADED)
      const told = { of: withoutCapacity(of), group: group.name, left: [...new Set(left.sort(compareText))] }
      found.set(`${of} ${group.name}`, { ...told, left: told.left.map(withoutCapacity) })
    }
  }
  return [...found].sort(([a], [b]) => compareText(a, b)).map(([, alternative]) => alternative)
}
