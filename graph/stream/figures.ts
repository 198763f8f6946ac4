import type { Calendar } from '../catalogue/duration.ts'
import type { Measures } from './measures.ts'
import type { MissingKind } from './missing.ts'
import { timeText } from './time-text.ts'
import type { Times } from './times.ts'

/** A figure of a stream that people read out and compare. */
export interface Figure {
  readonly name: string
  /** Undefined: nothing is recorded that it could be worked out from. */
  readonly value: number | undefined
  readonly unit: 'MINUTES' | 'PERCENT' | 'NUMBER'
  /** Which way it gets better. */
  readonly better: 'LESS' | 'MORE'
  /** Id of the step that it is of, where it is of one. */
  readonly step?: string | undefined
  /** How it is worked out, for readers. */
  readonly formula: string
  /** What it leaves out or assumes, in sentences. */
  readonly remarks: readonly string[]
}

/** The headline figures of a stream, in the order in which they are told. */
export function figuresOf(measures: Measures): Figure[] {
  const { criticalPath, expected, loops, handOffs, longestWait } = measures
  const remarks = (from: Times | Measures, ...kinds: readonly MissingKind[]): string[] =>
    from.missing.filter(({ what }) => kinds.includes(what)).map(({ message }) => message)
  const assumed = remarks(measures, 'BRANCH_SHARE', 'OPTIONAL_SHARE')
  const { total, onePass } = criticalPath
  const lead = { unit: 'MINUTES', better: 'LESS' } as const
  const count = { unit: 'NUMBER', better: 'LESS' } as const
  const percent = { unit: 'PERCENT', better: 'MORE' } as const
  return [
    {
      ...{ name: 'Lead time', ...lead, value: total.leadMinutes },
      formula:
        'Σ visits × LT along the critical path, the longest way through; loops repeat its steps as often as their shares say.',
      remarks: [...remarks(total, 'LEAD_TIME'), ...assumed],
    },
    {
      ...{ name: 'Process time', ...lead, value: total.processMinutes },
      formula: 'Σ visits × PT along the critical path.',
      remarks: [...remarks(total, 'PROCESS_TIME'), ...assumed],
    },
    {
      ...{ name: 'Wait', ...lead, value: total.waitMinutes },
      formula: 'Σ visits × (LT − PT) along the critical path, over the steps that record both.',
      remarks: [...remarks(total, 'LEAD_TIME', 'PROCESS_TIME', 'PROCESS_ABOVE_LEAD'), ...assumed],
    },
    {
      ...{ name: 'Activity ratio', ...percent, value: inPercent(total.activityRatio) },
      formula:
        'Σ visits × PT ÷ Σ visits × LT along the critical path, over the steps that record both: never above 100 %.',
      remarks: remarks(total, 'LEAD_TIME', 'PROCESS_TIME', 'PROCESS_ABOVE_LEAD'),
    },
    {
      ...{ name: 'Rolled %C&A', ...percent, value: measures.rolledCompleteAndAccurate },
      formula: 'Product of the %C&A of the critical path’s steps.',
      remarks: remarks(measures, 'COMPLETE_AND_ACCURATE'),
    },
    {
      ...{ name: 'Lead time once through', ...lead, value: onePass.leadMinutes },
      formula: 'Σ LT along the critical path, without repetitions.',
      remarks: remarks(onePass, 'LEAD_TIME'),
    },
    {
      ...{ name: 'Expected lead time', ...lead, value: expected.leadMinutes },
      formula:
        'Σ expected visits × LT over all cases, branches and repetitions weighted by their shares (N = (I − Q)⁻¹).',
      remarks: [...remarks(expected, 'LEAD_TIME'), ...assumed],
    },
    {
      ...{ name: 'Repetitions', ...count, value: loops.reduce((sum, loop) => sum + loop.repetitions, 0) },
      formula: 'Expected number of times that a case goes back: Σ expected visits × share over all ways back.',
      remarks: assumed,
    },
    {
      ...{ name: 'Longest wait', ...lead, value: longestWait?.minutes, step: longestWait?.step },
      formula: 'Largest LT − PT of one visit to a step.',
      remarks: remarks(measures, 'LEAD_TIME', 'PROCESS_TIME', 'PROCESS_ABOVE_LEAD'),
    },
    {
      ...{ name: 'Hand-offs between practices', ...count, value: handOffs.practices.onCriticalPath },
      formula: 'Ways along the critical path on which no practice of the first step works the second.',
      remarks: remarks(measures, 'PRACTICE'),
    },
    {
      ...{ name: 'Hand-offs between people', ...count, value: handOffs.performers.onCriticalPath },
      formula:
        'Ways along the critical path on which no team, role or supplier that does the first step does the second.',
      remarks: remarks(measures, 'PERFORMER'),
    },
  ]
}

const inPercent = (share: number | undefined): number | undefined => (share === undefined ? undefined : share * 100)

/** A figure's value as people say it: "2 d 3 h", "7.1 %", "1.34". */
export function figureText(unit: Figure['unit'], value: number, calendar: Calendar): string {
  if (unit === 'MINUTES') return timeText(value, calendar)
  const number = numberText(value, unit === 'PERCENT' ? 1 : 2)
  return unit === 'PERCENT' ? `${number} %` : number
}

/** A number with at most so many decimals and a true minus. */
function numberText(value: number, decimals: number): string {
  const rounded = Math.round(Math.abs(value) * 10 ** decimals) / 10 ** decimals
  return `${value < 0 && rounded > 0 ? '−' : ''}${rounded}`
}
