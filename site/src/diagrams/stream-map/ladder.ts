import { messages } from '../../messages/messages.ts'
import { fonts } from './shapes.ts'
import type { Label, Point } from './shapes.ts'
import { spreadLabels } from './spread-labels.ts'
import type { Stretch } from './spread-labels.ts'
import type { StreamMap } from './stream-map.ts'
import { textWidth } from './text-width.ts'
import { minutesOf, noTimeline, notesOf, timesOf, totalsOf } from './timeline.ts'
import type { Level, Told } from './timeline.ts'
import { wrapText } from './wrap-text.ts'

/** The timeline: times of the critical path's steps to scale, one after the other. Waits above, work below. */
export interface Ladder {
  readonly rungs: readonly Rung[]
  readonly labels: readonly LadderLabel[]
  /** At its end: wait, process and lead time of the whole path, once through. */
  readonly totals: readonly Label[]
  /** What the times count, and which steps aren't in it. */
  readonly notes: readonly Label[]
  /** In the column of lane names: what it is, and its two levels. */
  readonly titles: readonly Label[]
  readonly levels: Readonly<Record<Level, number>>
  readonly bottom: number
}

/** One time, as a line along its level. */
export interface Rung {
  readonly level: Level
  readonly from: number
  readonly to: number
  /** The whole lead time of a step, which its process time doesn't divide. */
  readonly unsplit: boolean
}

/** Says one time, with a line that leads to it. */
export interface LadderLabel {
  /** The middle of the circle around the step's number. */
  readonly circle: Point
  readonly number: Label
  readonly time: Label
  readonly leader: readonly [Point, Point]
}

/** Where it begins. */
const left = 12
export const smallRadius = 7.5
/** From the left edge of a label's circle to its time. */
const timeLeft = 2 * smallRadius + 4
/** Between two labels. */
const between = 12
/** Wider lines are hard to read. */
const noteWidth = 640

/** How much width the timeline needs: for its labels, its totals, and stretches that its labels must not cross. */
export function ladderWidth(map: StreamMap, stretches: number): number {
  const widths = (['WAIT', 'PROCESS'] as const).map((level) => {
    const labels = timesOf(map)
      .filter((each) => each.level === level)
      .map(labelWidth)
    return labels.reduce((sum, width) => sum + width, 0) + (stretches + 1) * Math.max(0, ...labels)
  })
  return Math.max(...widths) + totalsWidth(map)
}

/**
 * The timeline across a width, below `top`; where there is nothing to draw, only a sentence that says why.
 * @param borders where sheets end in print, which no label may cross.
 */
export function ladderOf(map: StreamMap, top: number, width: number, borders: readonly number[]): Ladder {
  const times = timesOf(map)
  const sum = times.reduce((minutes, { time }) => minutes + minutesOf(time), 0)
  const levels = { WAIT: top + 38, PROCESS: top + 60 }
  const title: Label = { role: 'title', text: messages.streamMap.timeline, x: 10, y: top + 14 }
  if (sum === 0) {
    const notes = notesAt(top + 14, [noTimeline(map)], noteWidth)
    return { rungs: [], labels: [], totals: [], notes, titles: [title], levels, bottom: top + 24 }
  }
  const right = width - totalsWidth(map) - 4
  const inside = [left - 8, ...borders.filter((border) => border > left && border < right), right + 8]
  const stretches = inside.slice(1).map((to, i): Stretch => ({ from: (inside[i] ?? 0) + 4, to: to - 4 }))
  let at = left
  const rungs = times.map(({ time, level, unsplit }): Rung => {
    const from = at
    at += (minutesOf(time) / sum) * (right - left)
    return { level, from, to: at, unsplit }
  })
  const notes = notesAt(levels.PROCESS + 62, notesOf(map), Math.min(noteWidth, borders[1] ?? width) - 2 * left)
  return {
    rungs,
    labels: (['WAIT', 'PROCESS'] as const).flatMap((level) => labelsOn(level, levels[level], times, rungs, stretches)),
    totals: totalLines(map).map((text, i) => ({
      role: i === 0 ? 'remark' : 'total',
      text,
      x: right + 20,
      y: levels.WAIT - 18 + 16 * i,
    })),
    notes,
    titles: [
      title,
      { role: 'remark', text: messages.streamMap.wait, x: 10, y: levels.WAIT + 4 },
      { role: 'remark', text: messages.streamMap.process, x: 10, y: levels.PROCESS + 4 },
    ],
    levels,
    bottom: (notes.at(-1)?.y ?? 0) + 8,
  }
}

const notesAt = (y: number, sentences: readonly string[], width: number): Label[] =>
  wrapText(sentences.join(' '), width, fonts.remark).map((text, i) => ({
    role: 'remark',
    text,
    x: left,
    y: y + 15 * i,
  }))

function labelsOn(
  level: Level,
  y: number,
  times: readonly Told[],
  rungs: readonly Rung[],
  stretches: readonly Stretch[],
): LadderLabel[] {
  const here = times.flatMap((each, i) => {
    const rung = rungs[i]
    return each.level !== level || rung === undefined ? [] : [{ each, centre: (rung.from + rung.to) / 2 }]
  })
  const places = spreadLabels(
    here.map(({ each, centre }) => ({ centre, width: labelWidth(each) })),
    stretches,
  )
  const isAbove = level === 'WAIT'
  return here.map(({ each, centre }, i) => {
    const x = (places[i] ?? 0) + between / 2
    const middle = y + (isAbove ? -28 : 28)
    const circle = { x: x + smallRadius, y: middle }
    const end = x + (labelWidth(each) - between) / 2
    return {
      circle,
      number: { role: 'tiny', text: String(each.step.number), x: circle.x, y: middle + 3.5 },
      time: { role: 'time', text: textOf(each), x: x + timeLeft, y: middle + 4 },
      leader: isAbove
        ? [
            { x: centre, y: y - 4 },
            { x: end, y: middle + 10 },
          ]
        : [
            { x: centre, y: y + 4 },
            { x: end, y: middle - 10 },
          ],
    }
  })
}

const textOf = ({ time, unsplit }: Told): string => (unsplit ? messages.streamMap.inAll(time.text) : time.text)
const labelWidth = (each: Told): number => timeLeft + textWidth(textOf(each), fonts.time) + between

/** Repetitions aren't in the timeline: the page's headline figures have them. */
const totalLines = (map: StreamMap): string[] => [messages.streamMap.onceThrough, ...totalsOf(map)]

const totalsWidth = (map: StreamMap): number =>
  Math.max(...totalLines(map).map((text) => textWidth(text, fonts.total) + 28))
