import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lineChanges } from '../../authoring/line-diff.ts'

it('tells lines that were changed, added and removed', () => {
  expect(lineChanges('a\nb\nc\nd\n', 'a\nB\nc\nd\ne\n')).toStrictEqual([
    { line: 2, removed: ['b'], added: ['B'] },
    { line: 5, removed: [], added: ['e'] },
  ])
  expect(lineChanges('a\r\nb\r\n', 'a\r\n')).toStrictEqual([{ line: 2, removed: ['b'], added: [] }])
  expect(lineChanges('a', 'a')).toStrictEqual([])
})

it('tells all that makes one of the other', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map((lines) => lines.join('\n'))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = before.split('\n')
      for (const { line, removed, added } of lineChanges(before, after).toReversed()) {
        expect(lines.splice(line - 1, removed.length, ...added)).toStrictEqual(removed)
      }
      expect(lines.join('\n')).toBe(after)
    }),
  )
})
