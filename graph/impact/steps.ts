/**
 * A computation that may take long: it yields now and then, some milliseconds apart, so that whoever runs it may let others
 * have their turn (`in-turns.ts`), or end it by never coming back.
 */
export type Steps<Result> = Generator<undefined, Result, undefined>

/** Runs a computation to its end, at one go. */
export function toEnd<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
