import type { Need, Snapshot } from '../../../graph/impact/snapshot.ts'
import { states } from '../../../graph/impact/states.ts'
import type { Criticality, State } from '../../../graph/impact/states.ts'

/** The design's table, copied from its text. */
const table: Record<Criticality, Record<State, State>> = {
  ESSENTIAL: { DOWN: 'DOWN', DEGRADED: 'DEGRADED', AT_RISK: 'AT_RISK', OK: 'OK' },
  IMPORTANT: { DOWN: 'DEGRADED', DEGRADED: 'AT_RISK', AT_RISK: 'OK', OK: 'OK' },
  SUPPORTING: { DOWN: 'AT_RISK', DEGRADED: 'OK', AT_RISK: 'OK', OK: 'OK' },
}

const all = (_: Need): boolean => true

/** What fails, as the design defines it: every rule again and again, until nothing changes. For small graphs. */
export function naiveStates(
  snapshot: Snapshot,
  declared: ReadonlyMap<string, State>,
  counts = all,
): Map<string, State> {
  const found = new Map(snapshot.items.map(({ id }) => [id, declared.get(id) ?? 'OK']))
  for (let changed = true; changed;) {
    changed = false
    for (const { id } of snapshot.items) {
      const old = found.get(id) ?? 'OK'
      const next = worst([old, ...groupsOf(snapshot, id).map((group) => passedBy(group, found, counts))])
      changed ||= next !== old
      found.set(id, next)
    }
  }
  return found
}

/** The degrees of all affected items, relaxed until nothing changes. */
export function naiveDegrees(
  snapshot: Snapshot,
  declared: ReadonlyMap<string, State>,
  counts = all,
): Map<string, number> {
  const found = naiveStates(snapshot, declared, counts)
  const degrees = new Map([...declared].filter(([, state]) => state !== 'OK').map(([id]) => [id, 0]))
  for (let changed = true; changed;) {
    changed = false
    for (const { id } of snapshot.items) {
      for (const group of groupsOf(snapshot, id)) {
        if (passedBy(group, found, counts) === 'OK') continue
        for (const { needed } of group.filter((need) => counts(need) && found.get(need.needed) !== 'OK')) {
          const degree = (degrees.get(needed) ?? Infinity) + 1
          if (degree >= (degrees.get(id) ?? Infinity)) continue
          degrees.set(id, degree)
          changed = true
        }
      }
    }
  }
  return degrees
}

/** The needs of an item, those together that back each other up. */
export function groupsOf({ needs }: Snapshot, id: string): Need[][] {
  const carrying = needs.filter(({ dependent, criticality }) => dependent === id && criticality !== undefined)
  const names = new Set(carrying.flatMap(({ redundancyGroup }) => redundancyGroup ?? []))
  return [
    ...carrying.filter(({ redundancyGroup }) => redundancyGroup === undefined).map((each) => [each]),
    ...[...names].map((name) => carrying.filter(({ redundancyGroup }) => redundancyGroup === name)),
  ]
}

/** What a group passes on; a need that doesn't count passes on OK. */
export function passedBy(group: readonly Need[], found: ReadonlyMap<string, State>, counts = all): State {
  const each = group.map((need): State => {
    if (!counts(need) || need.criticality === undefined) return 'OK'
    return table[need.criticality][found.get(need.needed) ?? 'OK']
  })
  const k = Math.min(group.length, Math.max(...group.map(({ atLeast }) => atLeast ?? 1)))
  const kthBest = each.toSorted((a, b) => rank(a) - rank(b))[k - 1] ?? 'OK'
  return worst([kthBest, each.some((state) => state === 'DEGRADED' || state === 'DOWN') ? 'AT_RISK' : 'OK'])
}

export const rank = (state: State): number => states.indexOf(state)
const worst = (some: readonly State[]): State => some.reduce((a, b) => (rank(b) > rank(a) ? b : a), 'OK')
