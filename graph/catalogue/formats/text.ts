import { relative } from 'node:path'
import { severities } from '../finding.ts'
import type { Finding, Severity } from '../finding.ts'

/** Findings as lines that editors can follow: `file:line:column  severity  rule  message`, the hint below. */
export function formatText(findings: readonly Finding[], from: string = process.cwd()): string {
  return findings
    .map(({ place, severity, rule, message, hint }) => {
      const at = `${shown(place.path, from)}:${String(place.line)}:${String(place.column)}`
      return `${at}  ${severity}  ${rule}  ${message}${hint === undefined ? '' : `\n    ${hint}`}`
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

/** A path as people would type it: relative where that is shorter. */
function shown(path: string, from: string): string {
  const short = relative(from, path)
  return short.length < path.length && short !== '' ? short : path
}
