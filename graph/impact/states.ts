/** How an item is, on a ladder from best to worst (design, "Impact"). */
export const states = ['OK', 'AT_RISK', 'DEGRADED', 'DOWN'] as const
export type State = (typeof states)[number]

/** How much the failure of what is needed matters, from most to least: the model's enum `Criticality`. */
export const criticalities = ['ESSENTIAL', 'IMPORTANT', 'SUPPORTING'] as const
export type Criticality = (typeof criticalities)[number]

/** A state's place on the ladder, from 0 for OK: what the engine counts in. */
export const levels = { OK: 0, AT_RISK: 1, DEGRADED: 2, DOWN: 3 } as const satisfies Record<State, number>

/** The state at a place of the ladder. */
export function stateAt(level: number): State {
  return states[level] ?? 'OK'
}

/**
 * How many rungs a need takes off a state that it passes on. The design's table is nothing else:
 *
 * | needed item is | ESSENTIAL passes | IMPORTANT passes | SUPPORTING passes |
 * |----------------|------------------|------------------|-------------------|
 * | DOWN           | DOWN             | DEGRADED         | AT_RISK           |
 * | DEGRADED       | DEGRADED         | AT_RISK          | OK                |
 * | AT_RISK        | AT_RISK          | OK               | OK                |
 *
 * A relation that carries only change has no criticality: it takes off the whole ladder.
 */
export function weakeningOf(criticality: Criticality | undefined): number {
  return criticality === undefined ? levels.DOWN : criticalities.indexOf(criticality)
}

/** What a need passes on by itself, as levels. It is never worse than what comes in. */
export function passesAlone(level: number, weakening: number): number {
  return Math.max(levels.OK, level - weakening)
}
