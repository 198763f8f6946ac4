import type { ReadOptions } from '../../catalogue/read-catalogue.ts'
import type { Side } from '../side.ts'
import { overBuiltIn } from './over-built-in.ts'
import { readSide } from './read-side.ts'
import type { Source } from './source.ts'

/**
 * Reads the two sides. One without a catalogue has the built-in items of the other, so that only what a catalogue says itself
 * is new, or gone.
 * @throws what `readSide` throws.
 */
export async function readSides(
  [first, second]: readonly [Source, Source],
  options: ReadOptions = {},
): Promise<readonly [before: Side, after: Side]> {
  const [before, after] = [await readSide(first, options), await readSide(second, options)]
  if (before.isAbsent === after.isAbsent) return [before, after]
  return before.isAbsent
    ? [await overBuiltIn(before, after, options), after]
    : [before, await overBuiltIn(after, before, options)]
}
