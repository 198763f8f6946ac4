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
  const isHit = (step: string): boolean => levels[affected.get(step)?.state ?? 'OK'] >= levels[from]
  return parts && [...parts].reduce((sum, [step, part]) => (isHit(step) ? sum + part : sum), 0)
}
