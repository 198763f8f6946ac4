import type { CliContributionFragment } from '../generated/graphql.ts'
import { blocks } from '../text/section.ts'
import { numbers, table } from '../text/table.ts'
import { percent } from '../text/words.ts'
import { paragraph } from '../text/wrap.ts'

/** The practices that feed a stream: their parts of its lead time, and their steps. */
export function practicesText(contributions: readonly CliContributionFragment[], width: number): string {
  if (contributions.length === 0) return 'No practice works any of its steps.'
  return blocks(
    table(
      [{ title: 'Practice' }, ...numbers('Share', 'Alone'), { title: 'Steps' }],
      contributions.map(({ practice, share, shareAlone, steps }) => [
        practice.name,
        percent(share),
        percent(shareAlone),
        steps.map(({ step, with: others }) => (others.length === 0 ? `${step.name}*` : step.name)).join('; '),
      ]),
      width,
    ),
    paragraph('Share: of the lead time, alone or with others. Alone, and *: no other practice works the step.', width),
  )
}
