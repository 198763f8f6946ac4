import { readFileSync } from 'node:fs'

/** Colours of the site by the names that its style sheets give them: `ground` → `#0d171b`. */
export type Palette = (name: string) => string

/**
 * The site's colours in the dark, read from the style sheets that its pages are drawn with, so that pictures can't differ from
 * them. Only colours that are written out count: one made from others leaves what a sheet before said.
 * @param stylesheets paths; later ones win.
 * @returns a function that throws when it is asked for a colour that no sheet has.
 */
export function readPalette(stylesheets: readonly string[]): Palette {
  const colours = new Map<string, string>()
  for (const path of stylesheets) {
    for (const [, name = '', value = ''] of readFileSync(path, 'utf8').matchAll(/--([\w-]+):\s*([^;}]+)/g)) {
      const dark = /^light-dark\(\s*[^,()]+,\s*([^,()]+?)\s*\)$/.exec(value.trim())?.[1] ?? value.trim()
      if (/^#(?:[\da-f]{3}|[\da-f]{6})$/i.test(dark)) colours.set(name, dark)
    }
  }
  return (name) => {
    const colour = colours.get(name)
    if (colour === undefined) throw new Error(`The site’s style sheets have no colour --${name}.`)
    return colour
  }
}
