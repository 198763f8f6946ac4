/** A value stream as plain data, ready to be drawn: who makes one needn't know how it is drawn. */
export interface StreamMap {
  readonly name: string
  readonly perspective: 'AS_IS' | 'TO_BE'
  /** In file order. */
  readonly steps: readonly MapStep[]
  readonly ways: readonly MapWay[]
  /** How many ways it has besides, which are too rare to be drawn. */
  readonly rarerWays: number
  /** Ids of the steps that the timeline tells, in flow order. */
  readonly criticalPath: readonly string[]
  /** What the times count: "Working time: a day is 8 h". */
  readonly clock: string
  /** Of the critical path. */
  readonly totals: { readonly process?: MapTime; readonly wait?: MapTime; readonly lead?: MapTime }
}

/** One step of a stream. */
export interface MapStep {
  readonly id: string
  /** Its place in the file, from 1. */
  readonly number: number
  readonly name: string
  /** Its page, where it has one. */
  readonly href?: string
  /** Some cases pass it by. */
  readonly optional: boolean
  readonly activity: MapLane
  /** The one that it is foremost worked by first. */
  readonly practices: readonly MapLane[]
  /** Names of those who do it. */
  readonly performers: readonly string[]
  readonly process?: MapTime
  readonly lead?: MapTime
  readonly wait?: MapTime
  /** How many of a hundred outputs the next step can use as they are. */
  readonly completeAndAccurate?: number
  /** For how many of a hundred cases the stream ends here, though ways lead on. */
  readonly endsHere?: number
}

/** An activity or a practice: what a lane stands for. */
export interface MapLane {
  readonly id: string
  readonly name: string
  readonly href?: string
}

/** A time, to be drawn to scale, and as it is said: "1 d 3 h". */
export interface MapTime {
  /** Left out where the stream's measures don't have it: such a time is only said. */
  readonly minutes?: number
  readonly text: string
}

/** A way from a step to another. */
export interface MapWay {
  /** Ids of steps. */
  readonly from: string
  readonly to: string
  /** How many of a hundred cases take it. */
  readonly share?: number
  /** It leads back, to be done again. */
  readonly loop: boolean
  /** When it is taken, in words. */
  readonly when?: string
  readonly handOff: HandOff
}

/** What changes on a way: the practice at work, who performs, or both. */
export type HandOff = 'NONE' | 'PRACTICE' | 'PERFORMER' | 'BOTH'

/** What the lanes stand for. */
export type LanesBy = 'ACTIVITY' | 'PRACTICE'
