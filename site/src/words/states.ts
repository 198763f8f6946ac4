import type { State } from '../../../graph/impact/states.ts'

/** How a state is said and marked: each has a word and a sign of its own, not only a colour. */
export interface StateWords {
  readonly text: string
  readonly tone: 'ok' | 'at-risk' | 'degraded' | 'down'
}

const words: Readonly<Record<State, StateWords>> = {
  OK: { text: 'OK', tone: 'ok' },
  AT_RISK: { text: 'At risk', tone: 'at-risk' },
  DEGRADED: { text: 'Degraded', tone: 'degraded' },
  DOWN: { text: 'Down', tone: 'down' },
}

/** A state as a badge. */
export const stateWords = (state: State): StateWords => words[state]
