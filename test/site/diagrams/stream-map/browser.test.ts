import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { layOutStreamMap } from '../../../../site/src/diagrams/stream-map/layout.ts'
import type { StreamMapLayout } from '../../../../site/src/diagrams/stream-map/layout.ts'
import type { Box } from '../../../../site/src/diagrams/stream-map/shapes.ts'
import { colours, drawingStyle } from '../../../../site/src/diagrams/stream-map/style.ts'
import { streamMapParts, streamMapSvg } from '../../../../site/src/diagrams/stream-map/svg.ts'
import { startedBrowser } from '../../started-browser.ts'
import { anyMap } from './any-map.ts'
import { labelsOf, overlap } from './boxes-of.ts'
import { exampleMaps } from './example-maps.ts'
import { steadyMap } from './steady-map.ts'

const browser = await startedBrowser()

/** A text as the browser set it, from the left edge of the lane names. */
interface SetText {
  readonly text: string
  readonly box: Box
}

/** Letters reach neither the top nor the bottom of the box that browsers give a line, which differs with the font. */
const measure = `[...document.querySelectorAll('text')].filter((each) => each.textContent !== '').map((each) => {
  const { x, y, width, height } = each.getBoundingClientRect()
  return { text: each.textContent, box: { x, y: y + height * 0.2, width, height: height * 0.6 } }
})`

describe.skipIf(browser === undefined)('pictures in a browser', () => {
  let layouts: readonly StreamMapLayout[]
  let page: Page
  beforeAll(async () => {
    const odd = fc.sample(anyMap(3, 12), { numRuns: 6, seed: 22 })
    const maps = [...(await exampleMaps()), steadyMap(40), ...odd]
    layouts = maps.flatMap((map) => [layOutStreamMap(map, 'ACTIVITY'), layOutStreamMap(map, 'PRACTICE')])
    page = (await browser?.newPage()) as Page
  })
  afterAll(() => browser?.close())

  it('as files of their own, they are valid, and no text is wider than planned or over another', async () => {
    for (const layout of layouts) {
      const svg = streamMapSvg(layout)
      await page.goto(`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`)
      expect(await page.evaluate('document.documentElement.tagName')).toBe('svg')
      expect(await page.locator('parsererror').count()).toBe(0)
      const set: SetText[] = await page.evaluate(measure)
      expect(faults(layout, set), layout.map.name).toStrictEqual([])
    }
  })

  it('names run in the direction of their script, from the left edge of their room', async () => {
    const [layout] = layouts
    if (layout === undefined) throw new Error('no picture')
    const [first, ...others] = layout.map.steps
    const steps = first === undefined ? [] : [{ ...first, name: 'שלום, עולם!' }, ...others]
    const svg = streamMapSvg(layOutStreamMap({ ...layout.map, steps }, 'ACTIVITY'))
    await page.goto(`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`)
    const [start, end, left]: number[] = await page.evaluate(`(() => {
      const name = [...document.querySelectorAll('text.name')].find(({ textContent }) => textContent.includes('!'))
      const last = name.getNumberOfChars() - 1
      return [name.getStartPositionOfChar(0).x, name.getStartPositionOfChar(last).x, name.x.baseVal[0].value]
    })()`)
    expect(end).toBeLessThan(start ?? 0)
    expect(end).toBeGreaterThan(left ?? 0)
  })

  it('so they are in pages', async () => {
    for (const layout of layouts) {
      const { names, picture } = streamMapParts(layout, 'map')
      const style = `<style>body { margin: 0; display: flex } svg { flex: none } ${drawingStyle}</style>`
      await page.goto('about:blank')
      await page.setContent(`<!doctype html>${style}${names}${picture}`)
      const set: SetText[] = await page.evaluate(measure)
      expect(faults(layout, set), layout.map.name).toStrictEqual([])
    }
  })
})

/** What the browser set otherwise than planned. Browsers round up, and short texts may grow a little: there is room. */
function faults(layout: StreamMapLayout, set: readonly SetText[]): string[] {
  const found: string[] = []
  const whole = { width: layout.width + layout.nameWidth, height: layout.height + 200 }
  for (const [i, { text, box }] of set.entries()) {
    if (box.x < 0 || box.y < 0 || box.x + box.width > whole.width || box.y + box.height > whole.height)
      found.push(`“${text}” is cut`)
    for (const other of set.slice(i + 1)) if (overlap(box, other.box)) found.push(`“${text}” overlaps “${other.text}”`)
  }
  for (const { what, box } of labelsOf(layout)) {
    const text = what.replace(/^(ladder|mark|s\d+|\S+\/\S+) /, '')
    const near = ({ box: real }: SetText): boolean =>
      Math.abs(real.x + real.width / 2 - (box.x + box.width / 2 + layout.nameWidth)) < 12 &&
      real.y > box.y - 6 &&
      real.y < box.y + box.height
    const real = set.find((each) => each.text === text && near(each))
    if (real === undefined) continue
    if (real.box.width > box.width + (box.width > 40 ? 2 : 8))
      found.push(`“${text}” is ${real.box.width} wide, not ${box.width}`)
  }
  return found
}

it('files of their own have the site’s colours', () => {
  const tokens = readFileSync(join(import.meta.dirname, '../../../../site/src/styles/tokens.css'), 'utf8')
  for (const [name, light] of Object.entries(colours.light)) {
    const dark = colours.dark[name as keyof typeof colours.dark]
    expect(tokens).toContain(`--${name}: light-dark(${light}, ${dark});`)
  }
})
