import { messages } from '../messages/messages.ts'

const day = new Intl.DateTimeFormat(messages.intlLocale, {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** A calendar day in words: `2027-06-30` → "30 June 2027". */
export function longDay(iso: string): string {
  const date = iso.slice(0, 10)
  const said = days.get(date) ?? day.format(new Date(`${date}T00:00:00Z`))
  days.set(date, said)
  return said
}

/** Days in words: pages say the same few again and again. */
const days = new Map<string, string>()

const number = new Intl.NumberFormat(messages.intlLocale, { maximumFractionDigits: 2 })

/** A number with its thousands apart: 3,700,000. */
export const plainNumber = (value: number): string =>
  // Formatting takes its time, and pages have dozens of small numbers.
  Number.isInteger(value) && value >= 0 && value < 1000 ? String(value) : number.format(value)

/** An amount of money: "EUR 3,700,000". The code, not the sign: a dollar is one of many. */
export const money = ({ amount, currency }: { readonly amount: number; readonly currency: string }): string =>
  messages.money(plainNumber(amount), currency)

/** A percentage: "92 %". */
export const percent = (value: number): string => messages.percent(plainNumber(value))

/** A part of a whole, 0 to 1, in whole percent: "34 %", and "< 1 %" where it would read as nothing. */
export const partText = (part: number): string =>
  part > 0 && part < 0.005 ? `<\u00a0${percent(1)}` : percent(Math.round(part * 100))

/** A short text that stays in one line. */
export const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0')
