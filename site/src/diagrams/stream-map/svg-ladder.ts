import type { Ladder, Rung } from './ladder.ts'
import type { Label } from './shapes.ts'
import { n, text, textOn } from './svg-parts.ts'
import type { Level } from './timeline.ts'

/** The timeline: a line for each time on its level, what is said of it, and the totals. */
export function ladderSvg({ rungs, labels, totals, notes, levels }: Ladder): string {
  // Circles as round ends of lines without length: a few letters each.
  const dots = labels.map(({ circle: { x, y } }) => `M${n(x)} ${n(y)}h0`)
  const leaders = labels.map(({ leader: [from, to] }) => `M${n(from.x)} ${n(from.y)}L${n(to.x)} ${n(to.y)}`)
  const falls = rungs.flatMap(({ level, from }, i) =>
    i === 0 || rungs[i - 1]?.level === level ? [] : [fall(from, levels)],
  )
  const along = (of: readonly Rung[]): string[] => of.map((rung) => line(rung, levels))
  return [
    path('leader', leaders),
    path('fall', falls),
    path('rung', along(rungs.filter(({ level, unsplit }) => level === 'WAIT' && !unsplit))),
    path('rung unsplit', along(rungs.filter(({ unsplit }) => unsplit))),
    path('rung work', along(rungs.filter(({ level }) => level === 'PROCESS'))),
    path('dots', dots),
    onTheirLines(labels.map(({ number }) => number)),
    onTheirLines(labels.map(({ time }) => time)),
    ...[...totals, ...notes].map(text),
  ].join('')
}

const path = (role: string, parts: readonly string[]): string =>
  parts.length === 0 ? '' : `<path class="${role}" d="${parts.join('')}"/>`

const fall = (x: number, levels: Readonly<Record<Level, number>>): string => `M${n(x)} ${levels.WAIT}V${levels.PROCESS}`

/** A time that is less than a pixel is still to be seen. */
const line = ({ level, from, to }: Rung, levels: Readonly<Record<Level, number>>): string =>
  `M${n(from)} ${levels[level]}H${n(Math.max(to, from + 1))}`

/** Labels of one role: what they have in common is said once for each line of them. */
const onTheirLines = (labels: readonly Label[]): string =>
  [...Map.groupBy(labels, ({ y }) => y)].map(([y, line]) => textOn(y, line)).join('')
