import type { Components } from './components.ts'
import { sizeOf } from './index-snapshot.ts'
import type { IndexedSnapshot } from './index-snapshot.ts'
import { levels } from './states.ts'
import type { Steps } from './steps.ts'

/** Circles of items as `circlesUpstream` finds them, and what leads from one to another: made once, for any failures. */
export interface Wiring {
  /** How many circles there are. */
  readonly count: number
  /** For each item, its circle; -1 for those that aren't asked about. */
  readonly circleOf: Int32Array
  /** For each need, the circle of the needed item. */
  readonly circleNeeded: Int32Array
  /** The groups that can make a circle worse. */
  readonly groups: readonly number[]
  /** For each of them, the circle that it can make worse. */
  readonly circleOfGroup: Int32Array
  /** For each circle, the groups to which it may pass on its level as it is. */
  readonly groupsNeeding: readonly (readonly number[])[]
}

/** Wires circles up. Linear in the needs. */
export function* wiringOf(index: IndexedSnapshot, { components, componentOf }: Components): Steps<Wiring> {
  const circleNeeded = index.needed.map((item) => componentOf[item] ?? -1)
  const circleOfGroup = new Int32Array(index.atLeast.length).fill(-1)
  const groups: number[] = []
  for (const [circle, items] of components.entries()) {
    if (circle % 1024 === 0) yield
    for (const group of items.flatMap((item) => index.groupsOf.of(item))) {
      const first = index.firstNeed[group] ?? 0
      const isAlone = sizeOf(index, group) === 1
      // What is in a circle already can't be passed on to it, nor can failure along what carries only change.
      if (isAlone && (circleNeeded[first] === circle || index.weakening[first] === levels.DOWN)) continue
      circleOfGroup[group] = circle
      groups.push(group)
    }
  }
  const groupsNeeding: number[][] = []
  for (const items of components) {
    if (groupsNeeding.length % 1024 === 0) yield
    const needs = items.flatMap((item) => index.neededBy.of(item)).filter((need) => index.weakening[need] === 0)
    const needing = new Set(needs.map((need) => index.groupOf[need] ?? -1))
    groupsNeeding.push([...needing].filter((group) => (circleOfGroup[group] ?? -1) !== -1))
  }
  return { count: components.length, circleOf: componentOf, circleNeeded, groups, circleOfGroup, groupsNeeding }
}
