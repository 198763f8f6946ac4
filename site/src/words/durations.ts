/** One unit of an ISO 8601 duration: its letter (`M` before the T is months), and how people say it. */
interface Unit {
  readonly short: string
  readonly one: string
  readonly many: string
}

const dateUnits: Readonly<Record<string, Unit>> = {
  Y: { short: 'y', one: 'year', many: 'years' },
  M: { short: 'mo', one: 'month', many: 'months' },
  W: { short: 'wk', one: 'week', many: 'weeks' },
  D: { short: 'd', one: 'day', many: 'days' },
}
const timeUnits: Readonly<Record<string, Unit>> = {
  H: { short: 'h', one: 'hour', many: 'hours' },
  M: { short: 'min', one: 'minute', many: 'minutes' },
  S: { short: 's', one: 'second', many: 'seconds' },
}

/** A duration as people write it on a board: `PT45M` → "45 min", `P1DT4H` → "1 d 4 h". What isn't one stays as it is. */
export const shortDuration = (iso: string): string => said(iso, (amount, { short }) => `${amount} ${short}`, ' ')

/** A period in words: `P3M` → "3 months", `P1Y6M` → "1 year and 6 months". What isn't one stays as it is. */
export const longPeriod = (iso: string): string =>
  said(iso, (amount, { one, many }) => `${amount} ${amount === '1' ? one : many}`, ' and ')

function said(iso: string, say: (amount: string, unit: Unit) => string, between: string): string {
  const match = /^P((?:\d+(?:\.\d+)?[YMWD])*)(?:T((?:\d+(?:\.\d+)?[HMS])+))?$/.exec(iso)
  if (match === null) return iso
  const parts = [...sayAll(match[1], dateUnits, say), ...sayAll(match[2], timeUnits, say)]
  return parts.length === 0 ? iso : parts.join(between)
}

function sayAll(
  text: string | undefined,
  units: Readonly<Record<string, Unit>>,
  say: (amount: string, unit: Unit) => string,
): string[] {
  return [...(text ?? '').matchAll(/(\d+(?:\.\d+)?)([A-Z])/g)].flatMap(([, amount = '', letter = '']) => {
    const unit = units[letter]
    return unit === undefined ? [] : [say(amount, unit)]
  })
}

/** The same day some years, months, weeks and days earlier: the last day on which notice can be given. */
export function dayBefore(day: string, period: string): string {
  const part = (letter: string): number => Number(new RegExp(`(\\d+)${letter}`).exec(period)?.[1] ?? 0)
  const date = new Date(`${day}T00:00:00Z`)
  const dayOfMonth = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() - part('M') - 12 * part('Y'))
  const daysInMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(dayOfMonth, daysInMonth) - part('D') - 7 * part('W'))
  return date.toISOString().slice(0, 10)
}
