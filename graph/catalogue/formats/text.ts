import { relative } from 'node:path'
import { severities } from '../finding.ts'
import type { Finding, Fix, Place, Severity } from '../finding.ts'

/**
 * Findings as lines that editors can follow: `file:line:column  severity  rule  message`, the hint below. Characters that
 * would break a line, or turn it round, are escaped.
 */
export function formatText(findings: readonly Finding[], from: string = process.cwd()): string {
  return findings
    .map(({ place, severity, rule, message, hint, fix }) => {
      const more = [hint === undefined ? [] : visible(hint), fix === undefined ? [] : howToFix(rule, fix)]
        .flat()
        .join(' ')
      return `${at(place, from)}  ${severity}  ${rule}  ${visible(message)}${more === '' ? '' : `\n    ${more}`}`
    })
    .join('\n')
}

const howToFix = (rule: string, { isGuess }: Fix): string =>
  isGuess === true ? `(Likely: --fix ${rule} writes it.)` : '(--fix does it.)'

/** What was mended, a line for each place: `file:line:column  rule  was → is`. */
export function formatFixed(fixed: readonly Finding[], from: string = process.cwd()): string {
  return fixed
    .flatMap(({ rule, fix }) => [
      ...(fix?.edits ?? []).map(
        ({ place, was, text }) => `${at(place, from)}  ${rule}  ${visible(was)} → ${visible(text)}`,
      ),
      ...(fix?.renames ?? []).map(({ place, to }) => `${at(place, from)}  ${rule}  → ${visible(to)}`),
    ])
    .join('\n')
}

/** The same, below a line for each owner who can mend them, most findings first; what is nobody's last. */
export function formatByOwner(findings: readonly Finding[], from: string = process.cwd()): string {
  const groups = [...Map.groupBy(findings, ({ owner }) => owner)].sort(
    ([a, some], [b, others]) =>
      Number(a === undefined) - Number(b === undefined) ||
      others.length - some.length ||
      ((a ?? '') < (b ?? '') ? -1 : 1),
  )
  return groups
    .map(([owner, own]) => `${owner ?? 'nobody'}: ${formatSums(own)}\n\n${formatText(own, from)}`)
    .join('\n\n')
}

/** "2 errors, 1 warning, 3 remarks", or "no findings". */
export function formatSums(findings: readonly Finding[]): string {
  const sums = severities
    .map((severity) => [severity, findings.filter((each) => each.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => `${String(count)} ${words[severity]}${count === 1 ? '' : 's'}`)
  return sums.length === 0 ? 'no findings' : sums.join(', ')
}

const words: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'remark' }

/** Control characters, line separators and signs that change the direction of writing. */
const unseen = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu
const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** The text with what can't be seen written out: \n, \u202e. */
const visible = (text: string): string =>
  text.replace(unseen, (sign) => short[sign] ?? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)

const at = (place: Place, from: string): string =>
  `${visible(shown(place.path, from))}:${String(place.line)}:${String(place.column)}`

/** A path as people would type it: relative where that is shorter. */
function shown(path: string, from: string): string {
  const way = relative(from, path)
  return way.length < path.length && way !== '' ? way : path
}
