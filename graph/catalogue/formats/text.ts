import { relative } from 'node:path'
import { severities } from '../finding.ts'
import type { Finding, Severity } from '../finding.ts'

/**
 * Findings as lines that editors can follow: `file:line:column  severity  rule  message`, the hint below. Characters that
 * would break a line, or turn it round, are escaped.
 */
export function formatText(findings: readonly Finding[], from: string = process.cwd()): string {
  return findings
    .map(({ place, severity, rule, message, hint }) => {
      const at = `${visible(shown(place.path, from))}:${String(place.line)}:${String(place.column)}`
      return `${at}  ${severity}  ${rule}  ${visible(message)}${hint === undefined ? '' : `\n    ${visible(hint)}`}`
    })
    .join('\n')
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

/** A path as people would type it: relative where that is shorter. */
function shown(path: string, from: string): string {
  const way = relative(from, path)
  return way.length < path.length && way !== '' ? way : path
}
