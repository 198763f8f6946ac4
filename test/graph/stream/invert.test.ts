import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { invert } from '../../../graph/stream/invert.ts'

describe('invert', () => {
  it('inverts, exchanging rows where it must', () => {
    expect(
      invert([
        [0, 2],
        [4, 0],
      ]),
    ).toEqual([
      [0, 0.25],
      [0.5, 0],
    ])
    expect(invert([])).toEqual([])
  })

  it('refuses a matrix without inverse', () => {
    const twice = [
      [1, 2],
      [2, 4],
    ]
    expect(() => invert(twice)).toThrow(new RangeError('The matrix has no inverse.'))
  })

  it('times the matrix is 1', () => {
    const size = 5
    const row = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: size, maxLength: size })
    fc.assert(
      fc.property(fc.array(row, { minLength: size, maxLength: size }), (random) => {
        const matrix = random.map((each, i) => each.map((value, j) => value + (i === j ? 2 * size : 0)))
        const inverse = invert(matrix)
        for (let i = 0; i < size; i += 1) {
          for (let j = 0; j < size; j += 1) {
            const product = matrix.reduce((sum, _, k) => sum + (matrix[i]?.[k] ?? 0) * (inverse[k]?.[j] ?? 0), 0)
            expect(product).toBeCloseTo(i === j ? 1 : 0, 10)
          }
        }
      }),
    )
  })
})
