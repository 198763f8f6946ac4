import { fonts, isCentred } from './shapes.ts'
import type { Label, Point } from './shapes.ts'
import { isMeasured, textWidth } from './text-width.ts'

/** A number of an attribute: to a tenth of a pixel. */
export const n = (value: number): string => String(Math.round(value * 10) / 10)

/** Text for XML: markup is escaped, and what XML 1.0 can't hold is left out. */
export const escaped = (words: string): string =>
  words
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Wider texts could outgrow the room around them where another font has to stand in for Arial. */
const widestLoose = 40

/** A line of text. One that is wide, and whose width is known, takes just that width on whatever font it is set in. */
export const text = (label: Label): string =>
  textTag(`class="${label.role}" x="${n(label.x)}" y="${n(label.y)}"`, label)

/** Texts of one role beside each other on one line. */
export const textOn = (y: number, labels: readonly Label[]): string =>
  `<g class="${labels[0]?.role ?? ''}" transform="translate(0 ${n(y)})">${labels.map((label) => textTag(`x="${n(label.x)}"`, label)).join('')}</g>`

function textTag(attributes: string, { role, text: words }: Label): string {
  const width = textWidth(words, fonts[role])
  const isFitted = width > widestLoose && isMeasured(words) && !isCentred(role)
  return `<text ${attributes}${isFitted ? ` textLength="${width}"` : ''}>${escaped(words)}</text>`
}

/** Around a link, where there is one. Those who use the keyboard have the page's tables. */
export const linked = (href: string | undefined, content: string): string =>
  href === undefined ? content : `<a href="${escaped(href)}" tabindex="-1">${content}</a>`

/** The circle around a step's number. */
export const ring = ({ x, y }: Point, radius: number): string => `<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}"/>`

/** A path along the corners of an orthogonal line, rounded. */
export function orthogonalPath(points: readonly Point[], radius = 7): string {
  const [start] = points
  if (start === undefined) return ''
  let d = `M${n(start.x)} ${n(start.y)}`
  points.slice(1).forEach((point, i) => {
    const [before, after] = [points[i] ?? point, points[i + 2]]
    const isLevel = before.y === point.y
    const step = isLevel ? Math.sign(point.x - before.x) : Math.sign(point.y - before.y)
    const turn = after === undefined ? 0 : isLevel ? Math.sign(after.y - point.y) : Math.sign(after.x - point.x)
    const r = after === undefined ? 0 : Math.min(radius, distance(before, point) / 2, distance(point, after) / 2)
    d += isLevel ? `H${n(point.x - step * r)}` : `V${n(point.y - step * r)}`
    if (r > 0)
      d += isLevel
        ? `q${n(step * r)} 0 ${n(step * r)} ${n(turn * r)}`
        : `q0 ${n(step * r)} ${n(turn * r)} ${n(step * r)}`
  })
  return d
}

const distance = (a: Point, b: Point): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y)
