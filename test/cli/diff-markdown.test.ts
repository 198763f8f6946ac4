import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffMarkdown } from '../../cli/diff/diff-markdown.ts'
import { escaped } from '../../cli/diff/markdown.ts'
import type { Diff } from '../../graph/diff/diff.ts'
import type { ItemDifference } from '../../graph/diff/item-differences.ts'

const item = (name: string, value: string): ItemDifference => ({
  ...{ action: 'CHANGED', id: 'team/a', kind: 'Team', name, relations: [] },
  fields: [{ field: 'summary', before: value, after: `${value} and more` }],
})

const diffOf = (items: readonly ItemDifference[]): Diff => ({
  ...{ before: 'a', after: 'b', differs: true, verdict: 'Nothing that is relied on changes.', meaning: [], items },
  ...{ findings: { added: [], removed: [] }, model: [], settings: [] },
})

describe('a comment for a pull request', () => {
  it('tells changed words with some around them, and what has no words to tell', () => {
    const change = (before: string, after: string): string => {
      const field = { field: 'body', before, after }
      const text = diffMarkdown(diffOf([{ ...item('A', ''), fields: [field] }]), 'items')
      return /\| body: (.*) \|$/m.exec(text)?.[1] ?? ''
    }
    const long = 'one two three four five six seven eight nine ten eleven twelve'
    expect(change(long, long.replace('seven', '7'))).toBe(
      '… three four five six ~~seven~~ **7** eight nine ten eleven …',
    )
    expect(change(long, long.replace('six ', 'six\n\n'))).toBe('only white space differs')
    expect(change('', 'new')).toBe('~~""~~ **new**')
  })

  it('ends before GitHub’s limit, with whole lines, and says how many it left out', () => {
    const many = Array.from({ length: 5_000 }, (_, i) => item(`Team ${i}`, 'x'.repeat(100)))
    const text = diffMarkdown(diffOf(many), undefined)
    expect(text.length).toBeLessThanOrEqual(60_000)
    expect(text.length).toBeGreaterThan(55_000)
    const rows = text.split('\n').filter((line) => line.startsWith('| changed |'))
    expect(rows.every((row) => row.endsWith(' |'))).toBe(true)
    expect(text).toMatch(new RegExp(`</details>\n\n\\*${5_000 - rows.length} more lines don’t fit here: `))
  })

  it('keeps each item in its row, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (name, value) => {
        const rows = diffMarkdown(diffOf([item(name, value)]), 'items').split('\n')
        const [row = ''] = rows.filter((line) => line.startsWith('| changed |'))
        expect(row.replaceAll('\\\\', '').match(/(?<!\\)\|/g)).toHaveLength(4)
      }),
    )
  })

  it('has no HTML, links, mentions or emphasis of the catalogue’s', () => {
    expect(escaped('<img src=x> [a](http://b) @team #12 **c** `d` a_b ~~e~~\n- f')).toBe(
      '&lt;img src=x&gt; \\[a\\](http:\u2060//b) @\u2060team #\u206012 \\*\\*c\\*\\* \\`d\\` a\\_b \\~\\~e\\~\\~ - f',
    )
    expect(escaped('- a')).toBe('\\- a')
    expect(escaped('1. a')).toBe('1\\. a')
    expect(escaped('# a')).toBe('\\# a')
  })
})
