import { calendarOf } from '../../catalogue/duration.ts'
import { compareStreams } from '../../stream/compare.ts'
import { figureText } from '../../stream/figures.ts'
import { inBoth } from '../view.ts'
import { byName, counted } from './topic.ts'
import type { Effect, Found, Topic } from './topic.ts'

/** The figures that people steer value streams by. */
const told = new Set(['Lead time', 'Expected lead time', 'Activity ratio', 'Rolled %C&A'])

/** Less than this part of a figure is rounding. */
const rounding = 1e-9

/** Value streams whose lead time, activity ratio or rolled %C&A change: one a figure. */
export const topic: Topic = {
  name: 'figures',
  title: 'Figures of value streams',
  verdict: {
    WORSE: counted('figure of a value stream gets worse', 'figures of value streams get worse'),
    BETTER: counted('figure of a value stream gets better', 'figures of value streams get better'),
    NEUTRAL: counted('figure of a value stream can’t be compared', 'figures of value streams can’t be compared'),
  },
  find: (before, after) =>
    inBoth(before, after, 'ValueStream')
      .sort(byName)
      .flatMap((item) => {
        const [was, is] = [before.stream(item.id), after.stream(item.id)]
        const text = (view: typeof before, unit: 'MINUTES' | 'PERCENT' | 'NUMBER', value?: number): string =>
          value === undefined
            ? 'unknown'
            : figureText(unit, value, calendarOf(view.stream(item.id).timesIn, view.side.settings.calendar))
        return compareStreams(was, is)
          .figures.filter(({ name, asIs, toBe }) => told.has(name) && differ(asIs, toBe))
          .map(({ name, unit, better, asIs, toBe, change }): Found => {
            const effect: Effect =
              change === undefined ? 'NEUTRAL' : change > 0 === (better === 'MORE') ? 'BETTER' : 'WORSE'
            const sides = `${text(before, unit, asIs)} → ${text(after, unit, toBe)}`
            return { effect, item, others: [], sentence: `${item.name}: ${lowered(name)} ${sides}.` }
          })
      }),
}

const differ = (a: number | undefined, b: number | undefined): boolean =>
  a === undefined || b === undefined ? a !== b : Math.abs(a - b) > rounding * Math.max(Math.abs(a), Math.abs(b))

const lowered = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)
