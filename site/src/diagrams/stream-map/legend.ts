import { messages } from '../../messages/messages.ts'
import { fonts } from './shapes.ts'
import type { LanesBy, StreamMap } from './stream-map.ts'
import { escaped, n, text } from './svg-parts.ts'
import { textWidth } from './text-width.ts'

/** A sign and what it says. */
export interface LegendEntry {
  /** SVG, as wide and high as `swatch`. */
  readonly sign: string
  readonly text: string
}

export const swatch = { width: 28, height: 14 }

/** Says every sign that a stream's picture has. */
export function legendOf(map: StreamMap, lanesBy: readonly LanesBy[]): LegendEntry[] {
  const { steps, ways, criticalPath } = map
  const handsOver = (to: 'PRACTICE' | 'PERFORMER'): boolean =>
    ways.some(({ handOff }) => handOff === to || handOff === 'BOTH')
  const joins = lanesBy.includes('PRACTICE') && steps.some(({ practices }) => practices.length > 1)
  const line = '<path d="M1 7H19"/><path class="tip" d="M27 7l-9-4v8z"/>'
  const entries: readonly (LegendEntry | false)[] = [
    criticalPath.length > 1 && {
      sign: '<g class="flow key"><path d="M1 7H18"/><path class="tip" d="M27 7l-11-5v10z"/></g>',
      text: messages.streamMap.criticalPath,
    },
    ways.some(({ loop }) => loop) && { sign: `<g class="flow back">${line}</g>`, text: messages.streamMap.back },
    steps.some(({ endsHere }) => endsHere !== undefined) && {
      sign: '<g class="flow"><path d="M3 7H23M23 2V12"/></g>',
      text: messages.streamMap.endsHere,
    },
    handsOver('PRACTICE') && {
      sign: onWay('<path class="sign" d="M9 7l5-5 5 5-5 5z"/>'),
      text: messages.streamMap.otherPractice,
    },
    handsOver('PERFORMER') && {
      sign: onWay('<circle class="sign" cx="14" cy="7" r="4"/>'),
      text: messages.streamMap.otherPerformer,
    },
    steps.some(({ optional }) => optional) && {
      sign: '<g class="step maybe"><rect x="3" y="1" width="22" height="12" rx="3"/></g>',
      text: messages.steps.onlySome,
    },
    joins && {
      sign: '<path class="bar" d="M5 7H23"/><g class="step"><circle cx="5" cy="7" r="4"/><circle cx="23" cy="7" r="4"/></g>',
      text: lanesBy.length > 1 ? messages.streamMap.severalPracticesByPractice : messages.streamMap.severalPractices,
    },
    (ways.some(({ share }) => share !== undefined) || steps.some(({ endsHere }) => endsHere !== undefined)) && {
      sign: word('share', 'n %'),
      text: messages.streamMap.ofCases,
    },
    steps.some(({ process }) => process !== undefined) && {
      sign: word('figure', 'PT'),
      text: messages.steps.processTime,
    },
    steps.some(({ lead }) => lead !== undefined) && {
      sign: word('figure', 'LT'),
      text: messages.steps.leadTime,
    },
    steps.some(({ completeAndAccurate }) => completeAndAccurate !== undefined) && {
      sign: word('figure', 'C&A'),
      text: messages.steps.completeAndAccurate,
    },
  ]
  return entries.filter((entry) => entry !== false)
}

/** What the picture leaves out, in a sentence. */
export function leftOut({ rarerWays }: StreamMap): string | undefined {
  return rarerWays === 0 ? undefined : messages.streamMap.rarerWays(rarerWays)
}

const word = (role: string, letters: string): string =>
  `<text class="${role}" x="14" y="11" text-anchor="middle">${escaped(letters)}</text>`

const onWay = (sign: string): string => `<g class="flow"><path d="M1 7H27"/>${sign}</g>`

/** The legend as a part of a picture: entries beside each other, in as many lines as they need, and a remark below. */
export function legendSvg(
  entries: readonly LegendEntry[],
  remark: string | undefined,
  top: number,
  width: number,
): { svg: string; bottom: number } {
  let [x, y] = [10, top]
  const drawn = entries.map(({ sign, text: said }) => {
    const needed = swatch.width + 6 + textWidth(said, fonts.remark)
    if (x > 10 && x + needed > width - 10) [x, y] = [10, y + 22]
    const label = text({ role: 'remark', text: said, x: swatch.width + 6, y: 11 })
    const drawing = `<g transform="translate(${n(x)} ${n(y)})">${sign}${label}</g>`
    x += needed + 22
    return drawing
  })
  const bottom = y + swatch.height + 10
  if (remark === undefined) return { svg: drawn.join(''), bottom }
  const line = text({ role: 'remark', text: remark, x: 10, y: bottom + 8 })
  return { svg: drawn.join('') + line, bottom: bottom + 20 }
}
