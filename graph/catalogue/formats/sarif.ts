import { pathToFileURL } from 'node:url'
import type { Finding, Severity } from '../finding.ts'
import type { Rule } from '../rule.ts'

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' }

/** Findings as a SARIF 2.1.0 log (OASIS), which code hosts show beside the lines of a change. */
export function formatSarif(findings: readonly Finding[], rules: readonly Rule[]): string {
  const ids = [...new Set([...rules.map((rule) => rule.name), ...findings.map((finding) => finding.rule)])]
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'tributary',
            rules: ids.map((id) => ({
              id,
              shortDescription: {
                text: rules.find((rule) => rule.name === id)?.description ?? `Reading catalogue files: ${id}.`,
              },
            })),
          },
        },
        results: findings.map(({ rule, severity, message, hint, place }) => ({
          ruleId: rule,
          ruleIndex: ids.indexOf(rule),
          level: levels[severity],
          message: { text: hint === undefined ? message : `${message} ${hint}` },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: pathToFileURL(place.path).href },
                region: { startLine: place.line, startColumn: place.column },
              },
            },
          ],
        })),
      },
    ],
  }
  return JSON.stringify(log, null, 2)
}
