import type { Value } from './catalogue.ts'

/** What a scalar in a file became, or what is wrong with it. */
export type ScalarResult = { readonly value: Value } | { readonly expected: string; readonly hint?: string }

/**
 * Reads one scalar as the model's scalar type says (model, 0-language).
 * @param source the text as written, without quotes.
 * @param parsed what YAML makes of it: a number, a boolean or text.
 * @returns the value in its stored form: durations and periods as ISO 8601, everything else as it is.
 */
export function readScalar(type: string, source: string, parsed: unknown): ScalarResult {
  const result = (readers[type] ?? text)(source, parsed)
  if ('value' in result || result.hint === undefined || !standIn.test(source.trim())) return result
  return { ...result, hint: `${result.hint} Leave it out when it isn't known.` }
}

/** What people write where they know nothing. */
const standIn = /^(?:[-–—?.]+|tb[acd]|todo|n\/?a|none|nil|unknown)$/i

/** Reads a name: text that stands in one line, wherever it is shown. */
export function readName(source: string, parsed: unknown): ScalarResult {
  return /[\p{Cc}\u2028\u2029]/u.test(source)
    ? { expected: 'one line of text', hint: 'Take out its line breaks and control characters (and | or > before it).' }
    : readScalar('String', source, parsed)
}

/** GraphQL's integers have 32 bits: the API can't answer larger ones. */
const largestInt = 2 ** 31 - 1

type Reader = (source: string, parsed: unknown) => ScalarResult

const text: Reader = (source) => {
  if (source.trim() === '') return { expected: 'some text' }
  // A store would change half a surrogate pair, and the graph would never be what the file says.
  return source.isWellFormed()
    ? { value: source }
    : { expected: 'whole characters', hint: 'Write the character itself, not \\uD800 to \\uDFFF.' }
}

const readers: Readonly<Record<string, Reader>> = {
  String: text,
  ID: text,
  Markdown: text,
  Int: (source, parsed) => {
    if (typeof parsed !== 'number' || !Number.isSafeInteger(parsed)) return { expected: 'a whole number' }
    return Math.abs(parsed) <= largestInt
      ? { value: parsed }
      : { expected: 'a whole number', hint: `Whole numbers go up to ${String(largestInt)}.` }
  },
  Float: (source, parsed) =>
    typeof parsed === 'number' && Number.isFinite(parsed) ? { value: parsed } : { expected: 'a number' },
  Percent: (source) => {
    const match = /^(\d+(?:\.\d+)?)\s*%?$/.exec(source)
    const number = Number(match?.[1])
    return match !== null && number <= 100 ? { value: number } : { expected: 'a number from 0 to 100' }
  },
  Boolean: (source, parsed) => {
    if (typeof parsed === 'boolean') return { value: parsed }
    if (/^(yes|on|y)$/i.test(source)) return { expected: 'true or false', hint: 'Write true.' }
    if (/^(no|off|n)$/i.test(source)) return { expected: 'true or false', hint: 'Write false.' }
    return { expected: 'true or false' }
  },
  Date: (source) => {
    const day = source.trim()
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return { expected: 'a date', hint: 'Write year-month-day: 2027-06-30.' }
    const date = new Date(`${day}T00:00:00Z`)
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
      ? { value: day }
      : { expected: 'a date', hint: `There is no ${day} in the calendar.` }
  },
  Duration: (source) =>
    atMost(
      100,
      isoFrom(source, durationUnits, 'a duration', 'Write 45 min, 2 h or 1 d 4 h (or ISO 8601: PT45M).'),
      'a duration of up to 100 years',
    ),
  Period: (source) =>
    atMost(
      1000,
      isoFrom(source, periodUnits, 'a period', 'Write 30 days, 3 months or 1 year (or ISO 8601: P3M).'),
      'a period of up to 1,000 years',
    ),
  URL: (source) => {
    const url = URL.canParse(source) ? new URL(source) : undefined
    return url !== undefined && ['https:', 'http:', 'mailto:'].includes(url.protocol)
      ? { value: source }
      : { expected: 'a web address', hint: 'Write it whole, beginning with https://, http:// or mailto:.' }
  },
}

/** Units as people write them, by ISO 8601's letter; time units stand behind the T. */
const durationUnits = {
  W: /^(w|wk|weeks?)$/,
  D: /^(d|days?)$/,
  'T-H': /^(h|hrs?|hours?)$/,
  'T-M': /^(m|min|mins|minutes?)$/,
  'T-S': /^(s|sec|secs|seconds?)$/,
}
const periodUnits = { Y: /^(y|years?)$/, M: /^(m|months?)$/, W: /^(w|weeks?)$/, D: /^(d|days?)$/ }

/** ISO 8601 from what people write: numbers each with a unit, from larger to smaller, every unit once. */
function isoFrom(
  source: string,
  units: Readonly<Record<string, RegExp>>,
  expected: string,
  hint: string,
): ScalarResult {
  const written = source.trim()
  const letters = Object.keys(units)
  const iso = /^P(?=.)(?:\d+(?:\.\d+)?[YMWD])*(?:T(?=.)(?:\d+(?:\.\d+)?[HMS])+)?$/.test(written)
  const parts = iso ? isoParts(written) : spokenParts(written, units)
  const ranks = parts?.map(([, letter]) => letters.indexOf(letter)) ?? []
  const inOrder = ranks.length > 0 && ranks.every((rank, i) => rank >= 0 && rank > (ranks[i - 1] ?? -1))
  if (parts === undefined || !inOrder) return { expected, hint }
  const half = (time: boolean): string =>
    parts
      .filter(([, letter]) => letter.startsWith('T-') === time)
      .map(([n, letter]) => n + letter.replace('T-', ''))
      .join('')
  return { value: `P${half(false)}${half(true) === '' ? '' : `T${half(true)}`}` }
}

/** About how many days each unit of ISO 8601 has, date and time apart. */
const daysOf = {
  date: { Y: 365.25, M: 365.25 / 12, W: 7, D: 1 },
  time: { H: 1 / 24, M: 1 / 1440, S: 1 / 86400 },
} as const

/** Refuses what is longer than anybody means: dates and sums of it would leave the calendar. */
function atMost(years: number, result: ScalarResult, expected: string): ScalarResult {
  if (!('value' in result)) return result
  const [date = '', time = ''] = String(result.value).slice(1).split('T')
  const sum = (text: string, units: Readonly<Record<string, number>>): number =>
    [...text.matchAll(/([\d.]+)([A-Z])/g)].reduce((days, [, n, unit = '']) => days + Number(n) * (units[unit] ?? 0), 0)
  return sum(date, daysOf.date) + sum(time, daysOf.time) <= years * 365.25
    ? result
    : { expected, hint: 'Check the number and its unit.' }
}

type Part = readonly [number: string, letter: string]

function isoParts(written: string): Part[] {
  const [date = '', time = ''] = written.slice(1).split('T')
  const read = (text: string, prefix: string): Part[] =>
    [...text.matchAll(/(\d+(?:\.\d+)?)([A-Z])/g)].map((m): Part => [m[1] ?? '', prefix + (m[2] ?? '')])
  return [...read(date, ''), ...read(time, 'T-')]
}

function spokenParts(written: string, units: Readonly<Record<string, RegExp>>): Part[] | undefined {
  if (!/^(\d+(\.\d+)?\s*[a-z]+[\s,]*)+$/i.test(written)) return undefined
  return [...written.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]+)/gi)].map((m): Part => {
    const unit = (m[2] ?? '').toLowerCase()
    return [m[1] ?? '', Object.entries(units).find(([, pattern]) => pattern.test(unit))?.[0] ?? '']
  })
}
