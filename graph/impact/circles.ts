import { componentsOf } from './components.ts'
import type { Components } from './components.ts'
import { sizeOf } from './index-snapshot.ts'
import type { IndexedSnapshot } from './index-snapshot.ts'
import { levels } from './states.ts'
import type { Steps } from './steps.ts'
import { walk } from './walk.ts'

/**
 * Some targets and all that they need, nothing else being able to hurt them, as circles: items that need each other
 * essentially and without alternative are always in the same state. Most circles are single items.
 *
 * A circle comes after those that it needs essentially, as far as circles by way of groups allow. Linear in the needs.
 */
export function* circlesUpstream(index: IndexedSnapshot, targets: readonly number[]): Steps<Components> {
  const carriesFailure = (need: number): boolean => (index.weakening[need] ?? levels.DOWN) < levels.DOWN
  const essential = (need: number): boolean => index.weakening[need] === 0
  const withoutAlternative = (need: number): boolean => sizeOf(index, index.groupOf[need] ?? 0) === 1
  const joined = (items: readonly number[], joins: (need: number) => boolean): Steps<Components> =>
    componentsOf(items, index.items.length, (item) =>
      index.needsOf
        .of(item)
        .filter(joins)
        .map((need) => index.needed[need] ?? 0),
    )
  const upstream = (yield* walk(index, targets, 'NEEDED', carriesFailure)).items
  // Joined with the groups only for the order in which this leaves the items.
  const ordered = (yield* joined(upstream, essential)).components.flat()
  return yield* joined(ordered, (need) => essential(need) && withoutAlternative(need))
}
