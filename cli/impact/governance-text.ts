import type { CliGovernanceGapFragment, CliTraceQuery } from '../generated/graphql.ts'
import { blocks, section } from '../text/section.ts'
import { counted } from '../text/words.ts'
import { bullets, paragraph } from '../text/wrap.ts'
import { traceTree } from './trace-tree.ts'

/** What a policy, a decision or a principle comes to, and what is missing on the way. */
export function traceText({ summary, total, rows, gaps }: CliTraceQuery['governanceTrace'], width: number): string {
  const inner = width - 2
  const left = total - rows.length
  return blocks(
    paragraph(summary, width),
    section('Gaps', gapsList(gaps, inner)),
    section('From governance to suppliers', traceTree(rows, inner)),
    left === 0 ? '' : `${left} more rows are left out: --first says how many are listed.`,
  )
}

/** What is missing in governance over the whole catalogue. */
export const governanceGapsText = (gaps: readonly CliGovernanceGapFragment[], width: number): string =>
  gaps.length === 0
    ? 'Nothing is missing in governance.'
    : blocks(`${counted(gaps.length, 'gap')} in governance.`, gapsList(gaps, width))

const gapsList = (gaps: readonly CliGovernanceGapFragment[], width: number): string =>
  bullets(
    gaps.map(({ about, message }) => `${message} (${about.id})`),
    width,
  )
