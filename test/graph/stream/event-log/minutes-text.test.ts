import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minutesOf } from '../../../../graph/catalogue/duration.ts'
import { readScalar } from '../../../../graph/catalogue/scalars.ts'
import { minutesText } from '../../../../graph/stream/event-log/minutes-text.ts'

describe('minutesText', () => {
  it.each([
    [0, '0 min'],
    [0.25, '15 s'],
    [1.5, '1 min 30 s'],
    [59.6, '1 h'],
    [1571, '26 h 11 min'],
  ])('%d minutes are %s', (minutes, text) => {
    expect(minutesText(minutes)).toBe(text)
  })

  it('is read by a catalogue as the same time, and keeps order', () => {
    const minutes = fc.double({ min: 0, max: 100_000, noNaN: true })
    const read = (text: string): number => {
      const scalar = readScalar('Duration', text, text)
      return 'value' in scalar ? minutesOf(String(scalar.value)) : Number.NaN
    }
    fc.assert(
      fc.property(minutes, minutes, (a, b) => {
        expect(Math.abs(read(minutesText(a)) - a)).toBeLessThanOrEqual(0.5)
        expect(read(minutesText(Math.min(a, b)))).toBeLessThanOrEqual(read(minutesText(Math.max(a, b))))
      }),
    )
  })
})
