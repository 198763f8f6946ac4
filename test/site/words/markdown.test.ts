import { describe, expect, it } from 'vitest'
import { renderProse } from '../../../site/src/words/markdown.ts'
import type { Prose } from '../../../site/src/words/markdown.ts'

const render = (text: string): Prose =>
  renderProse(text, {
    addressOf: (id) => (id === 'practice/problem-management' ? '/practices/problem-management/' : undefined),
    anchor: (heading) => heading.toLowerCase().replaceAll(' ', '-'),
  })

describe('links', () => {
  it('to an item lead to its page', () => {
    expect(render('[causes](practice/problem-management)').html).toBe(
      '<p><a href="/practices/problem-management/">causes</a></p>\n',
    )
  })

  it.each(['practice/gone', './x', '#here', 'javascript:alert(1)', '//example.org', 'data:text/html,x'])(
    'to %s become plain text',
    (target) => {
      expect(render(`[some **words**](${target}) on`).html).not.toContain('<a')
    },
  )

  it('to web addresses stay', () => {
    expect(render('[x](https://example.org/?a=1&b=2) <mailto:a@example.org>').html).toBe(
      '<p><a href="https://example.org/?a=1&amp;b=2">x</a> <a href="mailto:a@example.org">mailto:a@example.org</a></p>\n',
    )
  })
})

describe('headings', () => {
  it('begin at level 3 and nest without gaps, whatever levels were written', () => {
    const { html, headings } = render('# A\n\n#### B\n\n###### C\n\n## D\n\n# E\n')
    expect([...html.matchAll(/<(h\d) id="(\w)">/g)].map(([, tag, id]) => `${String(tag)} ${String(id)}`)).toStrictEqual(
      ['h3 a', 'h4 b', 'h5 c', 'h4 d', 'h3 e'],
    )
    expect(headings.map(({ depth }) => depth)).toStrictEqual([3, 4, 5, 4, 3])
    expect(html).toContain('</h5>')
  })
})

it('neither HTML nor pictures get through', () => {
  const { html } = render('<b onclick="x">bold</b> ![picture](https://example.org/x.png)')
  expect(html).not.toMatch(/<(b|img)/)
})

it('tables can be scrolled by keyboard', () => {
  expect(render('| a |\n|---|\n| 1 |').html).toMatch(/^<div class="scrollable" tabindex="0" role="region"[^>]*><table>/)
})
