import type { IndexedSnapshot } from '../impact/index-snapshot.ts'
import { entry } from '../impact/index-snapshot.ts'
import type { Need } from '../impact/snapshot.ts'
import { levels } from '../impact/states.ts'
import { toEnd } from '../impact/steps.ts'
import { walk } from '../impact/walk.ts'
import type { SideView } from './view.ts'

/**
 * Ids of everything that failure may reach in another way than before: items whose own needs differ, and whatever stands or
 * falls with them. For all others impact gives the same answers on both sides, and needn't be asked.
 */
export function changedUpstream(before: SideView, after: SideView): ReadonlySet<string> {
  const [was, is] = [needsByItem(before.index), needsByItem(after.index)]
  const changed = [...new Set([...was.keys(), ...is.keys()])].filter((id) => was.get(id) !== is.get(id))
  return new Set([before.index, after.index].flatMap((index) => downstream(index, changed)))
}

/** What each item needs, as text that is the same where the needs are. */
function needsByItem(index: IndexedSnapshot): ReadonlyMap<string, string> {
  return new Map(
    index.items.map(({ id }, item) => [
      id,
      index.needsOf
        .of(item)
        .map((n) => text(index, n))
        .join(),
    ]),
  )
}

function text(index: IndexedSnapshot, need: number): string {
  const { needed, criticality, redundancyGroup, atLeast }: Need = index.needs.at(need)
  return criticality === undefined ? '' : JSON.stringify([needed, criticality, redundancyGroup, atLeast])
}

function downstream(index: IndexedSnapshot, ids: readonly string[]): string[] {
  const starts = ids.flatMap((id) => index.numbers.get(id) ?? [])
  const carriesFailure = (need: number): boolean => (index.weakening[need] ?? levels.DOWN) < levels.DOWN
  return toEnd(walk(index, starts, 'DEPENDENTS', carriesFailure)).items.map((item) => entry(index.items, item).id)
}
