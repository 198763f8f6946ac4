import { describe, expect, it } from 'vitest'
import { quantilesOf } from '../../../../graph/stream/event-log/quantiles.ts'

describe('quantilesOf', () => {
  it('is undefined for nothing', () => {
    expect(quantilesOf([])).toBeUndefined()
  })

  it('goes between neighbours in a straight line, in whatever order', () => {
    expect(quantilesOf([7])).toEqual({ mean: 7, median: 7, p90: 7, count: 1 })
    expect(quantilesOf([40, 10, 30, 20])).toEqual({ mean: 25, median: 25, p90: 37, count: 4 })
    expect(quantilesOf(Array.from({ length: 11 }, (_, i) => 10 - i))).toEqual({ mean: 5, median: 5, p90: 9, count: 11 })
  })
})
