import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cursorAt, placeFrom } from '../../../graph/query/cursor.ts'

describe('cursors', () => {
  const values = fc.array(fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)), { maxLength: 4 })

  it('come back as the place that they were made of', () => {
    fc.assert(
      fc.property(values, (place) => {
        expect(placeFrom(cursorAt('NAME', place), 'NAME', place.length)).toStrictEqual({ values: place })
      }),
    )
  })

  it('are safe in addresses', () => {
    fc.assert(
      fc.property(values, (place) => {
        expect(cursorAt('NAME', place)).toMatch(/^[\w-]*$/)
      }),
    )
  })

  it.each([
    ['of another order', cursorAt('ID', ['a', 'b'])],
    ['with too few values', cursorAt('NAME', ['a'])],
    ['with values that nothing is sorted by', cursorAt('NAME', ['a', { b: 1 }])],
    ['that are no cursors', 'bm9uc2Vuc2U'],
    ['that are empty', ''],
  ])('%s stand for no place', (_, cursor) => {
    expect(placeFrom(cursor, 'NAME', 2)).toBeUndefined()
  })
})
