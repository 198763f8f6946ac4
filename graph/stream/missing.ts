import type { StreamStep } from './stream.ts'

/** What isn't recorded, so that a figure stands on less than all steps or on an assumption. */
export type MissingKind =
  | 'LEAD_TIME'
  | 'PROCESS_TIME'
  | 'COMPLETE_AND_ACCURATE'
  /** Process time above lead time: one of the two is wrong, so neither wait nor ratio is worked out. */
  | 'PROCESS_ABOVE_LEAD'
  | 'PERFORMER'
  | 'PRACTICE'
  /** Optional, but no way on passes it by: counted as though every case came to it. */
  | 'OPTIONAL_SHARE'
  /** Several ways on without a share: equal parts are assumed. */
  | 'BRANCH_SHARE'
  /** No way leads to it: left out of every figure. */
  | 'UNREACHABLE'

/** One sort of gap, and the steps that have it. Never empty. */
export interface Missing {
  readonly what: MissingKind
  /** Ids of the steps, in flow order. */
  readonly steps: readonly string[]
  /** How many steps were looked at. */
  readonly of: number
  /** In plain words: "2 of 7 steps have no lead time." */
  readonly message: string
}

const says: Readonly<Record<MissingKind, readonly [one: string, several: string]>> = {
  LEAD_TIME: ['has no lead time', 'have no lead time'],
  PROCESS_TIME: ['has no process time', 'have no process time'],
  COMPLETE_AND_ACCURATE: ['has no %C&A', 'have no %C&A'],
  PROCESS_ABOVE_LEAD: [
    'has a process time above its lead time; its wait is left out',
    'have a process time above their lead time; their waits are left out',
  ],
  PERFORMER: ['names nobody who does it', 'name nobody who does them'],
  PRACTICE: ['is worked by no practice', 'are worked by no practice'],
  OPTIONAL_SHARE: [
    'is optional, but no share says how many cases pass it by; it is counted as though none did',
    'are optional, but no share says how many cases pass them by; they are counted as though none did',
  ],
  BRANCH_SHARE: [
    'has several ways on without a share; equal parts are assumed',
    'have several ways on without a share; equal parts are assumed',
  ],
  UNREACHABLE: [
    'is reached by no way from the first step, and left out',
    'are reached by no way from the first step, and left out',
  ],
}

/** The gap of one sort among `all` steps; an empty list where no step has it, so that results can be spread. */
export function missing(what: MissingKind, steps: readonly StreamStep[], all: number): Missing[] {
  if (steps.length === 0) return []
  const [one, several] = says[what]
  const message = `${steps.length} of ${all} ${all === 1 ? 'step' : 'steps'} ${steps.length === 1 ? one : several}.`
  return [{ what, steps: steps.map((step) => step.id), of: all, message }]
}

/** The steps whose times are missing or contradict each other. */
export function missingTimes(steps: readonly StreamStep[]): Missing[] {
  return [
    ...missing(
      'LEAD_TIME',
      steps.filter((step) => step.leadMinutes === undefined),
      steps.length,
    ),
    ...missing(
      'PROCESS_TIME',
      steps.filter((step) => step.processMinutes === undefined),
      steps.length,
    ),
    ...missing('PROCESS_ABOVE_LEAD', steps.filter(processAboveLead), steps.length),
  ]
}

/** Whether a step claims more hands-on time than time from arriving to leaving. */
export function processAboveLead(step: StreamStep): boolean {
  return step.processMinutes !== undefined && step.leadMinutes !== undefined && step.processMinutes > step.leadMinutes
}
