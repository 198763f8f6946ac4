const numbers = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** Units as registers write them, by the word that catalogue files know. */
const units: readonly (readonly [RegExp, string])[] = [
  [/^(y|yrs?|years?|jahre?n?|ans?|années?)$/i, 'years'],
  [/^(m|mths?|mnths?|mos?|months?|monate?n?|mois)$/i, 'months'],
  [/^(w|wks?|weeks?|wochen?|semaines?)$/i, 'weeks'],
  [/^(d|dys?|days?|tage?n?|jours?)$/i, 'days'],
  [/^(h|hrs?|hours?|std|stunden?|heures?)$/i, 'hours'],
  [/^(min|mins|minutes?|minuten?)$/i, 'min'],
  [/^(s|secs?|seconds?|sekunden?|secondes?)$/i, 'sec'],
]

/** The word that catalogue files know for a unit; undefined for anything that is none. */
export const unitNamed = (text: string): string | undefined => units.find(([pattern]) => pattern.test(text))?.[1]

/**
 * A stretch of time as catalogue files write it: "Three (3) months' notice" is "3 months", "1yr 6mths" is "1 years 6 months".
 * @param unit what a bare number counts.
 * @returns undefined where no unit is told, or something stands there that is none ("2 + 1 + 1 years").
 */
export function readStretch(text: string, unit?: string): string | undefined {
  if (/^P[\dT]/.test(text)) return text
  const counted = text
    .toLowerCase()
    .replace(/\b(\w+)\s*\((\d+)\)/g, '$2')
    .replace(new RegExp(`\\b(${numbers.join('|')})\\b`, 'g'), (word) => String(numbers.indexOf(word)))
    .replace(
      /[’']s?\b|\b(?:calendar|working|business|written|notice|prior|period|of|and|in|advance|minimum|approximately)\b/g,
      ' ',
    )
    .replace(/[’',.;]+(?=\s|$)/g, ' ')
    .trim()
  if (/^\d+(\.\d+)?$/.test(counted)) return unit === undefined ? undefined : `${counted} ${unit}`
  const parts = [...counted.matchAll(/(\d+(?:\.\d+)?)\s*([\p{L}]+)/gu)]
  const rest = counted.replace(/(\d+(?:\.\d+)?)\s*([\p{L}]+)/gu, '').trim()
  const named = parts.map(([, number = '', word = '']) => {
    const found = unitNamed(word)
    return found === undefined ? undefined : `${number} ${found}`
  })
  return parts.length > 0 && rest === '' && !named.includes(undefined) ? named.join(' ') : undefined
}
