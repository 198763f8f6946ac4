import type { Impact } from './impact.ts'
import { levels } from './states.ts'
import type { State } from './states.ts'

/**
 * Part of a stream's expected lead time in steps that are in a state or a worse one: 0–1.
 * @param parts what part each step takes, by its id; undefined where none is recorded, and then so is the share.
 */
export function hitShare(
  parts: ReadonlyMap<string, number> | undefined,
  { affected }: Pick<Impact, 'affected'>,
  from: State,
): number | undefined {
  return parts && sumOfHit(parts, (step) => levels[affected.get(step)?.state ?? 'OK'] >= levels[from])
}

/** The sum of the parts of those that are hit. */
export function sumOfHit<Step>(parts: Iterable<readonly [Step, number]>, isHit: (step: Step) => boolean): number {
  let sum = 0
  for (const [step, part] of parts) if (isHit(step)) sum += part
  return sum
}
