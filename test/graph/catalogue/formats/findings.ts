import type { Finding, Severity } from '../../../../graph/catalogue/finding.ts'

const finding = (severity: Severity, line: number, more: Partial<Finding> = {}): Finding => ({
  rule: 'wrong-type',
  severity,
  message: `Problem ${line}.`,
  place: { layer: 'own', path: '/srv/catalogue/teams/a b.yaml', file: 'teams/a b.yaml', line, column: 7 },
  ...more,
})

/** A finding of each severity: an error with everything, and two with nothing more than they need. */
export const findings: readonly Finding[] = [
  finding('error', 2, { hint: 'Write it.', item: 'team/a' }),
  finding('warning', 3, { rule: 'missing-owner' }),
  finding('info', 4, { rule: 'overdue-review' }),
]
