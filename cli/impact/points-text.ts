import type { CliSinglePointsQuery } from '../generated/graphql.ts'
import { blocks } from '../text/section.ts'
import { numbers, table } from '../text/table.ts'
import { counted, names, spoken } from '../text/words.ts'
import { paragraph } from '../text/wrap.ts'

/** Single points of failure, the worst first. */
export function pointsText(
  { of, total, complete, points }: CliSinglePointsQuery['singlePointsOfFailure'],
  width: number,
): string {
  const whose = of.length > 3 ? counted(of.length, 'item') : names(of)
  return blocks(
    paragraph(`${counted(total, 'single point')} of failure of ${whose}.`, width),
    table(
      [
        { title: 'Takes them' },
        { title: 'Item', whole: true },
        { title: 'Name' },
        ...numbers('Down', 'Degraded', 'Degree'),
      ],
      points.map(({ id, name, state, down, degraded, degree }) => [
        spoken(state),
        id,
        name,
        String(down),
        String(degraded),
        String(degree),
      ]),
      width,
    ),
    complete ? '' : `${total - points.length} more are left out: --first says how many are listed.`,
  )
}
