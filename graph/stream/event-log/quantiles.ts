/** Median and 90th percentile of some minutes, and how many there were. */
export interface Quantiles {
  readonly median: number
  readonly p90: number
  readonly count: number
}

/** The quantiles of some minutes, between neighbours by straight line; undefined for none. */
export function quantilesOf(minutes: readonly number[]): Quantiles | undefined {
  if (minutes.length === 0) return undefined
  const sorted = Float64Array.from(minutes).sort()
  const at = (part: number): number => {
    const place = part * (sorted.length - 1)
    const below = sorted[Math.floor(place)] ?? 0
    return below + (place % 1) * ((sorted[Math.ceil(place)] ?? 0) - below)
  }
  return { median: at(0.5), p90: at(0.9), count: sorted.length }
}
