import { calendarOf } from '../../../graph/catalogue/duration.ts'
import type { Calendar } from '../../../graph/catalogue/duration.ts'
import { figuresOf, figureText } from '../../../graph/stream/figures.ts'
import type { Figure } from '../../../graph/stream/figures.ts'
import type { HandOffs } from '../../../graph/stream/hand-offs.ts'
import type { LeadTimeShare } from '../../../graph/stream/lead-time-shares.ts'
import { measure } from '../../../graph/stream/measures.ts'
import type { Measures } from '../../../graph/stream/measures.ts'
import type { Missing } from '../../../graph/stream/missing.ts'
import type { StepMeasures } from '../../../graph/stream/step-measures.ts'
import type { Stream } from '../../../graph/stream/stream.ts'
import { clockText, timeText } from '../../../graph/stream/time-text.ts'
import type { Times } from '../../../graph/stream/times.ts'
import type * as Answer from '../../generated/resolvers.ts'
import { streamOf } from './flow-selection.ts'
import type { SelectedStream } from './flow-selection.ts'
import { Names } from './names.ts'

/** `ValueStream.measures`. */
export function measuresAnswer(read: SelectedStream, working: Calendar): Answer.StreamMeasures {
  const stream = streamOf(read, working)
  const names = new Names(read)
  const clock = clockText(stream.timesIn, working)
  const { measures, problems } = measure(stream)
  if (measures === undefined) {
    const told = problems.map(({ steps, message }) => ({ steps: names.all(steps), message }))
    return { clock, problems: told, figures: [], steps: [], loops: [], endsEarly: [], missing: [] }
  }
  return {
    clock,
    problems: [],
    ...new Answering(stream, names, calendarOf(stream.timesIn, working)).measures(measures),
  }
}

/** Minutes with their text; null where nothing is recorded. */
export function timeSpan(minutes: number, calendar: Calendar): Answer.TimeSpan
export function timeSpan(minutes: number | undefined, calendar: Calendar): Answer.TimeSpan | null
export function timeSpan(minutes: number | undefined, calendar: Calendar): Answer.TimeSpan | null {
  return minutes === undefined ? null : { minutes, text: timeText(minutes, calendar) }
}

/** Turns measures, which speak of ids and minutes, into what the API answers. */
class Answering {
  readonly #steps: ReadonlyMap<string, Stream['steps'][number]>
  readonly #names: Names
  readonly #calendar: Calendar

  constructor(stream: Stream, names: Names, calendar: Calendar) {
    this.#steps = new Map(stream.steps.map((step) => [step.id, step]))
    this.#names = names
    this.#calendar = calendar
  }

  measures(measures: Measures): Omit<Answer.StreamMeasures, 'clock' | 'problems'> {
    const { criticalPath, expected, steps, loops, leadTimeBy, longestWait, handOffs, endsEarly } = measures
    const { of, all } = this.#names
    const shares = (list: readonly LeadTimeShare[]): Answer.LeadTimeShare[] =>
      list.map(({ id, steps: ids, leadMinutes, ...share }) => ({
        ...share,
        ...{ item: of(id), steps: all(ids), lead: timeSpan(leadMinutes, this.#calendar) },
      }))
    return {
      figures: figuresOf(measures).map((figure) => this.#figure(figure)),
      criticalPath: {
        steps: all(criticalPath.steps),
        onePass: this.#times(criticalPath.onePass),
        total: this.#times(criticalPath.total),
      },
      expected: this.#times(expected),
      rolledCompleteAndAccurate: measures.rolledCompleteAndAccurate,
      steps: steps.map((step) => this.#step(step)),
      loops: loops.map(({ from, to, ...loop }) => ({ ...loop, from: of(from), to: of(to) })),
      leadTimeBy: {
        activities: shares(leadTimeBy.activities),
        practices: shares(leadTimeBy.practices),
        performers: shares(leadTimeBy.performers),
        suppliers: shares(leadTimeBy.suppliers),
      },
      longestWait:
        longestWait === undefined
          ? null
          : { step: of(longestWait.step), wait: timeSpan(longestWait.minutes, this.#calendar) },
      handOffsBetweenPractices: this.#handOffs(handOffs.practices),
      handOffsBetweenPerformers: this.#handOffs(handOffs.performers),
      endsEarly: endsEarly.map(({ step, share }) => ({ step: of(step), share })),
      missing: this.#missing(measures.missing),
    }
  }

  #figure({ name, value, unit, step, formula, remarks }: Figure): Answer.StreamFigure {
    const where = step === undefined ? '' : `, at ${this.#names.of(step).name}`
    const text = value === undefined ? null : `${figureText(unit, value, this.#calendar)}${where}`
    return { name, value, text, formula, remarks }
  }

  #times({ processMinutes, leadMinutes, waitMinutes, activityRatio, missing }: Times): Answer.StreamTimes {
    return {
      process: timeSpan(processMinutes, this.#calendar),
      lead: timeSpan(leadMinutes, this.#calendar),
      wait: timeSpan(waitMinutes, this.#calendar),
      activityRatio,
      missing: this.#missing(missing),
    }
  }

  #step({ step: id, perCase, waitMinutes, expectedLeadMinutes, ...measured }: StepMeasures): Answer.StepMeasures {
    const step = this.#steps.get(id)
    return {
      ...measured,
      step: this.#names.of(id),
      visits: perCase,
      process: timeSpan(step?.processMinutes, this.#calendar),
      lead: timeSpan(step?.leadMinutes, this.#calendar),
      wait: timeSpan(waitMinutes, this.#calendar),
      expectedLead: timeSpan(expectedLeadMinutes, this.#calendar),
    }
  }

  #handOffs({ ways, ...counts }: HandOffs): Answer.HandOffs {
    const { of } = this.#names
    return { ...counts, ways: ways.map(({ from, to }) => ({ from: of(from), to: of(to) })) }
  }

  #missing(missing: readonly Missing[]): Answer.MissingFigures[] {
    return missing.map(({ message, steps, of }) => ({ message, of, steps: this.#names.all(steps) }))
  }
}
