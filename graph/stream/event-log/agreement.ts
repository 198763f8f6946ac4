import { measure } from '../measures.ts'
import type { LogDiscovery } from './log-discovery.ts'
import { asStream } from './log-steps.ts'
import type { LogStep } from './log-steps.ts'
import { percent } from './log-tables.ts'
import { minutesText } from './minutes-text.ts'
import type { Quantiles } from './quantiles.ts'

/** How long a case takes: as the log says, and as the stream that was found in it says. Minutes by the clock. */
export interface Agreement {
  /** Of all finished cases, also those of variants that aren't kept: from first timestamp to last. */
  readonly log: Quantiles | undefined
  /** By the stream: Σ expected visits × lead time, with medians as the steps' times … */
  readonly byMedians: number | undefined
  /** … and with means. */
  readonly byMeans: number | undefined
}

/** A larger part of the log's mean is worth a word. */
const worthAWord = 0.25

/** Compares the log's lead times with those that follow from the stream's times and shares. */
export function agreementOf(steps: readonly LogStep[], log: Quantiles | undefined): Agreement {
  const expected = (times: 'MEDIAN' | 'MEAN'): number | undefined =>
    measure(asStream(steps, 'ELAPSED_TIME', times)).measures?.expected.leadMinutes
  return { log, byMedians: expected('MEDIAN'), byMeans: expected('MEAN') }
}

/** In one sentence; undefined where nothing of it is known. */
export function agreementText({ agreement, settings, timesIn }: LogDiscovery): string | undefined {
  const { log } = agreement
  if (log === undefined) return undefined
  const text = (minutes: number | undefined): string =>
    minutes === undefined ? 'nothing is known' : minutesText(minutes, timesIn)
  const stream = settings.times === 'MEAN' ? agreement.byMeans : agreement.byMedians
  return `A case takes ${text(log.mean)} on average (median ${text(log.median)}, 90th percentile ${text(log.p90)}) in the log; by this stream’s times and shares ${text(stream)}.`
}

/** What to do where log and stream differ by more than a quarter of the log's mean; undefined where they don't. */
export function agreementHint({ agreement, settings, timesIn }: LogDiscovery): string | undefined {
  const { log, byMedians, byMeans } = agreement
  const stream = settings.times === 'MEAN' ? byMeans : byMedians
  if (log === undefined || log.mean === 0 || stream === undefined) return undefined
  const off = (minutes: number): number => Math.abs(minutes - log.mean)
  if (off(stream) <= worthAWord * log.mean) return undefined
  const far = `By the stream a case takes ${percent(off(stream) / log.mean)} ${stream < log.mean ? 'less' : 'more'} than in the log.`
  return settings.times === 'MEDIAN' && byMeans !== undefined && off(byMeans) < off(stream)
    ? `${far} Medians of skewed times don’t add up; means do (${minutesText(byMeans, timesIn)}): --times mean.`
    : `${far} What was left out makes it differ, and so do visits whose time the log doesn’t tell and work that overlaps.`
}
