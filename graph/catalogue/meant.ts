import { parse } from 'yaml'
import { readScalar } from './scalars.ts'

/**
 * What was meant by a value that its type refuses, where nobody can mean anything else by it: as the type would take it.
 * Whoever reads 3/6/2027 as a day reads his own country into it: that is left to people.
 * @param source the text as written, without quotes.
 * @returns a word of YAML that the type takes; undefined where it isn't clear.
 */
export function meantBy(type: string, source: string): string | undefined {
  const meant = readings[type]?.(source.trim().replace(/\s+/g, ' '))
  return meant !== undefined && meant !== '' && 'value' in readScalar(type, meant, parse(meant)) ? meant : undefined
}

type Reading = (written: string) => string | undefined

const readings: Readonly<Record<string, Reading>> = {
  Date: dayMeant,
  Duration: lengthMeant,
  Period: (written) =>
    lengthMeant(written.replace(/\b(yrs?)\b\.?/gi, 'years').replace(/\b(mos?|mths?)\b\.?/gi, 'months')),
  Percent: (written) => numberMeant(written.replace(/ ?(?:%|percent|per cent)$/i, '')),
  Int: (written) => (/^-?\d+$/.test(written) ? written : undefined),
  Float: numberMeant,
  Boolean: (written) => {
    if (/^(true|yes|on|y)$/i.test(written)) return 'true'
    return /^(false|no|off|n)$/i.test(written) ? 'false' : undefined
  },
}

/** One or two digits behind a comma are no thousands. */
function numberMeant(written: string): string | undefined {
  const number = written.replace(/^(-?\d+),(\d{1,2})$/, '$1.$2')
  return /^-?\d+(\.\d+)?$/.test(number) ? number : undefined
}

/** "2 hours and 30 minutes", "1,5 h", "PT2h". */
function lengthMeant(written: string): string | undefined {
  if (/^p[\dtymwdhs.]+$/i.test(written)) return written.toUpperCase()
  return written
    .toLowerCase()
    .replace(/\band\b|&/g, ' ')
    .replace(/(\d),(\d{1,2})(?= ?[a-z])/g, '$1.$2')
    .replace(/([a-z])\./g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthNames =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec'

const monthOf = (name = ''): number => months.indexOf(name.slice(0, 3).toLowerCase()) + 1

/** Days in the ways in which only one day can be meant. */
function dayMeant(written: string): string | undefined {
  const midnight = written.replace(/[T ]00:00(:00(\.0+)?)?Z?$/i, '')
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(midnight)
  if (yearFirst !== null) return day(yearFirst[1], Number(yearFirst[2]), Number(yearFirst[3]))
  const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(midnight)
  if (yearLast !== null) {
    const [first, second] = [Number(yearLast[1]), Number(yearLast[3])]
    if (first > 12 || first === second) return day(yearLast[4], second, first)
    return second > 12 ? day(yearLast[4], first, second) : undefined
  }
  const dayFirst = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?\\.? (${monthNames})\\.?,? (\\d{4})$`, 'i').exec(midnight)
  if (dayFirst !== null) return day(dayFirst[3], monthOf(dayFirst[2]), Number(dayFirst[1]))
  const monthFirst = new RegExp(`^(${monthNames})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})$`, 'i').exec(midnight)
  return monthFirst === null ? undefined : day(monthFirst[3], monthOf(monthFirst[1]), Number(monthFirst[2]))
}

const day = (year = '', month: number, date: number): string => `${year}-${two(month)}-${two(date)}`
const two = (number: number): string => String(number).padStart(2, '0')
