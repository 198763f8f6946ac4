import { measure } from './measures.ts'
import type { Stream } from './stream.ts'

/** Part of the stream's expected lead time (0–1) that each step takes, by its id; undefined where none is recorded. */
export function leadTimeParts(stream: Stream): ReadonlyMap<string, number> | undefined {
  const parts = (measure(stream).measures?.steps ?? []).flatMap(({ step, shareOfLeadTime }) =>
    shareOfLeadTime === undefined ? [] : [[step, shareOfLeadTime] as const],
  )
  return parts.length === 0 ? undefined : new Map(parts)
}
