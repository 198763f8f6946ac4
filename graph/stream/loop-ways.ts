import type { Flow, FlowWay } from './flow.ts'

/** The ways of a flow, sorted by whether they lead on or back. */
export interface SortedWays {
  /** Ways on. They form no circle, and from the first step they lead to an end. */
  readonly onward: readonly FlowWay[]
  /** Ways back: written as rework, or leading to a step that the case has come through. */
  readonly back: readonly FlowWay[]
  /** Ways into a detour: to steps from which only a way back leads on (a repair that is then checked again). */
  readonly detours: readonly FlowWay[]
}

/**
 * Sorts ways into those on, those back and those into a detour.
 *
 * A way leads back where it says `rework`; and, since people forget to say so, where it leads to a step that lies on the
 * way from the first step to its own (a depth-first walk, each step's ways by the place of the step that they lead to). A stream that comes to
 * no end without its rework is sorted as though nothing said `rework`.
 */
export function sortWays(flow: Flow): SortedWays {
  const sorted = sortedBy(flow, (way) => way.rework)
  return sorted.ending[0] === true ? sorted : sortedBy(flow, () => false)
}

function sortedBy(flow: Flow, saysRework: (way: FlowWay) => boolean): SortedWays & { ending: readonly boolean[] } {
  const forth = flow.steps.map((_, i) => flow.ways.filter((way) => way.from === i && !saysRework(way)))
  const back = new Set(flow.ways.filter(saysRework))
  // A step that all its ways on end in is `done` before it, so `done` lists steps from the end to the beginning.
  const done: number[] = []
  const state = flow.steps.map((): 'new' | 'open' | 'done' => 'new')
  const walk = (step: number): void => {
    state[step] = 'open'
    for (const way of forth[step] ?? []) {
      if (state[way.to] === 'open') back.add(way)
      else if (state[way.to] === 'new') walk(way.to)
    }
    state[step] = 'done'
    done.push(step)
  }
  for (const step of flow.steps.keys()) if (state[step] === 'new') walk(step)

  const ending = flow.steps.map(() => false)
  for (const step of done) {
    const leadsOn = (forth[step] ?? []).some((way) => !back.has(way) && ending[way.to] === true)
    ending[step] = (flow.ends[step] ?? 0) > 0 || leadsOn
  }
  const detours = flow.ways.filter((way) => !back.has(way) && ending[way.to] !== true)
  const onward = flow.ways.filter((way) => !back.has(way) && ending[way.to] === true)
  return { onward, back: flow.ways.filter((way) => back.has(way)), detours, ending }
}
