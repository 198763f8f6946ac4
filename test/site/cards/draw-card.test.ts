import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cardDrawer } from '../../../site/cards/draw-card.ts'
import { readPalette } from '../../../site/cards/palette.ts'

const tokens = join(import.meta.dirname, '../../../site/src/styles/tokens.css')
const card = {
  site: 'Kleinbetrieb & Söhne',
  label: 'Value stream',
  title: 'Answer a question <b>',
  mark: { text: 'To-be', tone: 'to-be' as const },
  numbers: [{ number: '3', of: 'steps' }],
  area: 'stream',
}

describe('a picture for links', () => {
  it('is a PNG of the size that is asked for, the same each time, another for another card', async () => {
    const draw = cardDrawer([tokens])
    const picture = Buffer.from(await draw(card))
    expect(picture.subarray(1, 4).toString('latin1')).toBe('PNG')
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toStrictEqual([1200, 630])
    expect(picture.equals(await cardDrawer([tokens])(card))).toBe(true)
    expect(picture.equals(await draw({ ...card, title: 'Łódź Ελληνικά' }))).toBe(false)
  })

  it('takes the site’s colours in the dark, and an organisation’s own before them', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tributary-palette-'))
    const own = join(folder, 'theme.css')
    writeFileSync(own, ':root{--accent: light-dark(#111111, #222222);--ink:#abc;--ground:var(--x)}')
    const colour = readPalette([tokens, own])
    rmSync(folder, { recursive: true })
    expect([colour('accent'), colour('ink')]).toStrictEqual(['#222222', '#abc'])
    expect(colour('ground')).toBe(readPalette([tokens])('ground'))
    expect(() => colour('nothing')).toThrow('no colour --nothing')
  })
})
