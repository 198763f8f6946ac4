import type { Comparison } from '../catalogue/read-streams.ts'
import { messages } from '../messages/messages.ts'
import { apiFigure } from '../words/durations.ts'
import type { Badge, Cell } from './section.ts'

/** A figure of both sides. */
export type FigureChange = Comparison['figures'][number]

/** One side's figure. */
export const sideCell = (text: string | null): Cell =>
  text === null ? { sub: messages.words.notRecorded } : { text: apiFigure(text) }

/** Whether a change is for the better, in a word: colour alone would leave some readers out. */
export const changeCell = ({ better }: FigureChange): Cell => (better === null ? {} : { badges: [verdict(better)] })

/** "better" or "worse". */
export const verdict = (better: boolean): Badge =>
  better ? { text: messages.comparison.better, tone: 'good' } : { text: messages.comparison.worse, tone: 'bad' }
