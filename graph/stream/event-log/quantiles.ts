/** Mean, median and 90th percentile of some minutes, and how many there were. */
export interface Quantiles {
  readonly mean: number
  readonly median: number
  readonly p90: number
  readonly count: number
}

/** Which of them stands for all in a stream's file. */
export type Times = 'MEDIAN' | 'MEAN'

/** The minutes that stand for all. */
export const typical = (quantiles: Quantiles, times: Times): number =>
  times === 'MEAN' ? quantiles.mean : quantiles.median

/** The quantiles of some minutes, between neighbours by straight line; undefined for none. */
export function quantilesOf(minutes: readonly number[]): Quantiles | undefined {
  if (minutes.length === 0) return undefined
  const sorted = Float64Array.from(minutes).sort()
  const at = (part: number): number => {
    const place = part * (sorted.length - 1)
    const below = sorted[Math.floor(place)] ?? 0
    return below + (place % 1) * ((sorted[Math.ceil(place)] ?? 0) - below)
  }
  const mean = sorted.reduce((sum, each) => sum + each, 0) / sorted.length
  return { mean, median: at(0.5), p90: at(0.9), count: sorted.length }
}
