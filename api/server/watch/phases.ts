/** What the time of a request goes into. Of several at once, the first of these is said to have taken it. */
export const phases = ['graph', 'compute', 'validate', 'parse', 'other'] as const
export type Phase = (typeof phases)[number]

/**
 * Splits the time of a request among its phases, each moment to one of them: statements that run beside each other don't count
 * twice, and what is computed while a statement runs counts as waiting for the graph. `other` is all the rest: reading the
 * request, making the answer out of rows, sending it.
 */
export class Phases {
  readonly #spent = { graph: 0, compute: 0, validate: 0, parse: 0, other: 0 }
  readonly #running = { graph: 0, compute: 0, validate: 0, parse: 0, other: 1 }
  #since: number

  /** @param now milliseconds of a clock that nobody sets. */
  constructor(now: number = performance.now()) {
    this.#since = now
  }

  /** A phase begins. @returns what ends it. */
  enter(phase: Phase, now: number = performance.now()): (now?: number) => void {
    this.#add(now)
    this.#running[phase]++
    return (end = performance.now()) => {
      this.#add(end)
      this.#running[phase]--
    }
  }

  /** The milliseconds that each phase has taken, whole. */
  spent(now: number = performance.now()): Readonly<Record<Phase, number>> {
    this.#add(now)
    const { graph, compute, validate, parse, other } = this.#spent
    const whole = Math.round
    return {
      graph: whole(graph),
      compute: whole(compute),
      validate: whole(validate),
      parse: whole(parse),
      other: whole(other),
    }
  }

  #add(now: number): void {
    const phase = phases.find((each) => this.#running[each] > 0) ?? 'other'
    this.#spent[phase] += now - this.#since
    this.#since = now
  }
}
