import { listNames } from './flow-problem.ts'
import type { FlowProblem } from './flow-problem.ts'
import { sharesOfWays } from './shares-of-ways.ts'
import { inOrder } from './stream.ts'
import type { Stream, StreamStep } from './stream.ts'

/** One way that cases take: `from` and `to` count `Flow.steps` from 0, `share` is the part of the cases at `from`: 0–1. */
export interface FlowWay {
  readonly from: number
  readonly to: number
  readonly share: number
  /** Written as rework. Other ways may lead back too: see `loop-ways.ts`. */
  readonly rework: boolean
}

/**
 * A stream's flow as an absorbing Markov chain: the steps that cases come to, the ways between them, and where the
 * stream ends. Every case begins at the first step, and from every step some end is reached.
 */
export interface Flow {
  /** The steps that any case can come to, in file order; the first is where cases begin. */
  readonly steps: readonly StreamStep[]
  /** Ways with a share above 0, by step, each step's in the order of `StreamStep.next`. */
  readonly ways: readonly FlowWay[]
  /** For each step, the part of the cases at it for which the stream ends there: 0–1. */
  readonly ends: readonly number[]
  /** Steps to which no way leads from the first. They have no part in any figure of the stream. */
  readonly unreachable: readonly StreamStep[]
  /** Steps with several ways on, no share written: equal parts are assumed. */
  readonly equalParts: readonly StreamStep[]
}

/** The flow, or everything that keeps it from being worked out. */
export type FlowOrProblems =
  | { readonly flow: Flow; readonly problems?: never }
  | { readonly problems: readonly FlowProblem[]; readonly flow?: never }

/**
 * Reads a stream's flow. How shares are settled: `sharesOfWays`. Whether a step is `optional` changes nothing here: the
 * ways say who passes it by, and `missing.ts` names the steps of which they don't.
 * @returns the flow; or problems, all of them: no steps, a way to a step of another stream, shares above 100, steps from
 *   which no case ever comes to an end.
 */
export function flowOf(stream: Stream): FlowOrProblems {
  const all = inOrder(stream)
  if (all.length === 0) {
    return { problems: [{ kind: 'NO_STEPS', steps: [], message: `"${stream.name}" has no steps.` }] }
  }
  const place = new Map(all.map((step, i) => [step.id, i]))
  const settled = all.map((step, i) => sharesOfWays(step, all[i + 1]?.id))
  const problems = all.flatMap((step, i): FlowProblem[] => {
    const strangers = (step.next ?? []).filter((way) => !place.has(way.to)).map((way) => way.to)
    const written = settled[i]?.written ?? 0
    return [
      ...strangers.map((to): FlowProblem => ({
        kind: 'UNKNOWN_STEP',
        steps: [step.id],
        message: `Step "${step.name}" leads to ${to}, which is no step of "${stream.name}".`,
      })),
      ...(written > 100.0005 ? [tooMuch(step, written)] : []),
    ]
  })
  if (problems.length > 0) return { problems }

  const ways = settled.map((each, from) =>
    each.ways.map((way): FlowWay => ({ ...way, from, to: place.get(way.to) ?? 0 })),
  )
  const reached = reachedFrom([0], all.length, (step) => (ways[step] ?? []).map((way) => way.to))
  const back = Array.from({ length: all.length }, (): number[] => [])
  for (const way of ways.flat()) back[way.to]?.push(way.from)
  const exits = [...all.keys()].filter((i) => (settled[i]?.ends ?? 0) > 0)
  const ending = reachedFrom(exits, all.length, (step) => back[step] ?? [])
  const trapped = all.filter((_, i) => reached[i] === true && ending[i] !== true)
  if (trapped.length > 0) return { problems: [noEnd(trapped)] }

  const renumbered = new Map([...all.keys()].filter((i) => reached[i] === true).map((i, to) => [i, to]))
  const kept = (_: unknown, i: number): boolean => reached[i] === true
  return {
    flow: {
      steps: all.filter(kept),
      ways: ways
        .filter(kept)
        .flat()
        .map((way) => ({ ...way, from: renumbered.get(way.from) ?? 0, to: renumbered.get(way.to) ?? 0 })),
      ends: settled.filter(kept).map((each) => each.ends),
      unreachable: all.filter((_, i) => reached[i] !== true),
      equalParts: all.filter((_, i) => reached[i] === true && settled[i]?.equalParts === true),
    },
  }
}

/** Which of `count` places are come to from some of them. */
function reachedFrom(starts: readonly number[], count: number, next: (place: number) => readonly number[]): boolean[] {
  const reached = Array.from({ length: count }, () => false)
  const open = [...starts]
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (reached[place] === true) continue
    reached[place] = true
    open.push(...next(place))
  }
  return reached
}

function tooMuch(step: StreamStep, written: number): FlowProblem {
  return {
    kind: 'SHARES_ABOVE_100',
    steps: [step.id],
    message: `The ways out of step "${step.name}" add up to ${String(Math.round(written * 1000) / 1000)} of 100 cases.`,
  }
}

function noEnd(trapped: readonly StreamStep[]): FlowProblem {
  const from = trapped.length === 1 ? 'step' : 'steps'
  return {
    kind: 'NO_END',
    steps: trapped.map((step) => step.id),
    message:
      `From ${from} ${listNames(trapped)} no case comes to an end: all ways on lead round in a circle, so no time ` +
      'can be worked out. Write a way out, or "next: []" where the stream ends.',
  }
}
