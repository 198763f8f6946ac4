import { describe, expect, it } from 'vitest'
import { meantBy } from '../../../graph/catalogue/meant.ts'

describe('what is meant without doubt', () => {
  it.each([
    ['Date', '30/06/2027', '2027-06-30'],
    ['Date', '06/30/2027', '2027-06-30'],
    ['Date', '30.6.2027', '2027-06-30'],
    ['Date', '5-5-2027', '2027-05-05'],
    ['Date', '2027-6-3', '2027-06-03'],
    ['Date', '2027/06/03', '2027-06-03'],
    ['Date', '30 June 2027', '2027-06-30'],
    ['Date', '1st of June 2027', undefined],
    ['Date', '1st Sept. 2027', '2027-09-01'],
    ['Date', 'June 3, 2027', '2027-06-03'],
    ['Date', '2027-06-03T00:00:00Z', '2027-06-03'],
    ['Duration', '2 hours and 30 minutes', '2 hours 30 minutes'],
    ['Duration', '1,5 h', '1.5 h'],
    ['Duration', '30 Min.', '30 min'],
    ['Duration', 'pt45m', 'PT45M'],
    ['Period', '2 yrs', '2 years'],
    ['Period', '6 mos', '6 months'],
    ['Percent', '94,5 %', '94.5'],
    ['Percent', '80 percent', '80'],
    ['Float', '1,5', '1.5'],
    ['Int', '5', '5'],
    ['Boolean', 'Yes', 'true'],
    ['Boolean', 'off', 'false'],
  ])('of type %s: %s', (type, written, meant) => {
    expect(meantBy(type, written)).toBe(meant)
  })
})

describe('what may be meant in two ways, or in none', () => {
  it.each([
    ['Date', '3/6/2027'],
    ['Date', '31/02/2027'],
    ['Date', '2027-06-03T10:00:00Z'],
    ['Date', 'June 2027'],
    ['Date', '3.6.27'],
    ['Duration', 'half a day'],
    ['Duration', '1,500 h'],
    ['Duration', '30 min 2 h'],
    ['Period', '1 quarter'],
    ['Percent', '940 %'],
    ['Float', '1,500'],
    ['Int', '1,5'],
    ['Boolean', 'maybe'],
    ['URL', 'www.example.org'],
    ['String', ''],
  ])('of type %s: %s is left to people', (type, written) => {
    expect(meantBy(type, written)).toBeUndefined()
  })
})
