/** What was measured at one moment. */
export interface Sample {
  /** Seconds since the start. */
  readonly at: number
  readonly heap: number
  readonly rss: number
}

/** How much of something may be gained between the middle and the end, before it counts as growth. */
export interface Tolerance {
  readonly share: number
  readonly bytes: number
}

/**
 * What the heap after a full collection may gain is noise of caches; a process's memory moves with the collector and the
 * allocator, which give back late.
 */
export const tolerances = {
  heap: { share: 0.05, bytes: 4 << 20 },
  rss: { share: 0.15, bytes: 48 << 20 },
} as const satisfies Readonly<Record<string, Tolerance>>

/** How something grew. */
export interface Growth {
  /** Bytes gained over the second half. */
  readonly gained: number
  readonly isTooMuch: boolean
}

/**
 * How something grew in the second half of a run, when everything is warm: the median slope of all pairs of samples
 * (Theil–Sen, which single peaks don't move) times the time between the first and the last.
 */
export function growthOf(what: 'heap' | 'rss', samples: readonly Sample[]): Growth {
  const half = samples.slice(Math.floor(samples.length / 2))
  const slopes = half.flatMap((one, i) =>
    half.slice(i + 1).map((other) => (other[what] - one[what]) / (other.at - one.at)),
  )
  const lasted = (half.at(-1)?.at ?? 0) - (half[0]?.at ?? 0)
  const gained = median(slopes) * lasted
  const { share, bytes } = tolerances[what]
  return { gained, isTooMuch: gained > Math.max(bytes, share * median(half.map((each) => each[what]))) }
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
