/** A value stream as plain data: what the measures, the comparison and the pictures are worked out from. */
export interface Stream {
  readonly id: string
  readonly name: string
  readonly perspective: 'AS_IS' | 'TO_BE'
  /** What its times count: working time, or elapsed time with nights and weekends. Never both in one stream. */
  readonly timesIn: 'WORKING_TIME' | 'ELAPSED_TIME'
  /** In any order: `position` says where each stands in its file. */
  readonly steps: readonly StreamStep[]
}

/** One step of a stream. Times are minutes, in the unit of time that the stream's durations were read with. */
export interface StreamStep {
  readonly id: string
  readonly name: string
  /** Its place in its stream's file, from 1. The step with the lowest is where every case begins. */
  readonly position: number
  /** Whether some cases pass it by. How many is said by the ways of the flow, not here. */
  readonly optional: boolean
  /** Id of the value chain activity that it visits. */
  readonly activity: string
  readonly practices: readonly StepPractice[]
  /** Ids of the teams, roles and suppliers who do it. */
  readonly performedBy: readonly string[]
  /** Ids of the contracts that it leans on. */
  readonly contracts: readonly string[]
  /** Ids of the suppliers whom those contracts are with. */
  readonly suppliers: readonly string[]
  /** Hands-on time for one case (PT), in minutes. Left out: not recorded, which is never the same as 0. */
  readonly processMinutes?: number | undefined
  /** From arriving to leaving for one case (LT), in minutes. It includes the hands-on time. */
  readonly leadMinutes?: number | undefined
  /** How many of a hundred outputs the next step can use as they are (%C&A): percent, 0 to 100. */
  readonly completeAndAccurate?: number | undefined
  /** The ways on, by the place of the step that they lead to. Undefined: to the step that follows in position order. Empty: the stream ends here. */
  readonly next?: readonly Way[] | undefined
}

/** A practice that works a step, and the process activities that the step asks of it. */
export interface StepPractice {
  readonly id: string
  readonly name: string
  readonly activities: readonly string[]
}

/** One way from a step to another, as written. */
export interface Way {
  /** Id of the step that it leads to. */
  readonly to: string
  /** How many of a hundred cases that leave the step take it: percent. Left out: an equal part of what the others leave. */
  readonly share?: number | undefined
  /** It leads back to be done again. */
  readonly rework: boolean
}

/** The steps in the order of their file. */
export function inOrder(stream: Stream): StreamStep[] {
  return stream.steps.toSorted((a, b) => a.position - b.position)
}
