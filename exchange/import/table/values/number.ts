/** What a register's last letter multiplies by. */
const scales: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  mio: 1e6,
  million: 1e6,
  millions: 1e6,
  bn: 1e9,
  b: 1e9,
  billion: 1e9,
}

/** The decimal sign, where numbers could be read with either. */
export type DecimalSign = '.' | ','

/**
 * Reads a number with thousands separators (1,234.50, 1.234,50, 1 234, 1'234), a sign or brackets for less than nothing, and
 * a scale (2.5m, 100k).
 * @param decimal settles what 1.234 and 1,234 are where only one sign is there once: with ".", the first is a part and the
 * second a thousand. A comma before one or two digits is a decimal comma whatever it says.
 * @returns undefined for anything else, ranges and sums included.
 */
export function readNumber(text: string, decimal: DecimalSign = '.'): number | undefined {
  const match = /^(\()?\s*([-+−–])?\s*(\d[\d.,'’\s]*)\s*([a-z]+)?\s*(\))?$/i.exec(text.trim())
  const [, open, sign, digits = '', scale, close] = match ?? []
  const factor = scale === undefined ? 1 : scales[scale.toLowerCase()]
  if (match === null || factor === undefined || (open === undefined) !== (close === undefined)) return undefined
  const number = plainNumber(digits.trim(), decimal)
  if (number === undefined) return undefined
  const negative = open !== undefined || (sign !== undefined && sign !== '+')
  return Number(((negative ? -1 : 1) * number * factor).toPrecision(15))
}

function plainNumber(digits: string, decimal: DecimalSign): number | undefined {
  const tight = digits.replace(/['’\s](?=\d{3}(?!\d))/g, '')
  const [points, commas] = [count(tight, '.'), count(tight, ',')]
  let sign: string
  if (points > 0 && commas > 0) sign = tight.lastIndexOf('.') > tight.lastIndexOf(',') ? '.' : ','
  else if (points + commas === 0) sign = decimal
  else if (points + commas > 1) sign = points > 0 ? ',' : '.'
  else
    sign =
      commas === 1 && /,\d{1,2}$/.test(tight) ? ',' : points === 1 && !/^\d{1,3}\.\d{3}$/.test(tight) ? '.' : decimal
  const other = sign === '.' ? ',' : '.'
  const [whole = '', part = '', ...more] = tight.split(sign)
  const groups = whole.split(other)
  const grouped = groups.length === 1 || (groups[0] !== '' && groups.slice(1).every((each) => /^\d{2,3}$/.test(each)))
  if (more.length > 0 || !grouped || !/^\d*$/.test(part)) return undefined
  const number = Number(`${groups.join('')}.${part === '' ? '0' : part}`)
  return Number.isFinite(number) ? number : undefined
}

const count = (text: string, sign: string): number => text.split(sign).length - 1
