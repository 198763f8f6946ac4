import { pathToFileURL } from 'node:url'
import type { Compared } from '../baseline.ts'
import type { Finding, Severity } from '../finding.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { readingRuleSays } from '../reading-rules.ts'
import { pathBelow } from '../repository-root.ts'
import type { Rule } from '../rule.ts'

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' }

/** What SARIF calls the root of the sources, where code hosts look for files. */
const sourceRoot = '%SRCROOT%'

/** What a log says besides findings. */
export interface SarifOptions {
  readonly rules: readonly Rule[]
  /** Files are named from here. */
  readonly root: string
  readonly compared?: Compared | undefined
}

/**
 * Findings as a SARIF 2.1.0 log (OASIS), which code hosts show beside the lines of a change. Fingerprints stay the same
 * while lines move.
 */
export function formatSarif(findings: readonly Finding[], { rules, root, compared }: SarifOptions): string {
  const ids = [...new Set([...rules.map((rule) => rule.name), ...findings.map((finding) => finding.rule)])]
  const known = new Set(compared?.known)
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
                text: rules.find((rule) => rule.name === id)?.description ?? readingRuleSays(id) ?? `The rule ${id}.`,
              },
            })),
          },
        },
        originalUriBaseIds: { [sourceRoot]: { uri: `${pathToFileURL(root).href.replace(/\/$/, '')}/` } },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => ({
          ruleId: finding.rule,
          ruleIndex: ids.indexOf(finding.rule),
          level: levels[finding.severity],
          message: { text: finding.hint === undefined ? finding.message : `${finding.message} ${finding.hint}` },
          locations: [
            {
              physicalLocation: {
                artifactLocation: artifactLocation(finding.place.path, root),
                region: { startLine: finding.place.line, startColumn: finding.place.column },
              },
            },
          ],
          partialFingerprints: { 'tributary/v1': fingerprintOf(finding) },
          ...(compared === undefined ? {} : { baselineState: known.has(finding) ? 'unchanged' : 'new' }),
          ...fixesOf(finding, root),
          ...propertiesOf(finding),
        })),
      },
    ],
  }
  return JSON.stringify(log, null, 2)
}

function artifactLocation(path: string, root: string): object {
  const below = pathBelow(root, path)
  return below === undefined
    ? { uri: pathToFileURL(path).href }
    : { uri: below.split('/').map(encodeURIComponent).join('/'), uriBaseId: sourceRoot }
}

/** What mends it, where that is a matter of text: SARIF renames no files. */
function fixesOf({ fix }: Finding, root: string): object {
  if (fix === undefined || fix.edits.length === 0) return {}
  const artifactChanges = [...Map.groupBy(fix.edits, ({ place }) => place.path)].map(([path, edits]) => ({
    artifactLocation: artifactLocation(path, root),
    replacements: edits.map(({ place: { line, column }, was, text }) => ({
      deletedRegion: { startLine: line, startColumn: column, endLine: line, endColumn: column + was.length },
      insertedContent: { text },
    })),
  }))
  return { fixes: [{ description: { text: fix.does }, artifactChanges }] }
}

function propertiesOf({ item, owner }: Finding): object {
  const properties = { ...(item === undefined ? {} : { item }), ...(owner === undefined ? {} : { owner }) }
  return Object.keys(properties).length === 0 ? {} : { properties }
}
