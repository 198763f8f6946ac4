import { describe, expect, it } from 'vitest'
import { cellHtml } from '../../../site/src/html/cell-html.ts'
import { tableHtml } from '../../../site/src/html/table-html.ts'

const evil = `<b>"&'`

describe('tableHtml', () => {
  it('says once how a column stands: numbers, titles on phones, small words', () => {
    const html = tableHtml({
      label: 'Needs',
      columns: [
        { title: 'Item' },
        { title: "The user's share", numeric: true },
        { title: 'Why', wide: true, quiet: true },
      ],
      rows: [
        {
          id: 'a',
          cells: [{ strong: true, links: [{ href: '/a/', name: 'A' }] }, { text: '3', sort: 3 }, { sub: 'said' }],
        },
        { marks: { state: 'down' }, cells: [{ strong: true, text: 'B' }, {}, { html: '<p>note</p>' }] },
      ],
    })
    expect(html).toContain(`<table aria-label="Needs" class="n2 q3 s3" style="--c2:'The users share'">`)
    expect(html).toContain(
      '<th scope="col" class="numeric">The user\'s share</th><th scope="col" class="wide">Why</th>',
    )
    expect(html).toContain(
      '<tr id="a"><th scope="row"><a href="/a/">A</a></th><td data-sort="3">3</td><td>said</td></tr>' +
        '<tr data-state="down"><th scope="row">B</th><td></td><td><div class="prose small"><p>note</p></div></td></tr>',
    )
  })

  it('never lets words become HTML', () => {
    const cell = {
      links: [{ href: evil, name: evil, note: evil, kind: evil }],
      code: evil,
      text: evil,
      list: [evil, evil],
    }
    const html = tableHtml({
      label: evil,
      columns: [{ title: evil }],
      rows: [{ id: evil, marks: { mark: evil }, cells: [{ ...cell, sort: evil, sub: evil, hidden: evil }] }],
    })
    expect(html).not.toContain('<b>')
    // Without values in quotes and without tags there is no quote and no bracket left.
    expect(html.replaceAll(/"[^"]*"/g, '').replaceAll(/<[^<>]*>/g, '')).not.toMatch(/[<>"]/)
  })
})

describe('cellHtml', () => {
  it('shows a single link as it is and several as a list, in one line where that is asked for', () => {
    const links = ['A', 'B'].map((name) => ({ href: `/${name}/`, name }))
    expect(cellHtml({ links: links.slice(1) })).toBe('<a href="/B/">B</a>')
    expect(cellHtml({ links, inline: true })).toBe(
      '<ul class="plain inline"><li><a href="/A/">A</a>, </li><li><a href="/B/">B</a></li></ul>',
    )
    expect(cellHtml({ links: [] })).toBe('')
  })

  it('shows what kind of item a link leads to, words as badges, a share as a bar and details with their labels', () => {
    const link = { href: '/a/', name: 'A', note: 'as-is', kind: 'Team', area: 'resource' }
    expect(cellHtml({ links: [link] })).toBe(
      '<a href="/a/">A</a><span class="aside">as-is</span><span class="kind" data-area="resource">Team</span>',
    )
    const badges = [
      { text: 'Live', tone: 'good' as const },
      { text: 'tag', tone: 'plain' as const },
    ]
    expect(cellHtml({ text: 'x', badges })).toBe(
      'x <span class="badge" data-tone="good">Live</span><span class="badge">tag</span>',
    )
    expect(cellHtml({ text: '50 %', share: { part: 0.5, alone: 0.25, tone: 'to-be' } })).toBe(
      '<span class="share" data-tone="to-be" style="--part:50%;--alone:25%">50 %</span>',
    )
    expect(cellHtml({ details: [{ label: 'Note', cell: { text: 'x' } }] })).toBe(
      '<dl class="details"><div><dt>Note</dt><dd>x</dd></div></dl>',
    )
  })
})
