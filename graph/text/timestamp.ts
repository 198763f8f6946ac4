/** A point in time, in milliseconds since 1970; two where it can't be told which number is the day. */
export interface Timestamp {
  /** The day first: 7/1/2027 is 7 January. NaN where that is no date. */
  readonly dayFirst: number
  /** The month first: 7/1/2027 is July 1st. NaN where that is no date. Equal to `dayFirst` for all other forms. */
  readonly monthFirst: number
}

const time = String.raw`(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([AP]M)?\s*(Z|UTC|GMT|WES?T|CES?T|EES?T|[+-]\d{2}(?::?\d{2})?)?)?`
const yearFirst = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${time}$`, 'i')
const yearLast = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4})${time}$`, 'i')
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const month = String.raw`(${months.join('|')})[a-z]*\.?`
const namedMonth = new RegExp(String.raw`^(\d{1,2})[-/. ]+${month}[-/., ]+(\d{4}|\d{2})${time}$`, 'i')
const monthThenDay = new RegExp(String.raw`^${month} (\d{1,2}),? +(\d{4})${time}$`, 'i')

/**
 * Reads a timestamp as logs and registers write them: ISO 8601 and its like (2027-01-07T08:17:17.250+01:00, 2027/01/07 08:17), day or
 * month first (7/1/2027 08:17:17 AM, 07-01-2027 08:17; with full stops the day is always first), English names of months
 * (7/Jan/27 8:17 AM, Jan 7, 2027 08:17), and seconds or milliseconds since 1970. Zones are Z, +01:00, and Europe's by name
 * (CET, CEST …). Without a zone it is taken for UTC: waits across a change of clocks are an hour off then.
 * @returns undefined for anything else, also for days that no calendar has.
 */
export function readTimestamp(text: string): Timestamp | undefined {
  if (/^\d{10}(\d{3})?$/.test(text)) {
    return oneWay(Number(text) * (text.length === 10 ? 1000 : 1))
  }
  const iso = yearFirst.exec(text)
  if (iso !== null) return oneWay(instant(iso[1], iso[2], iso[3], iso.slice(4)))
  const [, first, sign, second, year, ...rest] = yearLast.exec(text) ?? []
  if (year === undefined) return withNamedMonth(text)
  const dayFirst = instant(year, second, first, rest)
  const monthFirst = sign === '.' ? dayFirst : instant(year, first, second, rest)
  return Number.isNaN(dayFirst) && Number.isNaN(monthFirst) ? undefined : { dayFirst, monthFirst }
}

function withNamedMonth(text: string): Timestamp | undefined {
  const inside = namedMonth.exec(text)
  const [, day, name, year = '', ...rest] = inside ?? swapped(monthThenDay.exec(text)) ?? []
  if (name === undefined) return undefined
  const number = months.indexOf(name.toLowerCase()) + 1
  return oneWay(instant(year.length === 2 ? `20${year}` : year, String(number), day, rest))
}

const swapped = (match: RegExpExecArray | null): (string | undefined)[] | undefined =>
  match === null ? undefined : [match[0], match[2], match[1], ...match.slice(3)]

const oneWay = (at: number): Timestamp | undefined => (Number.isNaN(at) ? undefined : { dayFirst: at, monthFirst: at })

/** The point in time of a date and the parts of `time` above; NaN where there is none. */
function instant(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  rest: readonly (string | undefined)[],
): number {
  const [hours = '0', minutes = '0', seconds = '0', fraction = '0', half, zone = 'Z'] = rest
  const midday = half === undefined ? 0 : half.toUpperCase() === 'PM' ? 12 : 0
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + midday
  const date = Date.UTC(Number(year), Number(month) - 1, Number(day))
  // A day that the month doesn't have is one of another month.
  const exists = new Date(date).getUTCMonth() === Number(month) - 1
  if (!exists || hour > 23 || Number(minutes) > 59 || Number(seconds) > 60) return Number.NaN
  const millis = ((hour * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(`0.${fraction}`) * 1000
  return date + millis - offsetMinutes(zone) * 60_000
}

/** Europe's zones by name, in hours ahead of UTC; others' names stand for several zones. */
const ahead: Readonly<Record<string, number>> = { WEST: 1, CET: 1, CEST: 2, EET: 2, EEST: 3 }

function offsetMinutes(zone: string): number {
  const named = ahead[zone.toUpperCase()]
  if (named !== undefined) return named * 60
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0))
}
