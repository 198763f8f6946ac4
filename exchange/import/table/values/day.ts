import { readTimestamp } from '../../../../graph/text/timestamp.ts'

/** A day that was read, as 2027-06-30, or why it can't be. */
export type DayResult = { readonly day: string } | { readonly reason: string; readonly hint?: string }

/** Names of months in the languages that registers are written in, by their first letters, without accents and stops. */
const monthNames = new Map(
  ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'sv', 'da', 'nb'].flatMap((language) =>
    (['long', 'short'] as const).flatMap((month) => {
      const format = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' })
      return Array.from({ length: 12 }, (_, i) => [bare(format.format(Date.UTC(2027, i, 15))), i + 1] as const)
    }),
  ),
)

function bare(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
}

/** What each sign of a pattern stands for. */
const signs: readonly (readonly [sign: string, pattern: string])[] = [
  ['yyyy', '(?<year>\\d{4})'],
  ['yy', '(?<year>\\d{2})'],
  ['MMMM', '(?<name>[\\p{L}.]+)'],
  ['MMM', '(?<name>[\\p{L}.]+)'],
  ['MM', '(?<month>\\d{1,2})'],
  ['M', '(?<month>\\d{1,2})'],
  ['dd', '(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?'],
  ['d', '(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?'],
]

const compiled = new Map<string, RegExp | undefined>()

/** A pattern such as dd/MM/yyyy or d MMM yyyy as an expression; undefined where it isn't one. A time after it is passed over. */
export function dayPattern(pattern: string): RegExp | undefined {
  if (!compiled.has(pattern)) compiled.set(pattern, compile(pattern))
  return compiled.get(pattern)
}

function compile(pattern: string): RegExp | undefined {
  let rest = pattern.trim().replace(/[T ]+[Hh]{1,2}:.*$/, '')
  let expression = ''
  while (rest !== '') {
    const sign = signs.find(([each]) => rest.startsWith(each))
    if (sign === undefined && /^\p{L}/u.test(rest)) return undefined
    expression += sign?.[1] ?? (rest.startsWith(' ') ? '\\s+' : rest.charAt(0).replace(/[.*+?^${}()|[\]\\/]/, '\\$&'))
    rest = rest.slice(sign?.[0].length ?? 1)
  }
  if (!/<year>/.test(expression) || /(<\w+>).*\1/.test(expression)) return undefined
  return new RegExp(`^${expression}(?:[T, ]+\\d{1,2}:\\d{2}.*)?$`, 'iu')
}

/**
 * Reads a day.
 * @param patterns how days are written; without any: every way that can be read in one way only.
 * @param last whether "March 2027" and "2027" mean their last day, not their first.
 */
export function readDay(text: string, patterns: readonly string[] = [], last = false): DayResult {
  for (const pattern of patterns) {
    const parts = dayPattern(pattern)?.exec(text)?.groups
    const day = parts === undefined ? undefined : dayOf(parts, last)
    if (day !== undefined) return { day }
  }
  const read = readTimestamp(withoutOrnament(text))
  if (read !== undefined) {
    const [a, b] = [read.dayFirst, read.monthFirst]
    const only = a === b || Number.isNaN(b) ? a : Number.isNaN(a) ? b : undefined
    if (only === undefined && patterns.length === 0) {
      return {
        reason: 'It can be read with the day or with the month first.',
        hint: 'Say how days are written: date: dd/MM/yyyy, or date: MM/dd/yyyy.',
      }
    }
    // A pattern that doesn't fit says that it is not to be read the other way round; what can be read in one way is taken.
    if (only !== undefined && (patterns.length === 0 || a === b)) {
      return { day: new Date(only).toISOString().slice(0, 10) }
    }
  }
  if (/^\d{5}(\.\d+)?$/.test(text)) return { day: fromSerial(Number(text)) }
  if ((patterns.length === 0 ? ordinary : patterns).some((pattern) => isNoDay(text, pattern)))
    return { reason: 'There is no such day.', hint: 'Mend it in the source.' }
  const said = patterns.length === 0 ? '' : ` as ${patterns.join(' or ')}`
  return {
    reason: `It can't be read as a day${said}.`,
    hint: 'Say how days are written: date: d MMM yyyy, or several: date: [dd/MM/yyyy, MMMM yyyy].',
  }
}

/** How days are written that need no pattern to be read. */
const ordinary = ['dd/MM/yyyy', 'dd.MM.yyyy', 'dd-MM-yyyy', 'yyyy-MM-dd', 'd MMM yyyy', 'MMMM d, yyyy']

/** Whether a text is written as the pattern says, but the calendar has no such day, with the month first neither: 31/02/2026. */
function isNoDay(text: string, pattern: string): boolean {
  const parts = dayPattern(pattern)?.exec(text)?.groups
  if (parts?.['day'] === undefined) return false
  if (parts['name'] !== undefined) return monthNames.has(bare(parts['name'])) && dayOf(parts, false) === undefined
  const { day, month } = parts
  return [parts, { ...parts, day: month, month: day }].every((each) => dayOf(each, false) === undefined)
}

/** Weekdays in front, "st" and "th" behind numbers. */
const withoutOrnament = (text: string): string =>
  text.replace(/^[\p{L}]{2,10},?\s+(?=\d)/u, '').replace(/(\d)(?:st|nd|rd|th)\b/gi, '$1')

/** A day as Excel counts them. */
const fromSerial = (days: number): string =>
  new Date(Date.UTC(1899, 11, 30) + Math.floor(days) * 86_400_000).toISOString().slice(0, 10)

function dayOf(parts: Readonly<Record<string, string | undefined>>, last: boolean): string | undefined {
  const written = Number(parts['year'])
  const year = parts['year']?.length === 2 ? written + (written < 70 ? 2000 : 1900) : written
  const named = parts['name'] === undefined ? undefined : monthNames.get(bare(parts['name']))
  if (parts['name'] !== undefined && named === undefined) return undefined
  const month = named ?? (parts['month'] === undefined ? (last ? 12 : 1) : Number(parts['month']))
  const day =
    parts['day'] === undefined ? (last ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 1) : Number(parts['day'])
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? date.toISOString().slice(0, 10) : undefined
}
