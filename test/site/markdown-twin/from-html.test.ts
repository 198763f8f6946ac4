import { describe, expect, it } from 'vitest'
import { proseLine, proseText } from '../../../site/src/markdown-twin/from-html.ts'
import { renderProse } from '../../../site/src/words/markdown.ts'

const leads = (href: string): string => `to:${href}`
const html = (text: string): string => renderProse(text, { addressOf: (id) => `/${id}/` }).html
const again = (text: string): string => proseText(html(text), leads)

describe('prose that was rendered', () => {
  it.each([
    ['a paragraph with *weight*, **more** and `code`'],
    ['- one\n- two\n\n  still two\n- three\n  - inner'],
    ['1. first\n2. second'],
    ['> said\n>\n> twice'],
    ['```\nlet x = "<b>"\n```'],
    ['### Heading\n\nText below.'],
    ['| A | B |\n|---|---|\n| x | y |'],
    ['not \\*this\\*, nor \\<b\\>that\\</b\\>, nor \\[it\\]'],
  ])('is the Markdown again that it was: %j', (text) => {
    expect(html(again(text))).toBe(html(text))
  })

  it('leads where pages’ twins are', () => {
    expect(again('see [the team](team/a) there')).toBe('see [the team](to:/team/a/) there')
  })

  it('fits into one line', () => {
    expect(proseLine(html('First.\n\n- a\n- b\n\n`x|y`'), leads)).toBe('First. a; b `x|y`')
  })
})
