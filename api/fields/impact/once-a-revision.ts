import type { LoadedSnapshot } from '../../../graph/impact/read-snapshot.ts'
import { readOnce } from '../../read-once.ts'

/**
 * Works something out once for each revision's snapshot, for all who ask for it. Who stops waiting doesn't end it: it goes on
 * for the next to ask, since what takes longer than one request may last could never be answered otherwise.
 */
export function onceARevision<Result>(
  work: (snapshot: LoadedSnapshot) => Promise<Result>,
): (snapshot: LoadedSnapshot) => Promise<Result> {
  const known = new WeakMap<LoadedSnapshot, () => Promise<Result>>()
  return (snapshot) => {
    const result = known.get(snapshot) ?? readOnce(() => work(snapshot))
    known.set(snapshot, result)
    return result()
  }
}
