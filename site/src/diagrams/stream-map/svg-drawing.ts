import { cardWidth, circleRadius } from './card.ts'
import type { DrawnStep, Joint, StreamMapLayout } from './layout.ts'
import { ladderSvg } from './svg-ladder.ts'
import { escaped, linked, n, orthogonalPath, ring, text } from './svg-parts.ts'
import type { DrawnWay, Stub } from './ways.ts'

/** All but lanes: bars below ways, ways below marks and boxes, the timeline under all. */
export const drawing = ({ joints, ways, stubs, steps, ladder }: StreamMapLayout): string =>
  [
    ...joints.map(bar),
    ...ways.map(way),
    ...stubs.map(stub),
    ...joints.map(marks),
    ...steps.map(step),
    ladderSvg(ladder),
  ].join('')

const classes = (...names: readonly (string | false)[]): string => `class="${names.filter(Boolean).join(' ')}"`

function step({ step: { href, optional }, box, card, critical }: DrawnStep): string {
  const rule = card.rule === undefined ? '' : `<path d="M10 ${n(card.rule)}h${cardWidth - 20}"/>`
  const content = [
    `<rect width="${n(box.width)}" height="${n(box.height)}" rx="7"/>`,
    rule,
    ring(card.circle, circleRadius),
    ...card.labels.map(text),
  ].join('')
  const attributes = `${classes('step', critical && 'key', optional && 'maybe')} transform="translate(${n(box.x)} ${n(box.y)})"`
  return `<g ${attributes}>${linked(href, content)}</g>`
}

function way({ points, loop, critical, share, symbols, way: { when } }: DrawnWay): string {
  const tip = points.at(-1) ?? { x: 0, y: 0 }
  const [length, half] = critical ? [11, 5] : [9, 4]
  // The line ends within its arrow head, whose tip it would blunt.
  const line = orthogonalPath([...points.slice(0, -1), { x: tip.x - length + 2, y: tip.y }])
  const signs = symbols.map(({ is, middle: { x, y } }) =>
    is === 'PERFORMER'
      ? `<circle class="sign" cx="${n(x)}" cy="${n(y)}" r="4"/>`
      : `<path class="sign" d="M${n(x - 5)} ${n(y)}l5-5 5 5-5 5z"/>`,
  )
  return [
    `<g ${classes('flow', critical && 'key', loop && 'back')}>`,
    when === undefined ? '' : `<title>${escaped(when)}</title>`,
    `<path d="${line}"/><path class="tip" d="M${n(tip.x)} ${n(tip.y)}l-${length}-${half}v${2 * half}z"/>`,
    ...signs,
    share === undefined ? '' : text(share),
    '</g>',
  ].join('')
}

/** A line to a mark across its end. */
const stub = ({ from, to, share }: Stub): string =>
  `<g class="flow"><path d="M${n(from.x)} ${n(from.y)}H${n(to.x)}m0-5v10"/>${text(share)}</g>`

const bar = ({ x, from, to, critical }: Joint): string =>
  `<path ${classes('bar', critical && 'key')} d="M${n(x)} ${n(from)}V${n(to)}"/>`

const marks = ({ own, marks: others, critical }: Joint): string =>
  [
    `<g ${classes('step', critical && 'key')}>`,
    ring(own, 5),
    ...others.map(({ middle, number }) => ring(middle, circleRadius) + text(number)),
    '</g>',
  ].join('')
