import { readNumber } from './number.ts'
import type { DecimalSign } from './number.ts'

/** An amount that was read, or why it can't be. */
export type MoneyResult =
  { readonly amount: number; readonly currency: string } | { readonly reason: string; readonly hint?: string }

/** Signs that stand for one currency. "$" and "kr" stand for several: the mapping says which. */
const signs: Readonly<Record<string, string>> = {
  '£': 'GBP',
  '€': 'EUR',
  '₹': 'INR',
  zł: 'PLN',
  kč: 'CZK',
  '₪': 'ILS',
  '₩': 'KRW',
  us$: 'USD',
  $us: 'USD',
  a$: 'AUD',
  au$: 'AUD',
  c$: 'CAD',
  ca$: 'CAD',
  nz$: 'NZD',
  s$: 'SGD',
  hk$: 'HKD',
  r$: 'BRL',
}
const shared = /^(\$|kr\.?|¥|fr\.?)$/i

/**
 * Reads an amount of money: £1,234.50, 1.234,50 €, AUD 1.2m, (500).
 * @param currency what it is of where neither a sign nor three letters say so, or the sign is shared by several.
 */
export function readMoney(text: string, currency: string | undefined, decimal?: DecimalSign): MoneyResult {
  const amountOnly = text.replace(remarks, ' ').trim()
  const { front, digits = '', tail = '' } = shape.exec(amountOnly)?.groups ?? {}
  const behind = tail
    .replace(')', '')
    .trim()
    .split(/\s+/)
    .filter((each) => each !== '')
  const scale = behind.find((each) => readNumber(`1${each}`) !== undefined) ?? ''
  const names = [front, ...behind.filter((each) => each !== scale)].filter((each) => each !== undefined)
  const negative = /^[^\d]*[-−(]/.test(amountOnly)
  const amount = names.length > 1 ? undefined : readNumber(`${negative ? '-' : ''}${digits.trim()}${scale}`, decimal)
  const [said] = names
  const known = said === undefined || shared.test(said) ? undefined : (signs[said.toLowerCase()] ?? code(said))
  if (amount === undefined || (said !== undefined && known === undefined && !shared.test(said))) {
    return {
      reason: "It can't be read as an amount of money.",
      hint: 'One amount a cell: £1,234.50, 1.2m or 1.234,50 EUR.',
    }
  }
  const named = known ?? currency
  if (named !== undefined) return { amount, currency: named }
  return { reason: "It doesn't say of which currency it is.", hint: 'Say it in the mapping: currency: GBP.' }
}

/** What is told besides the amount. */
const remarks = /\b(?:inc|incl|exc|excl|ex|plus)\.?\s*(?:vat|gst|tax)\b|\b(?:approx|circa|est)\b\.?|^c\.\s*|~/gi
const shape = /^[-−(]?\s*(?<front>[^\d\s().,+−-]{1,4})?\s*[-−]?\s*(?<digits>\d(?:[\d.,'’\s]*\d)?)(?<tail>[^\d]*)$/u
const code = (text: string): string | undefined => (/^[A-Za-z]{3}$/.test(text) ? text.toUpperCase() : undefined)
