import { messages } from '../messages/messages.ts'
import { plainNumber } from './values.ts'

/** A unit of time, as `Intl` calls it. */
type Unit = keyof typeof messages.units

/** Units by their letters in ISO 8601: `M` before the T is months. */
const dateUnits: Readonly<Record<string, Unit>> = { Y: 'year', M: 'month', W: 'week', D: 'day' }
const timeUnits: Readonly<Record<string, Unit>> = { H: 'hour', M: 'minute', S: 'second' }

/** A duration as people write it on a board: `PT45M` → "45 min", `P1DT4H` → "1 d 4 h". What isn't one stays as it is. */
export const shortDuration = (iso: string): string => said(iso, shortAmount)?.join(' ') ?? iso

/** A period in words: `P3M` → "3 months", `P1Y6M` → "1 year and 6 months". What isn't one stays as it is. */
export const longPeriod = (iso: string): string =>
  listed(said(iso, (amount, unit) => longUnit(unit).format(amount))) ?? iso

/** A number with its unit, as people write it on a board. */
const shortAmount = (amount: number, unit: Unit): string =>
  messages.amount(plainNumber(amount), messages.units[unit](amount))

const longUnit = (unit: Unit): Intl.NumberFormat =>
  new Intl.NumberFormat(messages.intlLocale, { style: 'unit', unit, unitDisplay: 'long' })

const list = new Intl.ListFormat(messages.intlLocale)
const listed = (parts: readonly string[] | undefined): string | undefined => parts && list.format(parts)

/** A figure as the API says it ("1 d 4 h, at Capture", "7.1 %"), in the site's language. */
export function apiFigure(text: string): string {
  if (messages.locale === 'en') return text
  const [figure = '', ...step] = text.split(', at ')
  const amounts = figure
    .replace(/(\d+(?:\.\d+)?) (d|h|min|s)\b/g, (_, amount, unit) =>
      shortAmount(Number(amount), apiUnits[String(unit)] ?? 'day'),
    )
    .replace(/\d+\.\d+/g, (decimal) => plainNumber(Number(decimal)))
    .replace(/points$/, messages.measures.points)
  return step.length === 0 ? amounts : messages.measures.atStep(amounts, step.join(', at '))
}

const apiUnits: Readonly<Record<string, Unit>> = { d: 'day', h: 'hour', min: 'minute', s: 'second' }

/** Each part of a duration; undefined where it isn't one. */
function said(iso: string, say: (amount: number, unit: Unit) => string): string[] | undefined {
  const match = /^P((?:\d+(?:\.\d+)?[YMWD])*)(?:T((?:\d+(?:\.\d+)?[HMS])+))?$/.exec(iso)
  if (match === null) return undefined
  const parts = [...sayAll(match[1], dateUnits, say), ...sayAll(match[2], timeUnits, say)]
  return parts.length === 0 ? undefined : parts
}

function sayAll(
  text: string | undefined,
  units: Readonly<Record<string, Unit>>,
  say: (amount: number, unit: Unit) => string,
): string[] {
  return [...(text ?? '').matchAll(/(\d+(?:\.\d+)?)([A-Z])/g)].flatMap(([, amount = '', letter = '']) => {
    const unit = units[letter]
    return unit === undefined ? [] : [say(Number(amount), unit)]
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
