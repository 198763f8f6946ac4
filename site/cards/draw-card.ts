import { Resvg } from '@resvg/resvg-js'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import satori from 'satori'
import type { Font } from 'satori'
import type { Card } from '../src/catalogue/build-input.ts'
import { cardLayout, cardSize } from './card-layout.ts'
import { readPalette } from './palette.ts'

/** Alphabets that pictures know, the most frequent first. Signs of others are empty boxes in pictures. */
const alphabets = ['latin', 'latin-ext', 'greek', 'cyrillic', 'vietnamese']
const weights = [400, 700] as const

/**
 * What draws pictures for links in the site's colours: a PNG of 1200 × 630 pixels, the same for the same card on every machine.
 * Texts become outlines of the fonts that are installed with the product, so no font of the machine matters.
 * @param stylesheets with the site's colours; later ones win.
 */
export function cardDrawer(stylesheets: readonly string[]): (card: Card) => Promise<Uint8Array> {
  const made: { fonts?: Font[]; colour?: ReturnType<typeof readPalette> } = {}
  return async (card) => {
    const fonts = (made.fonts ??= readFonts())
    const colour = (made.colour ??= readPalette(stylesheets))
    const svg = await satori(cardLayout(card, colour), { ...cardSize, fonts })
    return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng()
  }
}

function readFonts(): Font[] {
  const { resolve } = createRequire(import.meta.url)
  return weights.flatMap((weight) =>
    alphabets.map((alphabet): Font => ({
      name: alphabet,
      weight,
      style: 'normal',
      data: readFileSync(resolve(`@fontsource/roboto/files/roboto-${alphabet}-${String(weight)}-normal.woff`)),
    })),
  )
}
