import type { Finding } from '../finding.ts'

/**
 * Findings as one JSON object: `{"findings": [{"file", "line", "column", "severity", "rule", "message", "hint"?, "item"?,
 * "layer"}]}`, sorted by place.
 */
export function formatJson(findings: readonly Finding[]): string {
  const flat = findings.map(({ place, severity, rule, message, hint, item }) => ({
    file: place.path,
    line: place.line,
    column: place.column,
    severity,
    rule,
    message,
    hint,
    item,
    layer: place.layer,
  }))
  return JSON.stringify({ findings: flat }, null, 2)
}
