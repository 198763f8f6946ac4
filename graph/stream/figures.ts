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
  /** It is made of times, so that it says nothing beside one that counts another clock. */
  readonly ofTimes: boolean
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
  const { onePass } = criticalPath
  const { total, warnings } = plausible(criticalPath)
  const lead = { unit: 'MINUTES', better: 'LESS', ofTimes: true } as const
  const count = { unit: 'NUMBER', better: 'LESS', ofTimes: false } as const
  const percent = { unit: 'PERCENT', better: 'MORE', ofTimes: false } as const
  return [
    {
      ...{ name: 'Lead time', ...lead, value: total.leadMinutes },
      formula:
        'Σ visits × LT along the critical path, the longest way through; loops repeat its steps as often as their shares say.',
      remarks: [...remarks(total, 'LEAD_TIME'), ...assumed, ...warnings],
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
      ...{ name: 'Activity ratio', ...percent, ofTimes: true, value: inPercent(total.activityRatio) },
      formula:
        'Σ visits × PT ÷ Σ visits × LT along the critical path, over the steps that record both: never above 100 %.',
      remarks: [...remarks(total, 'LEAD_TIME', 'PROCESS_TIME', 'PROCESS_ABOVE_LEAD'), ...assumed],
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

/** How many times as long as once through a total may be without a word, and at all. */
const [withoutWord, mostSensible] = [2, 20]

/**
 * The critical path's total as far as it makes sense. A case that keeps to the longest way at every pass goes back more
 * often than cases do: where ways back abound, as in what event logs show, such a case would hardly ever end.
 */
function plausible({ total, onePass }: Measures['criticalPath']): {
  readonly total: Times
  readonly warnings: readonly string[]
} {
  const times = (total.leadMinutes ?? 0) / (onePass.leadMinutes ?? Number.POSITIVE_INFINITY)
  if (!(times > withoutWord)) return { total, warnings: [] }
  if (times <= mostSensible) {
    const often = Math.round(times * 10) / 10
    return {
      total,
      warnings: [
        `It is ${often} times as long as once through: a case that always takes the longest way goes back often.`,
      ],
    }
  }
  return {
    total: { missing: total.missing },
    warnings: [
      'So many ways lead back that a case on the longest way would hardly ever end: see the expected lead time.',
    ],
  }
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
