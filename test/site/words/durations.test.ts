import { describe, expect, it } from 'vitest'
import { dayBefore, longPeriod, shortDuration } from '../../../site/src/words/durations.ts'

describe('shortDuration', () => {
  it.each([
    ['PT45M', '45 min'],
    ['P1DT4H', '1 d 4 h'],
    ['PT1H30M', '1 h 30 min'],
    ['P2W', '2 wk'],
    ['PT0.5H', '0.5 h'],
    ['PT10S', '10 s'],
    ['soon', 'soon'],
    ['P', 'P'],
  ])('says %s as %s', (iso, said) => {
    expect(shortDuration(iso)).toBe(said)
  })
})

describe('longPeriod', () => {
  it.each([
    ['P3M', '3 months'],
    ['P1M', '1 month'],
    ['P30D', '30 days'],
    ['P1Y6M', '1 year and 6 months'],
    ['P1W', '1 week'],
  ])('says %s as %s', (iso, said) => {
    expect(longPeriod(iso)).toBe(said)
  })
})

describe('dayBefore', () => {
  it.each([
    ['2027-01-31', 'P3M', '2026-10-31'],
    ['2027-03-31', 'P1M', '2027-02-28'],
    ['2024-03-31', 'P1M', '2024-02-29'],
    ['2027-06-30', 'P30D', '2027-05-31'],
    ['2027-06-30', 'P1Y', '2026-06-30'],
    ['2027-06-30', 'P2W', '2027-06-16'],
  ])('of %s is, %s earlier, %s', (day, period, before) => {
    expect(dayBefore(day, period)).toBe(before)
  })
})
