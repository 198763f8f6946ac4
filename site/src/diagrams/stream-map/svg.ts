import { messages } from '../../messages/messages.ts'
import type { StreamMapLayout } from './layout.ts'
import { leftOut, legendOf, legendSvg } from './legend.ts'
import type { StreamMap } from './stream-map.ts'
import { drawing } from './svg-drawing.ts'
import { escaped, linked, n, text } from './svg-parts.ts'
import { standaloneStyle } from './style.ts'

/** A picture in parts for a page: lane names stay where they are while the rest is scrolled. */
export interface StreamMapParts {
  readonly names: string
  readonly picture: string
  /** The picture cut for paper: drawings of one scale, each with the lane names; the widest is as wide as a sheet. */
  readonly sheets: readonly string[]
}

/** The whole picture as a file of its own, with its legend, in its reader's colours. */
export function streamMapSvg(layout: StreamMapLayout): string {
  const { map, lanesBy, nameWidth } = layout
  const width = layout.width + nameWidth
  const legend = legendSvg(legendOf(map, [lanesBy]), leftOut(map), layout.height + 10, width)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="${classesOf(map)}" ${sizes(0, width, legend.bottom)} role="img" aria-labelledby="title desc">`,
    `<title id="title">${escaped(map.name)}</title>`,
    `<desc id="desc">${escaped(describe(layout))}</desc>`,
    `<style>${standaloneStyle}</style>`,
    ground(width, legend.bottom) + bands(layout, width) + titles(layout),
    `<g transform="translate(${n(nameWidth)})">${drawing(layout)}</g>`,
    `${legend.svg}</svg>\n`,
  ].join('\n')
}

/**
 * The picture in parts, hidden from those who listen: the page says the same in a table.
 * @param idPrefix tells the ids of two pictures on one page apart.
 */
export function streamMapParts(layout: StreamMapLayout, idPrefix: string): StreamMapParts {
  const { map, width, height, nameWidth, borders } = layout
  const svg = (size: string, content: string): string =>
    `<svg ${size} aria-hidden="true" focusable="false">${content}</svg>`
  // Where a group is used again, selectors see nothing around it: so it carries the class that all of them begin with.
  const group = (id: string, content: string): string => `<g id="${id}" class="${classesOf(map)}">${content}</g>`
  const [names, picture] = [`${idPrefix}-names`, `${idPrefix}-picture`]
  const cuts = borders.slice(1).map((to, i) => ({ from: (borders[i] ?? 0) - nameWidth, to }))
  const widest = Math.max(...cuts.map(({ from, to }) => to - from))
  return {
    names: svg(
      sizes(0, nameWidth, height),
      group(names, ground(nameWidth, height) + bands(layout, nameWidth) + titles(layout)),
    ),
    picture: svg(sizes(0, width, height), group(picture, bands(layout, width) + drawing(layout))),
    sheets: cuts.map(({ from, to }) =>
      svg(
        `viewBox="${n(from)} 0 ${n(to - from)} ${n(height)}" width="${n(((to - from) / widest) * 100)}%"`,
        `<use href="#${picture}"/><use href="#${names}" x="${n(from)}"/>`,
      ),
    ),
  }
}

/** The classes that the drawing's style goes by, for what is drawn beside it. */
export const classesOf = ({ perspective }: StreamMap): string =>
  perspective === 'AS_IS' ? 'stream-map as-is' : 'stream-map'

const sizes = (from: number, width: number, height: number): string =>
  `viewBox="${n(from)} 0 ${n(width)} ${n(height)}" width="${n(width)}" height="${n(height)}"`

const ground = (width: number, height: number): string =>
  `<rect class="ground" width="${n(width)}" height="${n(height)}"/>`

const bands = ({ lanes }: StreamMapLayout, width: number): string =>
  lanes
    .map(({ y, height }) => `<rect class="band" y="${n(y + 1)}" width="${n(width)}" height="${n(height - 2)}"/>`)
    .join('')

const titles = ({ lanes, ladder }: StreamMapLayout): string =>
  [...lanes.map(({ name, href }) => linked(href, name.map(text).join(''))), ...ladder.titles.map(text)].join('')

/** What the picture shows, in words. */
function describe({ map, lanesBy, lanes }: StreamMapLayout): string {
  const steps = map.steps.map(({ number, name }) => `${number} ${name}`).join(', ')
  const { describedByActivity, describedByPractice } = messages.streamDrawing
  const say = lanesBy === 'ACTIVITY' ? describedByActivity : describedByPractice
  return say(map.steps.length, lanes.map(({ title }) => title).join(', '), steps)
}
