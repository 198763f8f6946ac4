import type { Agreement } from './agreement.ts'
import type { DateOrder } from './event-table.ts'
import type { Clock } from './clock.ts'
import type { LeftOut } from './left-out.ts'
import type { LogStep } from './log-steps.ts'
import type { Quantiles, Times } from './quantiles.ts'
import type { Stamps } from './visit-times.ts'
import type { LogEnding } from './whole-cases.ts'

/** How to look at a log. */
export interface DiscoverOptions {
  /** Activities with which a case ends. Left out: see `wholeCases`. */
  readonly ends?: readonly string[] | undefined
  /** Part of the finished cases (0–1) that the kept variants must cover. Default 1: all of them. */
  readonly coverage?: number | undefined
  /** Beginnings, endings and ways rarer than this part (0–1) are left out. Default 0.01. */
  readonly leastShare?: number | undefined
  /** What the file's times are. Default MEDIAN. */
  readonly times?: Times | undefined
  /** What a single timestamp stands for. Default END, and BEGIN where the log tells of beginnings only. */
  readonly stamps?: Stamps | undefined
  /** What directly repeats the activity before it: a repetition (KEEP) or the same visit (MERGE). Default KEEP. */
  readonly repeats?: 'KEEP' | 'MERGE' | undefined
  /** What counts as time. Default: all of it (`elapsedClock`). */
  readonly clock?: Clock | undefined
  /** Needed only where no date of the log shows it. */
  readonly dateOrder?: DateOrder | undefined
  /** Headings of the dates that the events were made of, where the log has one line a case: for what is said of it. */
  readonly dates?: readonly string[] | undefined
  /** A longer log is refused. Default 5,000,000 lines, which take about 2 GB. */
  readonly mostLines?: number | undefined
}

/** One activity directly followed by another. */
export interface DirectlyFollows {
  readonly from: string
  readonly to: string
  readonly count: number
  /** Part of the visits to `from` that go this way. */
  readonly share: number
  /** Part of the kept cases that go this way at least once. */
  readonly caseShare: number
  /** Part of `count` that led to an activity that the case had been at before: a loop where it is above a half. */
  readonly repeats: number
  /** Part of `count` on which the resource changes; undefined where the log has none. */
  readonly resourceChanges: number | undefined
}

/** A stream as a log shows it. Times are minutes by the clock, shares 0–1 save where it says percent. */
export interface LogDiscovery {
  /** Lines; where the log has one line a case, dates. */
  readonly lines: number
  /** All cases of the log. */
  readonly cases: number
  /** Finished cases of the kept variants: every figure is of these. */
  readonly keptCases: number
  /** `keptCases` ÷ finished cases: 0–1. */
  readonly coverage: number
  /** First and last timestamp of the kept cases: ISO 8601, UTC. */
  readonly from: string
  readonly to: string
  /** With what cases end, and which of them are taken for finished; the most frequent first. */
  readonly endings: readonly LogEnding[]
  readonly variants: {
    readonly count: number
    readonly kept: number
    /** The most frequent ones, at most 100. */
    readonly list: readonly {
      readonly activities: readonly string[]
      readonly cases: number
      readonly share: number
      /** Share of this one and all more frequent ones together. */
      readonly coverage: number
      readonly kept: boolean
    }[]
  }
  /** Of whole cases: Σ of the visits' process times and waits where all are known, and from first to last timestamp. */
  readonly caseTimes: {
    readonly process: Quantiles | undefined
    readonly wait: Quantiles | undefined
    readonly lead: Quantiles | undefined
  }
  /** How long a case takes by the log and by `steps`. */
  readonly agreement: Agreement
  /** In the order of the file. */
  readonly steps: readonly LogStep[]
  /** Directly-follows frequencies, most frequent first, also of ways that `steps` leave out. */
  readonly follows: readonly DirectlyFollows[]
  /** Those of `follows` that lead back more often than not. */
  readonly loops: readonly DirectlyFollows[]
  /** Names of the resources by number, for `steps[].activity.resources`. They may be people: think before publishing. */
  readonly resources: readonly string[]
  /** How often work was suspended and resumed: that time is wait, not process time. */
  readonly pauses: number
  /** How many lines have a transition that XES knows, and examples of others, which tell nothing that is used. */
  readonly transitions: { readonly understood: number; readonly strange: readonly string[] }
  readonly leftOut: readonly LeftOut[]
  readonly settings: {
    /** Undefined where the log has a line for each event. */
    readonly dates: readonly string[] | undefined
    readonly coverage: number
    readonly leastShare: number
    readonly times: Times
    readonly stamps: Stamps
    /** Undefined: the endings that aren't rare. */
    readonly ends: readonly string[] | undefined
    readonly repeats: 'KEEP' | 'MERGE'
    /** Undefined where no date of the log can be read in two ways. */
    readonly dateOrder: DateOrder | undefined
  }
  /** What its minutes are, as a stream's file says it … */
  readonly timesIn: Clock['timesIn']
  /** … and in words. */
  readonly clock: string
}
