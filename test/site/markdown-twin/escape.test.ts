import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import { asParagraph, codeBlock, codeSpan, escapeText, linkText } from '../../../site/src/markdown-twin/escape.ts'
import { readHtml, textOf } from '../../../site/src/markdown-twin/html-tree.ts'
import { tableText } from '../../../site/src/markdown-twin/table-text.ts'

const markdown = new MarkdownIt({ html: true })
const shown = (text: string): string => textOf(readHtml(markdown.render(text)))
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Texts full of what Markdown would take for its own. */
const texts = fc
  .array(
    fc.constantFrom(
      ...'*_`[]()<>#+-=.|~\\&!:"'.split(''),
      ' ',
      '\n',
      '1.',
      '12)',
      'a',
      'ü',
      '&lt;',
      '<b>',
      '---',
      '```',
      '#',
    ),
  )
  .map((parts) => parts.join(''))
  .filter((text) => plain(text) !== '')

describe('text in Markdown', () => {
  it('is shown as it is, whatever stands in it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const html = markdown.render(asParagraph(escapeText(text)))
        expect(html).toMatch(/^<p>[^<]*<\/p>\n$/)
        expect(plain(shown(asParagraph(escapeText(text))))).toBe(plain(text))
      }),
      { numRuns: 500 },
    )
  })

  it('is shown as it is in a cell of a table', () => {
    fc.assert(
      fc.property(texts, texts, (first, second) => {
        const html = markdown.render(tableText([{ title: 'A' }, { title: 'B' }], [[first, second].map(escapeText)]))
        const cells = [...html.matchAll(/<td>(.*?)<\/td>/gs)].map(([, cell = '']) => plain(textOf(readHtml(cell))))
        expect(cells).toStrictEqual([plain(first), plain(second)])
      }),
      { numRuns: 500 },
    )
  })

  it('is shown as it is where it is a word of a file', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(plain(shown(`x ${codeSpan(text)} x`))).toBe(plain(`x ${plain(text) === text ? text : ` ${text} `} x`))
      }),
    )
    expect(markdown.render(codeBlock('a\n```\nb'))).toBe('<pre><code>a\n```\nb\n</code></pre>\n')
  })

  it('leads where it should, whatever stands in an address', () => {
    expect(markdown.render(linkText(escapeText('a [b] (c)'), '/x(1)/<y> z|/'))).toBe(
      '<p><a href="/x%281%29/%3Cy%3E%20z%7C/">a [b] (c)</a></p>\n',
    )
  })
})

describe('a table', () => {
  it('leaves out columns in which nothing stands, and is a list where one is left', () => {
    const columns = [{ title: 'Name' }, { title: 'Share', numeric: true }, { title: 'Nothing' }]
    expect(
      tableText(columns, [
        ['a', '1 %', ''],
        ['b', '', ''],
      ]),
    ).toBe('| Name | Share |\n|---|--:|\n| a | 1 % |\n| b |  |')
    expect(tableText(columns, [['a', '', '']])).toBe('- a')
    expect(tableText(columns, [['a', '1 %', '']], true)).toBe('- a: 1 %')
    expect(tableText(columns, [['', '', '']])).toBe('')
  })
})
