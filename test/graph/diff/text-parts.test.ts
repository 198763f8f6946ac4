import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textParts } from '../../../graph/diff/text-parts.ts'

const text = fc
  .array(fc.constantFrom('a', 'b', 'c', ' ', '\n', 'ab '), { maxLength: 24 })
  .map((parts) => parts.join(''))

describe('textParts', () => {
  it('tells what went and what came between what both have', () => {
    expect(textParts('the quick red fox', 'the slow red fox jumps')).toEqual([
      { text: 'the ', in: 'BOTH' },
      { text: 'quick ', in: 'BEFORE' },
      { text: 'slow ', in: 'AFTER' },
      { text: 'red ', in: 'BOTH' },
      { text: 'fox', in: 'BEFORE' },
      { text: 'fox jumps', in: 'AFTER' },
    ])
  })

  it('loses no character of either', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = textParts(before, after)
        const without = (where: string): string =>
          parts.flatMap((part) => (part.in === where ? [] : part.text)).join('')
        expect([without('AFTER'), without('BEFORE')]).toEqual([before, after])
        if (before === after) expect(parts.filter((part) => part.in !== 'BOTH')).toEqual([])
      }),
    )
  })

  it('takes long texts that have nothing in common as written anew, at once', () => {
    const words = (word: string): string => `${word} `.repeat(20_000)
    expect(textParts(words('a'), words('b')).map((part) => part.in)).toEqual(['BEFORE', 'AFTER'])
  })
})
