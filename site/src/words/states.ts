import type { State } from '../../../graph/impact/states.ts'
import { messages } from '../messages/messages.ts'

/** How a state is said and marked: each has a word and a sign of its own, not only a colour. */
export interface StateWords {
  readonly text: string
  readonly tone: 'ok' | 'at-risk' | 'degraded' | 'down'
}

const words: Readonly<Record<State, StateWords>> = {
  OK: { text: messages.states.OK, tone: 'ok' },
  AT_RISK: { text: messages.states.AT_RISK, tone: 'at-risk' },
  DEGRADED: { text: messages.states.DEGRADED, tone: 'degraded' },
  DOWN: { text: messages.states.DOWN, tone: 'down' },
}

/** A state as a badge. */
export const stateWords = (state: State): StateWords => words[state]
