import { fingerprintOf } from '../catalogue/fingerprint.ts'
import { severities } from '../catalogue/finding.ts'
import type { Finding } from '../catalogue/finding.ts'
import { compareText } from '../text/compare-text.ts'

/** Findings that one side has and the other hasn't, the worst first, then by rule and item. */
export interface FindingDifferences {
  /** Only later. */
  readonly added: readonly ToldFinding[]
  /** Only earlier. */
  readonly removed: readonly ToldFinding[]
}

/** A finding without its place, which moves with every line that is written above it. */
export type ToldFinding = Pick<Finding, 'rule' | 'severity' | 'message' | 'hint' | 'item' | 'owner'>

/** Compares findings by what they say of what; what is found as often before as after is left out. */
export function findingDifferences(before: readonly Finding[], after: readonly Finding[]): FindingDifferences {
  return { added: beyond(before, after), removed: beyond(after, before) }
}

/** What one list has more often than the other. */
function beyond(known: readonly Finding[], findings: readonly Finding[]): ToldFinding[] {
  const left = new Map<string, number>()
  for (const finding of known) left.set(keyOf(finding), (left.get(keyOf(finding)) ?? 0) + 1)
  return findings
    .filter((finding) => {
      const times = left.get(keyOf(finding)) ?? 0
      left.set(keyOf(finding), times - 1)
      return times <= 0
    })
    .map(({ rule, severity, message, hint, item, owner }) => ({
      ...{ rule, severity, message },
      ...(hint === undefined ? {} : { hint }),
      ...(item === undefined ? {} : { item }),
      ...(owner === undefined ? {} : { owner }),
    }))
    .sort(
      (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || compareText(sortKey(a), sortKey(b)),
    )
}

/** A finding that is more or less severe than it was is another one. */
const keyOf = (finding: Finding): string => `${finding.severity} ${fingerprintOf(finding)}`

const sortKey = ({ rule, item = '', message }: ToldFinding): string => [rule, item, message].join('\0')
