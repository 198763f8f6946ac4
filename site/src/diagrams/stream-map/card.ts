import type { LanesBy, MapStep } from './stream-map.ts'
import { fonts } from './shapes.ts'
import type { Label, Role } from './shapes.ts'
import { packTexts, wrapText } from './wrap-text.ts'

/** What stands in a step's box, from the box's top left corner. */
export interface Card {
  readonly labels: readonly Label[]
  /** The middle of the circle around its number. */
  readonly circle: { readonly x: number; readonly y: number }
  /** Where the figures begin: a line stands above them. */
  readonly rule?: number
  /** How high the box must be for it. */
  readonly height: number
}

export const cardWidth = 146
export const circleRadius = 9.5
const edge = 10
const nameLeft = 32

/** Number, name, those at work (or the activity, where lanes are practices), and figures: each wrapped, none cut. */
export function cardOf(step: MapStep, by: LanesBy): Card {
  const circle = { x: 17, y: 18 }
  const labels: Label[] = [{ role: 'no', text: String(step.number), x: circle.x, y: circle.y + 4 }]
  let y = 22
  const add = (role: Role, lines: readonly string[], x: number, pitch: number): void => {
    for (const text of lines) {
      labels.push({ role, text, x, y })
      y += pitch
    }
  }
  add('name', wrapText(step.name, cardWidth - nameLeft - 6, fonts.name), nameLeft, 14.5)
  y += 3
  const beside = by === 'PRACTICE' ? [step.activity] : step.practices
  y = Math.max(y, 36.5)
  add(
    'beside',
    packTexts(
      beside.map(({ name }) => name),
      cardWidth - 2 * edge,
      fonts.beside,
    ),
    edge,
    13,
  )
  const figures = figuresOf(step)
  if (figures.length === 0) return { labels, circle, height: y }
  const rule = y - 4
  y += 11
  add('figure', packTexts(figures, cardWidth - 2 * edge, fonts.figure), edge, 13.5)
  return { labels, circle, rule, height: y - 2 }
}

/** Process time, lead time, and how much comes out complete and accurate. */
const figuresOf = ({ process, lead, completeAndAccurate }: MapStep): string[] => [
  ...(process === undefined ? [] : [`PT ${process.text}`]),
  ...(lead === undefined ? [] : [`LT ${lead.text}`]),
  ...(completeAndAccurate === undefined ? [] : [`C&A ${completeAndAccurate} %`]),
]
