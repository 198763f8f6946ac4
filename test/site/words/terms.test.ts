import { describe, expect, it } from 'vitest'
import { renderProse } from '../../../site/src/words/markdown.ts'
import { PageTerms, Terms } from '../../../site/src/words/terms.ts'
import type { Term } from '../../../site/src/words/terms.ts'

const term = (name: string, words: string, exact = false): Term => ({ href: `/${name}/`, words, exact })
const terms = new Terms([
  term('stream', 'Value stream'),
  term('stream', 'flow of value'),
  term('dimension', 'Value streams and processes'),
  term('incident', 'Incident management'),
  term('system', 'SVS', true),
  term('co', 'Value co-creation'),
  term('überblick', 'Überblick behalten'),
])
const linked = (text: string, own = '/none/'): string =>
  new PageTerms(terms, own)
    .split(text)
    .map((part) => (typeof part === 'string' ? part : `[${part.text}](${part.href})`))
    .join('')

describe('terms in a text', () => {
  it('are found whole, whatever their case, at the end of a line and in the plural', () => {
    expect(linked('A VALUE stream.')).toBe('A [VALUE stream](/stream/).')
    expect(linked('Two value\nstreams meet')).toBe('Two [value\nstreams](/stream/) meet')
    expect(linked('a value-stream’s end')).toBe('a [value-stream](/stream/)’s end')
    expect(linked('den überblick behalten')).toBe('den [überblick behalten](/überblick/)')
    expect(linked('value co-creation')).toBe('[value co-creation](/co/)')
  })

  it('are no parts of words, and end where a sentence does', () => {
    for (const text of ['evalue stream', 'value streaming', 'It has value. Stream it.', 'value, stream'])
      expect(linked(text)).toBe(text)
  })

  it('are the longest that begin at a word', () => {
    expect(linked('value streams and processes')).toBe('[value streams and processes](/dimension/)')
    expect(linked('value streams and people')).toBe('[value streams](/stream/) and people')
  })

  it('that are abbreviations count only as they are written', () => {
    expect(linked('svs, SVSs and SVS')).toBe('svs, SVSs and [SVS](/system/)')
  })

  it('are linked on first use only, under whichever name, and never on their own page', () => {
    expect(linked('A flow of value is a value stream.')).toBe('A [flow of value](/stream/) is a value stream.')
    expect(linked('A value stream, by incident management', '/stream/')).toBe(
      'A value stream, by [incident management](/incident/)',
    )
  })

  it('are found in time that grows with the text, not with how many terms there are', () => {
    const many = new Terms(
      Array.from({ length: 10_000 }, (_, i) => term(String(i), `common beginning number ${String(i)}`)),
    )
    const text = 'common beginning '.repeat(10_000)
    const started = performance.now()
    expect(many.find(`${text}number 9999`)).toHaveLength(1)
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})

describe('terms in Markdown', () => {
  const html = (text: string): string =>
    renderProse(text, { addressOf: () => '/elsewhere/', terms: new PageTerms(terms, '/none/') }).html
  const link = '<a class="term" href="/incident/">incident management</a>'

  it('become links in paragraphs, lists and emphasis', () => {
    expect(html('By incident management.')).toBe(`<p>By ${link}.</p>\n`)
    expect(html('- by *incident management*')).toContain(`<em>${link}</em>`)
    expect(html('by incident\nmanagement')).toContain('>incident\nmanagement</a>')
  })

  it('stay as they are in headings, links and code, which don’t count as their first use', () => {
    const before = '# Incident management\n\n`incident management` and [about incident management](x).\n\n'
    expect(html(before).match(/class="term"/)).toBeNull()
    expect(html(`${before}Then incident management`)).toContain(`Then ${link}`)
  })

  it('aren’t linked where the text itself links to the same page', () => {
    const addressOf = (): string => '/incident/'
    const { html: said } = renderProse('Incident management: [more](practice/incident-management)', {
      addressOf,
      terms: new PageTerms(terms, '/none/'),
    })
    expect(said).toBe('<p>Incident management: <a href="/incident/">more</a></p>\n')
  })

  it('never let text become HTML', () => {
    expect(html('incident management <b>& co')).toBe(`<p>${link} &lt;b&gt;&amp; co</p>\n`)
  })
})
