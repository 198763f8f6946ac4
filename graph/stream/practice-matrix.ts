import { contributionsOf } from './contributions.ts'
import type { Stream } from './stream.ts'

/** Where a practice meets a stream or an activity. Ids throughout. */
export interface MatrixCell {
  readonly column: string
  readonly steps: readonly string[]
  /** In how many of the steps no other practice works. */
  readonly alone: number
  /** For streams: its part of the expected lead time, 0–1. Lead times of different streams don't add up to an activity's. */
  readonly share: number | undefined
}

/** For each practice that works any step, its cells, in the order in which streams are given. */
export function practiceMatrix(
  streams: readonly Stream[],
  by: 'VALUE_STREAM' | 'ACTIVITY',
): ReadonlyMap<string, readonly MatrixCell[]> {
  const rows = new Map<string, Map<string, MatrixCell>>()
  for (const stream of streams) {
    for (const { practice, steps, share } of contributionsOf(stream)) {
      const row = rows.get(practice) ?? new Map<string, MatrixCell>()
      rows.set(practice, row)
      for (const { step, activity, with: others } of steps) {
        const column = by === 'ACTIVITY' ? activity : stream.id
        const cell = row.get(column)
        row.set(column, {
          column,
          steps: [...(cell?.steps ?? []), step],
          alone: (cell?.alone ?? 0) + (others.length === 0 ? 1 : 0),
          share: by === 'ACTIVITY' ? undefined : share,
        })
      }
    }
  }
  return new Map([...rows].map(([practice, row]) => [practice, [...row.values()]]))
}
