import type { IndexedSnapshot } from './index-snapshot.ts'
import { wordOf } from './lanes.ts'
import type { SideBySide } from './side-by-side.ts'
import { levels } from './states.ts'

/** The lanes of a word in which a need is a reason for its dependent's state. */
export type Decides = (need: number, word: number) => number

/** What `reasonsOf` says of a need with `decides`, for failures side by side. */
export function decidingIn(index: IndexedSnapshot, { lanes, at, passing }: SideBySide): Decides {
  return (need, word) => {
    const dependent = index.dependent[need] ?? -1
    const group = index.groupOf[need] ?? -1
    const alone = (level: number): number => wordOf(lanes, passing.passedAlone(need, level), word)
    let found = 0
    for (let level: number = levels.DOWN; level > levels.OK; level -= 1) {
      const just = wordOf(lanes, at(dependent, level), word) & ~wordOf(lanes, at(dependent, level + 1), word)
      if (just === 0) continue
      const few = just & passing.tooFewLeft(group, level, word)
      found |= few & alone(level)
      // Where enough of a group are left, those that are lost are the reason that cover is.
      if (level === levels.AT_RISK) found |= just & ~few & alone(levels.DEGRADED)
    }
    return found
  }
}
