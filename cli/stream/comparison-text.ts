import type { CliComparisonFragment } from '../generated/graphql.ts'
import { blocks, section, title } from '../text/section.ts'
import { numbers, table } from '../text/table.ts'
import { names, none, shortId } from '../text/words.ts'
import { bullets, hanging } from '../text/wrap.ts'

type Comparison = CliComparisonFragment

/** Two streams in short: the headline figures side by side, and who and what comes and goes. */
export function comparisonText(comparison: Comparison, width: number): string {
  const { asIs, toBe } = comparison
  return blocks(
    sidesText(comparison, width),
    figuresText(comparison, width),
    differencesText(comparison, width),
    `Step by step:\n  tributary stream ${shortId(asIs.id)} --against ${shortId(toBe.id)}`,
  )
}

/** Two streams side by side, step by step. */
export function comparisonReport(comparison: Comparison, width: number): string {
  const inner = width - 2
  return blocks(
    title('As-is against to-be'),
    sidesText(comparison, width),
    section('Figures', figuresText(comparison, inner)),
    section('Steps', stepsText(comparison, inner)),
    section('What comes and goes', differencesText(comparison, inner) || 'Nothing.'),
  )
}

const sidesText = ({ asIs, toBe }: Comparison, width: number): string =>
  [hanging('As-is  ', `${asIs.name} (${asIs.id})`, width), hanging('To-be  ', `${toBe.name} (${toBe.id})`, width)].join(
    '\n',
  )

function figuresText({ problems, figures, asIsRemarks, toBeRemarks }: Comparison, width: number): string {
  const remarks = [
    ...asIsRemarks.map((remark) => `As-is: ${remark}`),
    ...toBeRemarks.map((remark) => `To-be: ${remark}`),
  ]
  return blocks(
    bullets(problems, width),
    table(
      [{ title: 'Figure' }, ...numbers('As-is', 'To-be', 'Change'), { title: '' }],
      figures.map(({ name, asIs, toBe, change, better }) => [
        name,
        asIs ?? none,
        toBe ?? none,
        change ?? none,
        better === null ? '' : better ? 'better' : 'worse',
      ]),
      width,
    ),
    bullets(remarks, width),
  )
}

/** Each pair of steps in rows below each other: as-is, to-be, change. */
function stepsText({ steps }: Comparison, width: number): string {
  const rows = steps.map(({ asIs, toBe, activityChanges, figures }) => [
    ['As-is', asIs?.name ?? '(none: the step is new)', ...figures.map((figure) => figure.asIs ?? none)],
    ['To-be', toBe?.name ?? '(none: the step falls away)', ...figures.map((figure) => figure.toBe ?? none)],
    ...(asIs === null || toBe === null
      ? []
      : [['Change', activityChanges ? 'in another activity' : '', ...figures.map(({ change }) => change ?? none)]]),
  ])
  const figures = steps[0]?.figures.map(({ name }) => name) ?? []
  const columns = [{ title: '', whole: true } as const, { title: 'Step' }, ...numbers(...figures)]
  const between = columns.map(() => '')
  return table(
    columns,
    rows.flatMap((pair, place) => (place === 0 ? pair : [between, ...pair])),
    width,
  )
}

/** Practices, people, contracts and suppliers that only one side has. */
function differencesText({ practices, performers, contracts, suppliers }: Comparison, width: number): string {
  const kinds = { Practices: practices, People: performers, Contracts: contracts, Suppliers: suppliers }
  return Object.entries(kinds)
    .flatMap(([kind, { added, removed }]) => [
      ...(added.length === 0 ? [] : [hanging(`${kind} that come:`.padEnd(21), names(added), width)]),
      ...(removed.length === 0 ? [] : [hanging(`${kind} that go:`.padEnd(21), names(removed), width)]),
    ])
    .join('\n')
}
