import type { Card } from '../src/catalogue/build-input.ts'
import type { Palette } from './palette.ts'

/** A node as Satori takes it: an element with its style, or a text. */
export interface CardNode {
  readonly type: string
  readonly props: Readonly<Record<string, unknown>> & { readonly children?: readonly (CardNode | string)[] }
}

/** Size of a picture in pixels: what those that show links ask for. */
export const cardSize = { width: 1200, height: 630 } as const

const mark = [
  { d: 'M3 20C12 20 16 14 29 12', width: 5 },
  { d: 'M5 5C11 6 12 13 17 16.2', width: 3.2 },
  { d: 'M7 28.5C13 28 18 22 20.5 15.5', width: 3.2 },
]

/** What a picture shows, laid out: the site's mark and name above, what the page is about in the middle, numbers below. */
export function cardLayout(
  { site, label, title, summary, mark: word, numbers, area }: Card,
  colour: Palette,
): CardNode {
  const tint = colour(area === undefined ? 'accent' : `area-${area}`)
  const size = title.length > 60 ? 54 : title.length > 24 ? 64 : 84
  return box(
    {
      ...cardSize,
      boxSizing: 'border-box',
      flexDirection: 'column',
      justifyContent: 'space-between',
      padding: '52px 72px',
      color: colour('ink'),
      backgroundColor: colour('ground'),
      borderLeft: `18px solid ${tint}`,
    },
    [
      box({ alignItems: 'center', fontSize: 32, color: colour('muted') }, [
        drawing(colour('accent')),
        // The site's own picture says its name once.
        ...(site === title ? [] : [box({ marginLeft: 20 }, [clipped(site, 60)])]),
      ]),
      box({ flexDirection: 'column' }, [
        box({ alignItems: 'center', fontSize: 32, marginBottom: 14 }, [
          ...(label === undefined ? [] : [box({ color: tint, fontWeight: 700, marginRight: 24 }, [label])]),
          ...(word === undefined ? [] : [badge(word, colour)]),
        ]),
        box({ fontSize: size, fontWeight: 700, lineHeight: 1.12 }, [clipped(title, 80)]),
        ...(summary === undefined
          ? []
          : [box({ fontSize: 32, lineHeight: 1.4, marginTop: 22, color: colour('text') }, [clipped(summary, 130)])]),
      ]),
      box(
        { alignItems: 'flex-end', height: 92, ...(numbers.length > 0 && { borderTop: `2px solid ${colour('line')}` }) },
        numbers.map(({ number, of }) =>
          box({ alignItems: 'baseline', marginRight: 56 }, [
            box({ fontSize: 52, fontWeight: 700 }, [number]),
            box({ fontSize: 30, marginLeft: 14, color: colour('muted') }, [of]),
          ]),
        ),
      ),
    ],
  )
}

function badge({ text, tone }: NonNullable<Card['mark']>, colour: Palette): CardNode {
  const [ink, ground, line] =
    tone === 'as-is' ? ['as-is', 'as-is-ground', 'as-is-line'] : ['accent', 'accent-ground', 'accent-line']
  return box(
    {
      fontSize: 28,
      padding: '4px 22px',
      borderRadius: 999,
      color: colour(ink),
      backgroundColor: colour(ground),
      border: `2px solid ${colour(line)}`,
    },
    [text],
  )
}

const drawing = (stroke: string): CardNode => ({
  type: 'svg',
  props: {
    viewBox: '0 0 32 32',
    width: 48,
    height: 48,
    fill: 'none',
    stroke,
    'stroke-linecap': 'round',
    children: mark.map(({ d, width }) => ({ type: 'path', props: { d, 'stroke-width': width } })),
  },
})

const box = (style: Readonly<Record<string, unknown>>, children: readonly (CardNode | string)[]): CardNode => ({
  type: 'div',
  props: { style: { display: 'flex', ...style }, children },
})

/** A text that has room: cut between words. */
function clipped(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most)
  const space = cut.lastIndexOf(' ')
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.–-]+$/, '')} …`
}
