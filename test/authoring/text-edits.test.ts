import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { offsetAt, withEdits } from '../../authoring/text-edits.ts'

describe('edits of a text', () => {
  it('are made in any order, insertions too, and the same one once', () => {
    const edits = [
      { from: 4, to: 7, text: 'TWO' },
      { from: 0, to: 3, text: 'one' },
      { from: 4, to: 7, text: 'TWO' },
      { from: 8, to: 8, text: '(2.5) ' },
    ]
    expect(withEdits('ONE two three', edits)).toBe('one TWO (2.5) three')
  })

  it('are refused where they overlap', () => {
    const edits = [
      { from: 0, to: 4, text: 'x' },
      { from: 3, to: 5, text: 'y' },
    ]
    expect(() => withEdits('abcdef', edits)).toThrow(RangeError)
  })

  it('leave everything else as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), fc.nat(), fc.string(), (text, a, b, by) => {
        const [from = 0, to = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y)
        expect(withEdits(text, [{ from, to, text: by }])).toBe(text.slice(0, from) + by + text.slice(to))
      }),
    )
  })
})

describe('a place in a text', () => {
  it.each([
    [1, 1, 0],
    [1, 3, 2],
    [2, 1, 4],
    [3, 1, 7],
    [3, 2, undefined],
    [4, 1, undefined],
  ])('in line %i, column %i has the offset %s', (line, column, offset) => {
    expect(offsetAt('ab\r\ncd\n', line, column)).toBe(offset)
  })
})
